import { ByteReader, type ByteWriter } from '../bytes/byte-buffer.ts';
import { chunkBytes } from '../schema/index-schema.ts';
import type { SegmentStore } from './segment-store.ts';

/** The parts of a list lie apart, and each is read from front to back. */
const keptChunks = 6;

/** Reads one of the two runs of bytes of a segment in a merge, beside what searches keep: each chunk is wanted once. */
export class ChunkReader {
  readonly #store: SegmentStore;
  readonly #table: 'chunks' | 'position_chunks';
  readonly #segment: number;
  readonly #numbers = new Array<number>(keptChunks).fill(-1);
  readonly #chunks = new Array<Uint8Array>(keptChunks).fill(new Uint8Array());
  #oldest = 0;
  #joined = new Uint8Array(4096);
  readonly #reader = new ByteReader(this.#joined);

  constructor(store: SegmentStore, table: 'chunks' | 'position_chunks', segment: number) {
    this.#store = store;
    this.#table = table;
    this.#segment = segment;
  }

  /** A reader of `length` bytes from `offset` on, good until the next call. */
  open(offset: number, length: number): ByteReader {
    const chunk = Math.floor(offset / chunkBytes);
    const start = offset - chunk * chunkBytes;
    if (start + length <= chunkBytes) {
      this.#reader.open(this.#chunk(chunk), start);
      return this.#reader;
    }
    if (length > this.#joined.length) this.#joined = new Uint8Array(length * 2);
    this.#eachSlice(offset, length, (bytes, from, count, at) => {
      this.#joined.set(bytes.subarray(from, from + count), at);
    });
    this.#reader.open(this.#joined, 0);
    return this.#reader;
  }

  /** Appends `length` bytes from `offset` on to `out`. */
  copy(offset: number, length: number, out: ByteWriter): void {
    const chunk = Math.floor(offset / chunkBytes);
    const start = offset - chunk * chunkBytes;
    if (start + length <= chunkBytes) out.copy(this.#chunk(chunk), start, length);
    else this.#eachSlice(offset, length, (bytes, from, count) => out.copy(bytes, from, count));
  }

  #eachSlice(
    offset: number,
    length: number,
    visit: (bytes: Uint8Array, from: number, count: number, at: number) => void,
  ): void {
    for (let at = 0; at < length;) {
      const chunk = Math.floor((offset + at) / chunkBytes);
      const from = offset + at - chunk * chunkBytes;
      const count = Math.min(chunkBytes - from, length - at);
      visit(this.#chunk(chunk), from, count, at);
      at += count;
    }
  }

  #chunk(number: number): Uint8Array {
    const known = this.#numbers.indexOf(number);
    if (known >= 0) return this.#chunks[known] as Uint8Array;
    const bytes = this.#store.part(this.#table, this.#segment, number);
    this.#numbers[this.#oldest] = number;
    this.#chunks[this.#oldest] = bytes;
    this.#oldest = (this.#oldest + 1) % keptChunks;
    return bytes;
  }
}

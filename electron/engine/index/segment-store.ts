import type { Database, Statement } from '../sqlite.ts';
import { chunkBytes } from './index-schema.ts';

type DataRow = Readonly<{ data: Uint8Array }>;

/** More than any segment has: 2^24 chunks are half a terabyte of postings. */
const chunksOfASegment = 2 ** 24;

const keptChunkBytes = 32 * 1024 * 1024;

/** The rows of all segments behind one connection. Rows never change, so that what was read once stays right. */
export class SegmentStore {
  readonly #chunk: Statement<DataRow>;
  readonly #column: Statement<DataRow>;
  readonly #termBlock: Statement<DataRow>;
  readonly #termBlocks: Statement<DataRow>;
  readonly #formBlocks: Statement<DataRow>;
  /** By `segment * chunksOfASegment + chunk`. */
  readonly #chunks = new Map<number, Uint8Array>();
  #chunksBytes = 0;

  constructor(db: Database) {
    this.#chunk = db.prepare('SELECT data FROM chunks WHERE segment = ? AND chunk = ?');
    this.#column = db.prepare('SELECT data FROM columns WHERE segment = ? AND name = ?');
    this.#termBlock = db.prepare('SELECT data FROM term_blocks WHERE segment = ? AND block = ?');
    this.#termBlocks = db.prepare('SELECT data FROM term_blocks WHERE segment = ? ORDER BY block');
    this.#formBlocks = db.prepare('SELECT data FROM form_blocks WHERE segment = ? ORDER BY block');
  }

  column(segment: number, name: string): Uint8Array {
    const row = this.#column.get(segment, name);
    if (row === undefined) throw new RangeError(`segment ${String(segment)} lacks column ${name}`);
    return row.data;
  }

  /** Null behind the last block. */
  termBlock(segment: number, block: number): Uint8Array | null {
    return this.#termBlock.get(segment, block)?.data ?? null;
  }

  termBlocks(segment: number): Uint8Array[] {
    return this.#termBlocks.all(segment).map(({ data }) => data);
  }

  formBlocks(segment: number): Uint8Array[] {
    return this.#formBlocks.all(segment).map(({ data }) => data);
  }

  /** `length` bytes of a segment's postings from `offset`. */
  postings(segment: number, offset: number, length: number): Uint8Array {
    const first = Math.floor(offset / chunkBytes);
    const start = offset - first * chunkBytes;
    if (start + length <= chunkBytes) return slice(this.#readChunk(segment, first), start, length);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (let chunk = first; at < length; chunk += 1) {
      const from = chunk === first ? start : 0;
      const part = Math.min(chunkBytes - from, length - at);
      bytes.set(slice(this.#readChunk(segment, chunk), from, part), at);
      at += part;
    }
    return bytes;
  }

  #readChunk(segment: number, chunk: number): Uint8Array {
    const key = segment * chunksOfASegment + chunk;
    const known = this.#chunks.get(key);
    if (known !== undefined) return known;
    const row = this.#chunk.get(segment, chunk);
    if (row === undefined) throw new RangeError(`segment ${String(segment)} lacks postings`);
    if (this.#chunksBytes > keptChunkBytes) {
      this.#chunks.clear();
      this.#chunksBytes = 0;
    }
    this.#chunks.set(key, row.data);
    this.#chunksBytes += row.data.length;
    return row.data;
  }
}

function slice(chunk: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > chunk.length) throw new RangeError('postings end too soon');
  return chunk.subarray(start, start + length);
}

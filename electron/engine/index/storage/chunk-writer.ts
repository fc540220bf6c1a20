import { ByteWriter } from '../bytes/byte-buffer.ts';
import { chunkBytes } from '../schema/index-schema.ts';
import type { PartSink, PartTable } from './segment-parts.ts';

/** One run of bytes that is written as rows of `chunkBytes`. */
export class ChunkWriter {
  readonly pending = new ByteWriter(2 * chunkBytes);
  readonly #sink: PartSink;
  readonly #table: PartTable;
  #chunks = 0;

  constructor(sink: PartSink, table: PartTable) {
    this.#sink = sink;
    this.#table = table;
  }

  /** Where the next byte comes to stand in the run. */
  get offset(): number {
    return this.#chunks * chunkBytes + this.pending.length;
  }

  /** Writes whole chunks, and at the end what is left. */
  flush(last: boolean): void {
    if (this.pending.length < chunkBytes && !last) return;
    const bytes = this.pending.view();
    let at = 0;
    while (bytes.length - at >= chunkBytes || (last && at < bytes.length)) {
      this.#sink.put(this.#table, this.#chunks, bytes.subarray(at, at + chunkBytes));
      this.#chunks += 1;
      at += chunkBytes;
    }
    const rest = bytes.slice(at);
    this.pending.clear();
    this.pending.append(rest);
  }
}

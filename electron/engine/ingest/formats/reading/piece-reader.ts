/** Bytes that come in pieces, as many of them at hand as were asked for. */
export class PieceReader {
  bytes: Buffer = Buffer.alloc(0);
  isAtEnd = false;
  /** Bytes that were skipped. */
  taken = 0;
  readonly #pieces: AsyncIterator<Buffer>;

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async fill(length: number): Promise<void> {
    const parts = [this.bytes];
    let filled = this.bytes.length;
    while (filled < length && !this.isAtEnd) {
      const next = await this.#pieces.next();
      if (next.done === true) this.isAtEnd = true;
      else {
        parts.push(next.value);
        filled += next.value.length;
      }
    }
    if (parts.length > 1) this.bytes = Buffer.concat(parts);
  }

  skip(length: number): void {
    this.taken += Math.min(length, this.bytes.length);
    this.bytes = this.bytes.subarray(length);
  }

  /** Lets go of what is not read. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}

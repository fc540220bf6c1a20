import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Text is gathered up to so many UTF-16 code units before it is written. */
const gathered = 256 * 1024;
const again = new Int32Array(new SharedArrayBuffer(4));
const waitMs = 5;

/** A file that text is written to from its beginning to its end; closes itself with `finish`, or `close` after a failure. */
export class TextFile {
  readonly #file: number;
  readonly #isOwn: boolean;
  #pieces: string[] = [];
  #length = 0;
  #isClosed = false;

  /** A number is of a file that is open already, and stays so. */
  constructor(file: string | number) {
    this.#isOwn = typeof file === 'string';
    this.#file = typeof file === 'string' ? openSync(file, 'wx') : file;
  }

  write(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= gathered) this.#flush();
  }

  /** What was written is on the disk once this returns. */
  finish(): void {
    try {
      this.#flush();
      if (this.#isOwn) fsyncSync(this.#file);
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.#isOwn && !this.#isClosed) closeSync(this.#file);
    this.#isClosed = true;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pieces.join(''));
    this.#pieces = [];
    this.#length = 0;
    let written = 0;
    while (written < bytes.length) {
      try {
        written += writeSync(this.#file, bytes, written);
      } catch (error) {
        // Whoever reads the pipe has not taken what is in it.
        if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
        Atomics.wait(again, 0, 0, waitMs);
      }
    }
  }
}

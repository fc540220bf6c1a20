import { sentence } from '../../../words/sentence.ts';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFully } from '../../read-fully.ts';
import { FileError } from '../files/file-bytes.ts';

/** Left free for everybody else. */
const spareBytes = 268_435_456;

/** Bytes that are too many for memory, in the system's folder for such files, which only this account can read. */
export class SpillFile {
  readonly #folder = mkdtempSync(join(tmpdir(), 'microfiche-unpacked-'));
  readonly #file: number;
  readonly #room: number;
  #size = 0;

  constructor() {
    this.#file = openSync(join(this.#folder, 'entry'), 'wx+', 0o600);
    // Where an open file can be removed, nothing is left of it even if the process is killed.
    this.#remove();
    const { bavail, bsize } = statfsSync(tmpdir());
    this.#room = bavail * bsize - spareBytes;
  }

  get size(): number {
    return this.#size;
  }

  write(bytes: Buffer): void {
    if (this.#size + bytes.length > this.#room) throw new FileError('too-large', sentence('file.no-room'));
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#size + written);
    this.#size += bytes.length;
  }

  read(start: number, length: number): Buffer {
    const into = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, this.#size - start)));
    return readFully(this.#file, into, start);
  }

  close(): void {
    closeSync(this.#file);
    this.#remove();
  }

  #remove(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // Windows may keep an open file; closing tries again, and what is left is the system's to clear.
    }
  }
}

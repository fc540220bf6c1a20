import { messageOf, SaidError } from '../../../contract/failure.ts';
import { type Said, sentence } from '../../../words/sentence.ts';
import { closeSync, fstatSync, openSync, type Stats } from 'node:fs';
import type { FileFailureCode } from '../../../contract/file-reports.ts';
import { readFully } from '../../read-fully.ts';
import { headBytes, type ByteSource } from '../formats/byte-source.ts';

/** A failure that belongs to a file and not to the program. */
export class FileError extends SaidError {
  readonly code: FileFailureCode;

  constructor(code: FileFailureCode, reason: Said) {
    super(reason);
    this.code = code;
  }
}

/** Nearly every file fits, and memory of its own for each takes as long as reading it. */
const scratchBytes = 262_144;

/** The bytes of an open file. One at a time: `scratch` is shared by all that are opened one after the other. */
export class FileBytes implements ByteSource {
  readonly stats: Stats;
  readonly #file: number;
  readonly #maxBytes: number;
  readonly #scratch: Buffer;
  #head: Buffer | null = null;
  #whole: Buffer | null = null;

  /** `maxBytes`: of a file that is read at once. Throws a `FileError` when it can't be opened. */
  constructor(path: string, maxBytes: number, scratch: Buffer) {
    this.#file = open(path);
    this.stats = fstatSync(this.#file);
    this.#maxBytes = maxBytes;
    this.#scratch = scratch;
  }

  get size(): number {
    return this.stats.size;
  }

  head(): Buffer {
    if (this.size <= scratchBytes) return this.whole().subarray(0, headBytes);
    return (this.#head ??= readFully(this.#file, Buffer.allocUnsafeSlow(headBytes), 0));
  }

  at(start: number, length: number): Buffer {
    const left = Math.min(length, this.size - start);
    if (this.#whole !== null) return this.#whole.subarray(start, start + left);
    if (left <= 0) return this.#scratch.subarray(0, 0);
    // The scratch may hold the whole of a file, but only of one that is read at once.
    const room = left <= scratchBytes ? this.#scratch.subarray(0, left) : Buffer.allocUnsafeSlow(left);
    return readFully(this.#file, room, start);
  }

  whole(): Buffer {
    if (this.#whole !== null) return this.#whole;
    const { size } = this;
    if (size > this.#maxBytes) {
      const limit = Math.floor(this.#maxBytes / 1_048_576);
      throw new FileError(
        'too-large',
        sentence('file.too-large', { size: Math.ceil(size / 1_048_576), limit }),
      );
    }
    const room = size <= scratchBytes ? this.#scratch.subarray(0, size) : Buffer.allocUnsafeSlow(size);
    this.#whole = readFully(this.#file, room, 0);
    return this.#whole;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Room for the bytes of small files, for as long as files are read one after the other. */
export function newScratch(): Buffer {
  return Buffer.allocUnsafeSlow(scratchBytes);
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw openError(error);
  }
}

function openError(error: unknown): FileError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileError('vanished', sentence('file.vanished'));
    case 'EACCES':
    case 'EPERM':
      return new FileError('unreadable', sentence('file.not-allowed'));
    case 'ELOOP':
      return new FileError('link-loop', sentence('file.link-loop'));
    default:
      return new FileError('unreadable', messageOf(error));
  }
}

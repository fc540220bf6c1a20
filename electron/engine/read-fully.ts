import { readSync } from 'node:fs';

/** Reads from `start` on until `into` is full or the file ends, and returns the part that was filled. */
export function readFully(file: number, into: Buffer, start: number): Buffer {
  let filled = 0;
  while (filled < into.length) {
    const count = readSync(file, into, filled, into.length - filled, start + filled);
    if (count === 0) break;
    filled += count;
  }
  return into.subarray(0, filled);
}

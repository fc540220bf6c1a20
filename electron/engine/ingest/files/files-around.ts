import { readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { FilesBeside, OpenSource } from '../formats/byte-source.ts';
import { FileBytes, FileError, newScratch } from './file-bytes.ts';

/** The files around one on disk. */
export class FilesAround implements FilesBeside {
  readonly #folder: string;
  readonly #maxBytes: number;

  /** `maxBytes`: of a file that is read at once. */
  constructor(path: string, maxBytes: number) {
    this.#folder = dirname(resolve(path));
    this.#maxBytes = maxBytes;
  }

  names(folder: '.' | '..'): readonly string[] {
    try {
      return readdirSync(join(this.#folder, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    } catch {
      // A folder that can't be listed has no files for who asks.
      return [];
    }
  }

  open(path: string): OpenSource | null {
    const whole = resolve(this.#folder, path);
    if (!whole.startsWith(join(dirname(this.#folder), sep))) return null;
    try {
      const bytes = new FileBytes(whole, this.#maxBytes, newScratch());
      if (bytes.stats.isFile()) return bytes;
      bytes.close();
      return null;
    } catch (error) {
      if (error instanceof FileError) return null;
      throw error;
    }
  }
}

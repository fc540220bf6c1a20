import { createHash } from 'node:crypto';
import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WholeRecord } from '../library/records/record-reader.ts';
import { writeFailure } from './output/write-failure.ts';

const hashLength = 12;
/** Of a name, in UTF-16 code units: file systems take 255 bytes. */
const maxName = 60;

/**
 * Copies the files that articles were read from. A file that holds many articles is copied once: its name tells its path, so that nobody has
 * to remember what was copied.
 */
export class CopiedOriginals {
  copied = 0;
  missing = 0;
  readonly #folder: string;
  readonly #from: string;

  /** Into `folder`, which is made; `from` is how it is called where the export is. */
  constructor(folder: string, from: string) {
    this.#folder = folder;
    this.#from = from;
    mkdirSync(folder);
  }

  /** What the copy is called where the export is; null for a file that can't be read now. */
  copy({ locations }: WholeRecord): string | null {
    const place = locations.find(({ missing }) => !missing);
    if (place === undefined) return this.#without();
    const name = nameOf(place.path);
    try {
      copyFileSync(
        place.path,
        join(this.#folder, name),
        constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
      );
      this.copied += 1;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return this.#without();
      if (code !== 'EEXIST') throw writeFailure(error, this.#folder);
    }
    return `${this.#from}/${name}`;
  }

  #without(): null {
    this.missing += 1;
    return null;
  }
}

function nameOf(path: string): string {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, hashLength);
  const own = basename(path).replace(/[\p{Cc}"*:<>?\\|/]/gu, '_');
  return `${hash}-${own.length <= maxName ? own : own.slice(-maxName)}`;
}

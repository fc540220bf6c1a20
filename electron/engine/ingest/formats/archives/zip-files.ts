import { posix } from 'node:path';
import { headBytes, type FilesBeside, type OpenSource } from '../byte-source.ts';
import type { ZipArchive, ZipEntry } from '../reading/zip/zip-archive.ts';

/** Larger ones are no part of an issue. */
const maxBytes = 52_428_800;

/** The files of a zip by their paths, for formats whose files name each other. */
export class ZipFiles {
  readonly #zip: ZipArchive;
  readonly #byPath: ReadonlyMap<string, ZipEntry>;
  readonly #names = new Map<string, string[]>();

  constructor(zip: ZipArchive) {
    this.#zip = zip;
    const files = zip.entries.filter(({ isFolder, isLink }) => !isFolder && !isLink);
    this.#byPath = new Map(files.map((entry) => [posix.normalize(entry.name), entry]));
    for (const path of this.#byPath.keys()) {
      const folder = posix.dirname(path);
      const names = this.#names.get(folder);
      if (names === undefined) this.#names.set(folder, [posix.basename(path)]);
      else names.push(posix.basename(path));
    }
  }

  /** What is around one of them. */
  around(path: string): FilesBeside {
    const folder = posix.dirname(posix.normalize(path));
    return {
      names: (where) => this.#names.get(posix.join(folder, where)) ?? [],
      open: (name) => this.#open(posix.join(folder, name)),
    };
  }

  #open(path: string): OpenSource | null {
    const entry = this.#byPath.get(path);
    if (entry === undefined || entry.size > maxBytes) return null;
    try {
      return heldSource(this.#zip.bytesNow(entry));
    } catch {
      // That it is damaged is said of itself, as an entry.
      return null;
    }
  }
}

function heldSource(bytes: Buffer): OpenSource {
  return {
    size: bytes.length,
    head: () => bytes.subarray(0, headBytes),
    at: (start, length) => bytes.subarray(start, start + length),
    whole: () => bytes,
    close: () => undefined,
  };
}

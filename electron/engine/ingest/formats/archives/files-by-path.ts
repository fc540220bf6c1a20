import { posix } from 'node:path';
import { headBytes, type FilesBeside, type OpenSource } from '../byte-source.ts';

/** Larger ones are no part of an issue. */
const maxBytes = 52_428_800;

/** What is known of a file in an archive that can be read in any order. */
export type PlacedFile = Readonly<{ path: string; size: number; bytes: () => Buffer }>;

/** The files of an archive by their paths, for formats whose files name each other. */
export class FilesByPath {
  readonly #byPath: ReadonlyMap<string, PlacedFile>;
  readonly #names = new Map<string, string[]>();

  constructor(files: Iterable<PlacedFile>) {
    this.#byPath = new Map([...files].map((file) => [posix.normalize(file.path), file]));
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
    const file = this.#byPath.get(path);
    if (file === undefined || file.size > maxBytes) return null;
    try {
      return heldSource(file.bytes());
    } catch {
      // That it is damaged is said of itself, as an entry.
      return null;
    }
  }
}

/** Bytes in memory. */
export function heldSource(bytes: Buffer): OpenSource {
  return {
    size: bytes.length,
    head: () => bytes.subarray(0, headBytes),
    at: (start, length) => bytes.subarray(start, start + length),
    whole: () => bytes,
    close: () => undefined,
  };
}

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { pictureType } from './picture-type.ts';

const maxPictures = 300;
const maxPictureBytes = 8 * 1_048_576;
/** A page is sent whole, in memory. */
const maxAllBytes = 24 * 1_048_576;
const longestSource = 2_000;
/** An address, or a path from a root: no file that was saved beside the page. */
const notBeside = /^(?:[a-z][a-z\d+.-]*:|[/\\]|$)/iu;

/** The pictures that were saved beside a page: what their tags name, inside of one folder, links followed. */
export class PicturesBeside {
  readonly #pageFolder: string;
  readonly #folder: string;
  readonly #read = new Map<string, string | null>();
  #bytes = 0;

  constructor(page: string, folder: string) {
    this.#pageFolder = dirname(resolve(page));
    this.#folder = folder;
  }

  /** The picture that `source` names, as a `data:` address; null where there is none, or none to be shown. */
  at(source: string): string | null {
    const known = this.#read.get(source);
    if (known !== undefined) return known;
    if (this.#read.size >= maxPictures || source.length > longestSource) return null;
    const picture = this.#pictureAt(source.trim());
    this.#read.set(source, picture);
    return picture;
  }

  #pictureAt(source: string): string | null {
    const path = this.#pathOf(source);
    if (path === null) return null;
    try {
      const { size } = statSync(path);
      if (size > maxPictureBytes || this.#bytes + size > maxAllBytes) return null;
      const bytes = readFileSync(path);
      const type = pictureType(bytes);
      if (type === null) return null;
      this.#bytes += bytes.length;
      return `data:${type};base64,${bytes.toString('base64')}`;
    } catch {
      return null; // It went away meanwhile, or may not be read: a picture less.
    }
  }

  /** The real path of an ordinary file inside the folder, or null. */
  #pathOf(source: string): string | null {
    // A fragment is no part of the name; a question mark in a name is written as %3F.
    const name = decoded(source.replace(/[?#].*$/su, ''));
    if (name === null || notBeside.test(name) || /[\0\\]/u.test(name)) return null;
    try {
      const folder = realpathSync(this.#folder);
      const path = realpathSync(resolve(this.#pageFolder, name));
      const isInside = path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
      return isInside && statSync(path).isFile() ? path : null;
    } catch {
      return null; // There is no such file.
    }
  }
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null; // A stray % is no name.
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OriginalText } from '../../contract/originals.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { looksLikePage, sniffedPageBytes } from '../ingest/formats/looks-like-page.ts';
import type { PageFile } from '../ingest/own-page.ts';
import type { ArticleCard, LibraryReader } from '../library/library-reader.ts';
import type { TextReader } from '../library/texts/text-reader.ts';
import { articleMissing } from './article-missing.ts';

/** What articles were read from: their texts, and the files of those that are pages. */
export class OriginalReader {
  readonly #library: LibraryReader;
  readonly #texts: TextReader;

  constructor(library: LibraryReader, texts: TextReader) {
    this.#library = library;
    this.#texts = texts;
  }

  text(id: ArticleId): OriginalText {
    const { encoding, path } = this.#card(id);
    const read = this.#texts.read([id]).get(id);
    if (read === undefined) throw articleMissing(id);
    const chosen = this.#library.chosenEncodings().find((one) => one.path === path)?.encoding ?? null;
    return { text: read.text, encoding, path, chosen, isPage: this.#isPage(id, path) };
  }

  file(id: ArticleId): PageFile {
    const { path, sha256, encoding } = this.#card(id);
    return { path, folder: this.#folderOf(id, path), sha256, encoding };
  }

  #card(id: ArticleId): ArticleCard {
    const card = this.#library.cards([id]).get(id);
    if (card === undefined) throw articleMissing(id);
    return card;
  }

  /** The folder of the source in which the file is; of a file that is a source itself, its own. */
  #folderOf(id: ArticleId, path: string): string {
    const location = this.#library.locations(id).find((one) => one.path === path);
    const source = this.#library.sources().find((one) => one.id === location?.source);
    return source === undefined || source.path === path ? dirname(path) : source.path;
  }

  /** A record of a file that holds many is none of them. */
  #isPage(id: ArticleId, path: string): boolean {
    const location = this.#library.locations(id).find((one) => one.path === path);
    if (location === undefined || location.missing || location.record !== null) return false;
    const head = headOf(path);
    return head !== null && looksLikePage(head);
  }
}

/** Null for a file that can't be read now: its text can. */
function headOf(path: string): Buffer | null {
  const head = Buffer.alloc(sniffedPageBytes);
  try {
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head, 0, head.length, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null; // It went away since the last scan, which will say so.
  }
}

import type { ReadArticle } from '../../contract/article.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { databaseBytes, type Database, type Statement } from '../sqlite.ts';
import { DamagedText } from './damaged-text.ts';
import { OldTexts } from './old-texts.ts';
import { isIntactText, type StoredText } from './stored-text.ts';
import { RecordDecoder } from './text-record.ts';
import { WordLists } from './word-lists.ts';

const keptLists = 16;

/** Reads articles out of `text.sqlite`. */
export class TextReader {
  readonly #db: Database;
  readonly #text: Statement<StoredText>;
  readonly #lists: WordLists;
  readonly #oldTexts: OldTexts;
  /** Lists are never changed and their ids never used again, so that what was read once stays right. */
  readonly #decoders = new Map<number, RecordDecoder>();

  constructor(db: Database) {
    this.#db = db;
    this.#text = db.prepare('SELECT article, list, crc, record FROM texts WHERE article = ?');
    this.#lists = new WordLists(db);
    this.#oldTexts = new OldTexts(db);
  }

  /** The articles that are stored; an id without a text is left out. Throws a `DamagedText` when one is damaged. */
  read(ids: readonly ArticleId[]): Map<ArticleId, ReadArticle> {
    const articles = new Map<ArticleId, ReadArticle>();
    for (const id of ids) {
      const article = this.#read(id);
      if (article !== null) articles.set(id, article);
    }
    return articles;
  }

  /** The same without the damaged ones. */
  readUndamaged(ids: readonly ArticleId[]): Map<ArticleId, ReadArticle> {
    const articles = new Map<ArticleId, ReadArticle>();
    for (const id of ids) {
      try {
        const article = this.#read(id);
        if (article !== null) articles.set(id, article);
      } catch (error) {
        if (!(error instanceof DamagedText)) throw error;
      }
    }
    return articles;
  }

  /** Size of the database. */
  bytes(): number {
    return databaseBytes(this.#db);
  }

  #read(id: ArticleId): ReadArticle | null {
    const stored = this.#text.get(id);
    if (stored !== undefined) return this.decode(stored);
    const old = this.#oldTexts.read(id);
    if (old !== null) return old;
    // Another connection may have moved it out of its block between the two looks.
    const moved = this.#text.get(id);
    return moved === undefined ? null : this.decode(moved);
  }

  /** The article of a row; throws a `DamagedText` when it, or its list of words, is not what was stored. */
  decode(stored: StoredText): ReadArticle {
    const saying = `the text of article ${String(stored.article)} is damaged`;
    if (!isIntactText(stored)) throw new DamagedText(`${saying} (its checksum differs)`);
    const decoder = this.#decoder(stored.list);
    try {
      return decoder.decode(stored.record);
    } catch {
      throw new DamagedText(saying);
    }
  }

  #decoder(list: number): RecordDecoder {
    const kept = this.#decoders.get(list);
    if (kept !== undefined) return kept;
    const decoder = new RecordDecoder(this.#lists.read(list));
    const [oldest] = this.#decoders.keys();
    if (this.#decoders.size >= keptLists && oldest !== undefined) this.#decoders.delete(oldest);
    this.#decoders.set(list, decoder);
    return decoder;
  }
}

import { sentence } from '../../../words/sentence.ts';
import type { ExtractedArticle } from '../../../contract/article.ts';
import { articleId, type ArticleId } from '../../../contract/ids.ts';
import { databaseBytes, type Database, type Statement } from '../../sqlite.ts';
import { DamagedText } from './damaged-text.ts';
import { OldTexts } from './old-texts.ts';
import { isIntactText, type StoredText } from './stored-text.ts';
import { RecordDecoder } from './text-record.ts';
import { TokenDictionaries } from './token-dictionaries.ts';

const keptLists = 16;
/** Articles that were read last: with each letter that is typed, a list shows most of them again. */
const keptArticles = 256;
/** For whoever reads each article once: what is kept for a while costs more than what is dropped at once. */
export const keepingNone = 0;
/** Larger records are read anew. */
const maxKeptBytes = 32_768;

type KeptArticle = Readonly<{ list: number; record: Uint8Array; article: ExtractedArticle }>;

/** Reads articles out of `text.sqlite`. */
export class TextReader {
  readonly #db: Database;
  readonly #texts: Statement<StoredText>;
  readonly #lists: TokenDictionaries;
  readonly #oldTexts: OldTexts;
  /** Lists are never changed and their ids never used again, so that what was read once stays right. */
  readonly #decoders = new Map<number, RecordDecoder>();
  readonly #kept = new Map<number, KeptArticle>();
  readonly #maxKept: number;

  constructor(db: Database, maxKept = keptArticles) {
    this.#db = db;
    this.#maxKept = maxKept;
    this.#texts = db.prepare(
      'SELECT article, list, crc, record FROM texts WHERE article IN (SELECT value FROM json_each(?))',
    );
    this.#lists = new TokenDictionaries(db);
    this.#oldTexts = new OldTexts(db);
  }

  /** The articles that are stored; an id without a text is left out. Throws a `DamagedText` when one is damaged. */
  read(ids: readonly ArticleId[]): Map<ArticleId, ExtractedArticle> {
    return this.#read(ids, (error) => {
      throw error;
    });
  }

  /** The same without the damaged ones. */
  readUndamaged(ids: readonly ArticleId[]): Map<ArticleId, ExtractedArticle> {
    return this.#read(ids, () => undefined);
  }

  /** Size of the database. */
  bytes(): number {
    return databaseBytes(this.#db);
  }

  #read(ids: readonly ArticleId[], onDamage: (error: DamagedText) => void): Map<ArticleId, ExtractedArticle> {
    const articles = new Map<ArticleId, ExtractedArticle>();
    const damaged = new Set<ArticleId>();
    const take = (id: ArticleId, read: () => ExtractedArticle | null): void => {
      try {
        const article = read();
        if (article !== null) articles.set(id, article);
      } catch (error) {
        if (!(error instanceof DamagedText)) throw error;
        damaged.add(id);
        onDamage(error);
      }
    };
    const takeRows = (wanted: readonly ArticleId[]): ArticleId[] => {
      if (wanted.length === 0) return [];
      for (const row of this.#texts.all(JSON.stringify(wanted))) {
        take(articleId(row.article), () => this.#decode(row));
      }
      return wanted.filter((id) => !articles.has(id) && !damaged.has(id));
    };
    const old = takeRows(ids);
    for (const id of old) take(id, () => this.#oldTexts.read(id));
    // Another connection may have moved them out of their blocks between the two looks.
    takeRows(old.filter((id) => !articles.has(id) && !damaged.has(id)));
    return articles;
  }

  /** The article of a row; throws a `DamagedText` when it, or its list of words, is not what was stored. */
  #decode(stored: StoredText): ExtractedArticle {
    const { article: id, list, record } = stored;
    const kept = this.#kept.get(id);
    if (kept !== undefined && kept.list === list && Buffer.compare(kept.record, record) === 0) {
      return kept.article;
    }
    const what = sentence('damage.text-of', { id });
    if (!isIntactText(stored)) throw new DamagedText(sentence('damage.checksum', { what }));
    const decoder = this.#decoder(list);
    try {
      const article = decoder.decode(record);
      this.#keep(id, { list, record, article });
      return article;
    } catch {
      throw new DamagedText(sentence('damage.damaged', { what }));
    }
  }

  #keep(id: number, read: KeptArticle): void {
    this.#kept.delete(id);
    if (this.#maxKept === keepingNone || read.record.length > maxKeptBytes) return;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#maxKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(id, read);
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

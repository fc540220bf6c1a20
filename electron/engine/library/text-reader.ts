import type { ReadArticle } from '../../contract/article.ts';
import { messageOf } from '../../contract/failure.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import { databaseBytes, type Database, type Statement } from '../sqlite.ts';
import { DamagedBlock, unpackBlock, type StoredBlock } from './text-block.ts';
import { decodeRecord } from './text-record.ts';

type RecordRow = Readonly<{ article: number; block: number; start: number; length: number }>;

const keptBlocks = 128;

/** Reads articles out of `text.sqlite`. */
export class TextReader {
  readonly #records: Statement<RecordRow>;
  readonly #block: Statement<StoredBlock>;
  readonly #db: Database;
  /** Blocks are never changed and their ids never used again, so that what was read once stays right. */
  readonly #kept = new Map<number, Uint8Array>();

  constructor(db: Database) {
    this.#records = db.prepare(
      'SELECT article, block, start, length FROM records WHERE article IN (SELECT value FROM json_each(?)) ORDER BY block',
    );
    this.#block = db.prepare('SELECT checksum, bytes FROM blocks WHERE id = ?');
    this.#db = db;
  }

  /** The articles that are stored; an id without a text is left out. Throws when their block is damaged. */
  read(ids: readonly ArticleId[]): Map<ArticleId, ReadArticle> {
    const articles = new Map<ArticleId, ReadArticle>();
    for (const [id, bytes] of this.readRecords(ids)) articles.set(id, decoded(id, bytes));
    return articles;
  }

  /** The same without the articles of damaged blocks: these cost their own articles, and no others. */
  readUndamaged(ids: readonly ArticleId[]): Map<ArticleId, ReadArticle> {
    try {
      return this.read(ids);
    } catch (error) {
      if (ids.length > 1) return new Map(ids.flatMap((id) => [...this.readUndamaged([id])]));
      if (error instanceof DamagedBlock) return new Map();
      throw error;
    }
  }

  /** All of the stored articles, as `encodeRecord` made them. */
  readRecords(ids: readonly ArticleId[]): Map<ArticleId, Uint8Array> {
    const records = new Map<ArticleId, Uint8Array>();
    const moved: ArticleId[] = [];
    for (const { article, block, start, length } of this.#records.all(JSON.stringify(ids))) {
      const raw = this.#blockOf(block);
      if (raw === null) moved.push(articleId(article));
      else records.set(articleId(article), raw.subarray(start, start + length));
    }
    // Another connection has rewritten their block since their rows were read; the rows now name the new one.
    for (const { article, block, start, length } of this.#records.all(JSON.stringify(moved))) {
      const raw = this.#blockOf(block);
      if (raw === null) throw new Error(`text.sqlite: block ${block} of article ${article} is not there`);
      records.set(articleId(article), raw.subarray(start, start + length));
    }
    return records;
  }

  /** Size of the database. */
  bytes(): number {
    return databaseBytes(this.#db);
  }

  #blockOf(id: number): Uint8Array | null {
    const kept = this.#kept.get(id);
    if (kept !== undefined) {
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return kept;
    }
    const stored = this.#block.get(id);
    if (stored === undefined) return null;
    const raw = unpackBlock(stored, `block ${id}`);
    this.#kept.set(id, raw);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptBlocks && oldest !== undefined) this.#kept.delete(oldest);
    return raw;
  }
}

/** The place of a record has no checksum: a wrong one shows in what is read there. */
function decoded(id: ArticleId, bytes: Uint8Array): ReadArticle {
  try {
    return decodeRecord(bytes);
  } catch (error) {
    throw new DamagedBlock(`text.sqlite: the text of article ${id} is damaged (${messageOf(error)})`);
  }
}

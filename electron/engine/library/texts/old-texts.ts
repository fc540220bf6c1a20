import { sentence } from '../../../words/sentence.ts';
import { brotliDecompressSync } from 'node:zlib';
import type { ExtractedArticle } from '../../../contract/article.ts';
import { articleId, type ArticleId } from '../../../contract/ids.ts';
import { sha256Of } from '../../sha256.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { DamagedText } from './damaged-text.ts';
import { decodeOldRecord } from './old-record.ts';

type RecordRow = Readonly<{ article: number; block: number; start: number; length: number }>;

/** A Brotli stream (RFC 7932) of several records, and the first half of its SHA-256. */
export type OldBlock = Readonly<{ checksum: Uint8Array; bytes: Uint8Array }>;

const keptBlocks = 16;

/**
 * Texts as version 1 of `text.sqlite` stored them: many in one compressed block. They stay as they are until one of
 * the block is replaced or removed.
 */
export class OldTexts {
  readonly #db: Database;
  readonly #record: Statement<RecordRow>;
  readonly #block: Statement<OldBlock>;
  /** Blocks are never changed and their ids never used again, so that what was read once stays right. */
  readonly #kept = new Map<number, Uint8Array>();

  constructor(db: Database) {
    this.#db = db;
    this.#record = db.prepare('SELECT article, block, start, length FROM records WHERE article = ?');
    this.#block = db.prepare('SELECT checksum, bytes FROM blocks WHERE id = ?');
  }

  /** Null for an article that is not stored this way; throws a `DamagedText` when its block is damaged. */
  read(id: ArticleId): ExtractedArticle | null {
    const row = this.#record.get(id);
    return row === undefined ? null : this.#readRow(row);
  }

  /** The block that holds an article; null for none. */
  blockOf(id: ArticleId): number | null {
    return this.#record.get(id)?.block ?? null;
  }

  /** The other articles of a block, in which nothing is damaged; otherwise none, as `check` says. */
  readBlock(block: number): Map<ArticleId, ExtractedArticle> {
    const rows = this.#db
      .prepare<RecordRow>('SELECT article, block, start, length FROM records WHERE block = ?')
      .all(block);
    try {
      return new Map(rows.map((row) => [articleId(row.article), this.#readRow(row)]));
    } catch (error) {
      if (error instanceof DamagedText) return new Map();
      throw error;
    }
  }

  /** Belongs into a transaction. */
  dropBlock(block: number): void {
    this.#db.prepare('DELETE FROM records WHERE block = ?').run(block);
    this.#db.prepare('DELETE FROM blocks WHERE id = ?').run(block);
  }

  #readRow({ article, block, start, length }: RecordRow): ExtractedArticle {
    const record = this.#unpacked(block).subarray(start, start + length);
    try {
      return decodeOldRecord(record);
    } catch {
      // The place of a record has no checksum: a wrong one shows in what is read there.
      throw new DamagedText(
        sentence('damage.damaged', { what: sentence('damage.text-of', { id: article }) }),
      );
    }
  }

  #unpacked(id: number): Uint8Array {
    const kept = this.#kept.get(id);
    if (kept !== undefined) return kept;
    const stored = this.#block.get(id);
    if (stored === undefined)
      throw new DamagedText(sentence('damage.gone', { what: sentence('damage.block', { id }) }));
    const raw = unpackOldBlock(stored, id);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= keptBlocks && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(id, raw);
    return raw;
  }
}

/** The records of a block; throws a `DamagedText` when it is not what was stored. */
export function unpackOldBlock({ checksum, bytes }: OldBlock, id: number): Uint8Array {
  const sha256 = sha256Of(bytes);
  if (sha256.compare(checksum, 0, checksum.length, 0, 16) !== 0)
    throw new DamagedText(sentence('damage.checksum', { what: sentence('damage.block', { id }) }));
  return brotliDecompressSync(bytes);
}

import { articleId, type ArticleId } from '../../contract/ids.ts';
import type { Database, Statement } from '../sqlite.ts';
import { isIntact, packRecords, unpackBlock, type PackedRecords, type StoredBlock } from './text-block.ts';

type RecordRow = Readonly<{ article: number; start: number; length: number }>;
type LooseRecord = Readonly<{ key: number; bytes: Uint8Array }>;

/** Texts in blocks whose keys are places in `ids`: the article of each, -1 for one that is not wanted. */
export type TextPart = Readonly<{ blocks: readonly PackedRecords[]; ids: Int32Array }>;

/**
 * Writes articles into `text.sqlite`. A block that holds a text which was replaced or removed is written anew
 * without it at once, so that no text outlives its article.
 */
export class TextWriter {
  readonly #blockOfRecord: Statement<{ block: number }>;
  readonly #recordsOfBlock: Statement<RecordRow>;
  readonly #block: Statement<StoredBlock>;
  readonly #addBlock: Statement<object>;
  readonly #dropBlock: Statement<object>;
  readonly #putRecord: Statement<object>;
  readonly #dropRecord: Statement<object>;

  constructor(db: Database) {
    this.#blockOfRecord = db.prepare('SELECT block FROM records WHERE article = ?');
    this.#recordsOfBlock = db.prepare('SELECT article, start, length FROM records WHERE block = ?');
    this.#block = db.prepare('SELECT checksum, bytes FROM blocks WHERE id = ?');
    this.#addBlock = db.prepare('INSERT INTO blocks (checksum, bytes) VALUES (?, ?)');
    this.#dropBlock = db.prepare(
      'DELETE FROM blocks WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM records WHERE block = ?1)',
    );
    this.#putRecord = db.prepare(
      'INSERT OR REPLACE INTO records (article, block, start, length) VALUES (?, ?, ?, ?)',
    );
    this.#dropRecord = db.prepare('DELETE FROM records WHERE article = ?');
  }

  has(id: ArticleId): boolean {
    return this.#blockOfRecord.get(id) !== undefined;
  }

  /** Stores new texts, in place of older ones, and forgets removed ones. Belongs into a transaction. */
  apply(parts: readonly TextPart[], removed: Iterable<ArticleId>): void {
    const gone = new Set<ArticleId>(removed);
    const renewed = new Set<ArticleId>();
    for (const { ids } of parts) for (const id of ids) if (id >= 0) renewed.add(articleId(id));
    const opened = new Set<number>();
    for (const id of [...gone, ...renewed]) {
      const block = this.#blockOfRecord.get(id)?.block;
      if (block !== undefined) opened.add(block);
    }
    const loose: LooseRecord[] = [];
    for (const part of parts) for (const packed of part.blocks) this.#take(packed, part.ids, loose);
    const emptied = [...opened].map((block) => {
      this.#open(block, (id) => gone.has(id) || renewed.has(id), loose);
      return block;
    });
    for (const packed of packRecords(loose)) this.#write(packed, (key) => articleId(key));
    for (const id of gone) this.#dropRecord.run(id);
    for (const block of emptied) this.#dropBlock.run(block);
  }

  /** Stores a block as it came when all of its records are wanted; otherwise those that are become loose. */
  #take(packed: PackedRecords, ids: Int32Array, loose: LooseRecord[]): void {
    const wanted = packed.records.filter(({ key }) => (ids[key] ?? -1) >= 0);
    if (wanted.length === packed.records.length) {
      this.#write(packed, (key) => articleId(ids[key] ?? 0));
      return;
    }
    if (wanted.length === 0) return;
    const raw = unpackBlock(packed.block, 'a block that was just packed');
    for (const { key, start, length } of wanted) {
      loose.push({ key: ids[key] ?? 0, bytes: raw.subarray(start, start + length) });
    }
  }

  /** Takes what stays out of a stored block; of a damaged one nothing can be carried over, as `check` says. */
  #open(block: number, leaves: (id: ArticleId) => boolean, loose: LooseRecord[]): void {
    const stored = this.#block.get(block);
    if (stored === undefined || !isIntact(stored)) return;
    const raw = unpackBlock(stored, `block ${block}`);
    for (const { article, start, length } of this.#recordsOfBlock.all(block)) {
      if (!leaves(articleId(article)))
        loose.push({ key: article, bytes: raw.subarray(start, start + length) });
    }
  }

  #write({ block, records }: PackedRecords, idOf: (key: number) => ArticleId): void {
    const number = Number(this.#addBlock.run(block.checksum, block.bytes).lastInsertRowid);
    for (const { key, start, length } of records) this.#putRecord.run(idOf(key), number, start, length);
  }
}

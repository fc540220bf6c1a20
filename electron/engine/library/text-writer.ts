import { articleId, type ArticleId } from '../../contract/ids.ts';
import type { Database, Statement } from '../sqlite.ts';
import { blockBytes, isIntact, packBlock, unpackBlock, type StoredBlock } from './text-block.ts';

type RecordRow = Readonly<{ article: number; start: number; length: number }>;
type NewRecord = Readonly<{ id: ArticleId; bytes: Uint8Array }>;

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
  apply(records: ReadonlyMap<ArticleId, Uint8Array>, removed: Iterable<ArticleId>): void {
    const opened = new Set<number>();
    const damaged = new Set<number>();
    const gone = new Set<ArticleId>(removed);
    for (const id of [...gone, ...records.keys()]) {
      const block = this.#blockOfRecord.get(id)?.block;
      if (block !== undefined) opened.add(block);
    }
    const packing = new BlockPacking((batch, raw) => this.#write(batch, raw));
    for (const [id, bytes] of records) packing.add({ id, bytes });
    for (const block of opened) {
      const stored = this.#block.get(block);
      if (stored === undefined) continue;
      if (!isIntact(stored)) {
        // Its other articles can't be carried over: `check` names them until they are read again.
        opened.delete(block);
        damaged.add(block);
        continue;
      }
      const raw = unpackBlock(stored, `block ${block}`);
      for (const { article, start, length } of this.#recordsOfBlock.all(block)) {
        const id = articleId(article);
        if (gone.has(id) || records.has(id)) continue;
        packing.add({ id, bytes: raw.subarray(start, start + length) });
      }
    }
    packing.finish();
    for (const id of gone) this.#dropRecord.run(id);
    for (const block of [...opened, ...damaged]) this.#dropBlock.run(block);
  }

  #write(batch: readonly NewRecord[], raw: Uint8Array): void {
    const { checksum, bytes } = packBlock(raw);
    const block = Number(this.#addBlock.run(checksum, bytes).lastInsertRowid);
    let start = 0;
    for (const record of batch) {
      this.#putRecord.run(record.id, block, start, record.bytes.length);
      start += record.bytes.length;
    }
  }
}

/** Gathers records until they fill a block. */
class BlockPacking {
  readonly #write: (batch: readonly NewRecord[], raw: Uint8Array) => void;
  #batch: NewRecord[] = [];
  #bytes = 0;

  constructor(write: (batch: readonly NewRecord[], raw: Uint8Array) => void) {
    this.#write = write;
  }

  add(record: NewRecord): void {
    this.#batch.push(record);
    this.#bytes += record.bytes.length;
    if (this.#bytes >= blockBytes) this.finish();
  }

  finish(): void {
    if (this.#batch.length === 0) return;
    this.#write(this.#batch, Buffer.concat(this.#batch.map(({ bytes }) => bytes)));
    this.#batch = [];
    this.#bytes = 0;
  }
}

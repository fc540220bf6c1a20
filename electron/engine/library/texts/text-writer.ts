import { articleId, type ArticleId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { OldTexts } from './old-texts.ts';
import { checksumOfText } from './stored-text.ts';
import type { PackedTexts } from './text-packer.ts';
import { RecordDecoder, RecordEncoder } from './text-record.ts';
import { TokenDictionary } from './token-dictionary.ts';
import { noList, TokenDictionaries } from './token-dictionaries.ts';

/** Texts as they were packed, and the article of each: -1 for one that is not wanted. */
export type TextPart = Readonly<{ texts: PackedTexts; ids: Int32Array }>;

/** How many texts more, or fewer, are written by a list. */
type ListCounts = Map<number, number>;

/** Writes articles into `text.sqlite`. */
export class TextWriter {
  readonly #listOf: Statement<{ list: number }>;
  readonly #anyOld: Statement<object>;
  readonly #put: Statement<object>;
  readonly #drop: Statement<object>;
  readonly #lists: TokenDictionaries;
  readonly #oldTexts: OldTexts;

  constructor(db: Database) {
    this.#listOf = db.prepare('SELECT list FROM texts WHERE article = ?');
    this.#anyOld = db.prepare('SELECT 1 FROM records LIMIT 1');
    this.#put = db.prepare('INSERT OR REPLACE INTO texts (article, list, crc, record) VALUES (?, ?, ?, ?)');
    this.#drop = db.prepare('DELETE FROM texts WHERE article = ?');
    this.#lists = new TokenDictionaries(db);
    this.#oldTexts = new OldTexts(db);
  }

  has(id: ArticleId): boolean {
    return this.#listOf.get(id) !== undefined || this.#oldTexts.blockOf(id) !== null;
  }

  /**
   * Stores new texts, in place of older ones, and forgets removed ones, so that no text outlives its article. Belongs
   * into a transaction.
   */
  apply(parts: readonly TextPart[], removed: Iterable<ArticleId>): void {
    const counts: ListCounts = new Map();
    const renewed = new Set<ArticleId>();
    for (const { ids } of parts) for (const id of ids) if (id >= 0) renewed.add(articleId(id));
    const leaving = new Set([...removed, ...renewed]);
    for (const id of leaving) {
      const list = this.#listOf.get(id)?.list;
      if (list === undefined) continue;
      add(counts, list, -1);
      if (!renewed.has(id)) this.#drop.run(id);
    }
    if (this.#anyOld.get() !== undefined) this.#emptyBlocks(leaving, counts);
    for (const part of parts) this.#putPart(part, counts);
    this.#lists.count(counts);
  }

  #putPart({ texts, ids }: TextPart, counts: ListCounts): void {
    if (!ids.some((id) => id >= 0)) return;
    const newest = texts.list === null ? this.#lists.newest() : null;
    const list = texts.list === null ? (newest?.id ?? noList) : this.#lists.idOf(texts.list);
    // Too few articles to learn a list from: an earlier one says more than none.
    const recode = newest === null ? null : recoder(newest.list);
    let start = 0;
    for (const [nth, end] of texts.ends.entries()) {
      const record = texts.bytes.subarray(start, end);
      start = end;
      const id = ids[nth] ?? -1;
      if (id < 0) continue;
      this.#write(id, list, recode === null ? record : recode(record));
      add(counts, list, 1);
    }
  }

  /** Takes articles that stay out of the blocks of version 1 that hold others which leave, and drops these. */
  #emptyBlocks(leaving: ReadonlySet<ArticleId>, counts: ListCounts): void {
    const blocks = new Set<number>();
    for (const id of leaving) {
      const block = this.#oldTexts.blockOf(id);
      if (block !== null) blocks.add(block);
    }
    if (blocks.size === 0) return;
    const newest = this.#lists.newest();
    const encoder = new RecordEncoder(newest?.list ?? TokenDictionary.empty);
    for (const block of blocks) {
      for (const [id, article] of this.#oldTexts.readBlock(block)) {
        if (leaving.has(id)) continue;
        this.#write(id, newest?.id ?? noList, encoder.encode(article));
        add(counts, newest?.id ?? noList, 1);
      }
      this.#oldTexts.dropBlock(block);
    }
  }

  #write(id: number, list: number, record: Uint8Array): void {
    this.#put.run(id, list, checksumOfText(id, list, record), record);
  }
}

function add(counts: ListCounts, list: number, more: number): void {
  counts.set(list, (counts.get(list) ?? 0) + more);
}

/** Gives a record that was written without a list the words of one. */
function recoder(list: TokenDictionary): (record: Uint8Array) => Uint8Array {
  const decoder = new RecordDecoder(TokenDictionary.empty);
  const encoder = new RecordEncoder(list);
  return (record) => encoder.encode(decoder.decode(record));
}

import { sentence } from '../../../words/sentence.ts';
import { namedColumns, type NamedColumnName } from '../../../contract/named-columns.ts';
import { BitSet } from '../bytes/bit-set.ts';
import { dayOffset, decodeColumn, namesOf, type Column, type ColumnName } from '../schema/columns.ts';
import { indexFields } from '../schema/fields.ts';
import { DamagedIndexError } from '../schema/index-schema.ts';
import {
  addDocuments,
  decodeDocuments,
  decodeFrequencies,
  type PostingsEntry,
  type PostingsLengths,
} from '../postings/postings.ts';
import { PostingsCursor } from '../postings/postings-cursor.ts';
import { orderById } from './order-by-id.ts';
import { noPublishedDay } from '../schema/published-day.ts';
import { maxOf, rangeOfDays, SegmentCache, type ColumnOfNames } from './segment-cache.ts';
import { crcOfRow, type SegmentRow } from '../storage/segment-row.ts';
import type { SegmentStore } from '../storage/segment-store.ts';
import { InlinePostings } from '../terms/inline-postings.ts';
import { TermDictionary } from '../terms/term-dictionary.ts';
import { FormTable } from '../terms/form-table.ts';

/** Rows of written forms that are read in one step. */
const formBlocksAtOnce = 16;

/** Reads one immutable segment. Only its tombstones change, and with them comes a new reader. */
export class SegmentReader {
  readonly row: SegmentRow;
  readonly tombstones: BitSet | null;
  readonly #store: SegmentStore;
  readonly dictionary: TermDictionary;
  readonly inlinePostings: InlinePostings;
  readonly #cache: SegmentCache;

  /** `previous` is the reader of the same segment before its tombstones changed: what it has read stays good. */
  constructor(store: SegmentStore, row: SegmentRow, previous?: SegmentReader) {
    if (crcOfRow(row) !== row.crc) throw new DamagedIndexError(row.id, sentence('damage.row'));
    this.#store = store;
    this.row = row;
    this.tombstones =
      row.tombstones === null
        ? null
        : new BitSet(row.articles, new Uint32Array(row.tombstones.slice().buffer));
    if ((this.tombstones?.count() ?? 0) !== row.deleted)
      throw new DamagedIndexError(row.id, sentence('damage.row'));
    this.#cache = previous === undefined ? new SegmentCache() : previous.#cache;
    this.inlinePostings = new InlinePostings(store, row.id, row.terms);
    this.dictionary = previous?.dictionary ?? new TermDictionary(store, row.id, row.terms);
  }

  get live(): number {
    return this.row.articles - this.row.deleted;
  }

  /** Article ids by document. */
  get articles(): Column {
    return this.column('articles');
  }

  /** The greatest id of an article, -1 in an empty segment. */
  get maxArticle(): number {
    this.#cache.maxArticle ??= maxOf(this.articles);
    return this.#cache.maxArticle;
  }

  /** The earliest and the latest day of publication as column `days` holds them; both 0 when there is none. */
  get days(): Readonly<{ earliest: number; latest: number }> {
    this.#cache.days ??= rangeOfDays(this.column('days'));
    return this.#cache.days;
  }

  /** Column `guessed-days`, or null when nothing is guessed of any document, as in most segments. */
  get guessedDays(): Column | null {
    if (this.#cache.guessedDays === undefined) {
      const days: Uint8Array | Uint16Array | Uint32Array = this.column('guessed-days');
      this.#cache.guessedDays = days.every((day) => day === 0) ? null : days;
    }
    return this.#cache.guessedDays;
  }

  /** Lengths of a field by document, in terms. */
  lengths(field: number): Column {
    return this.column(`length-${field}`);
  }

  /** Sum of the lengths of a field over live articles. */
  liveLength(field: number): number {
    const bytes = this.row.lengths;
    return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(field * 8, true);
  }

  day(document: number): number {
    const day = this.column('days')[document] ?? 0;
    return day === 0 ? noPublishedDay : day - dayOffset;
  }

  named(name: NamedColumnName): ColumnOfNames {
    let column = this.#cache.named.get(name);
    if (column === undefined) {
      const json = new TextDecoder().decode(this.#store.column(this.row.id, namesOf(name)));
      column = { values: this.column(name), names: JSON.parse(json) as string[] };
      this.#cache.named.set(name, column);
    }
    return column;
  }

  isLive(document: number): boolean {
    return this.tombstones?.has(document) !== true;
  }

  /** The live documents. */
  liveDocuments(): BitSet {
    const live = BitSet.full(this.row.articles);
    return this.tombstones === null ? live : live.subtract(this.tombstones);
  }

  /** Null when the segment does not hold `article`. */
  documentOf(article: number): number | null {
    const ids = this.articles;
    const documents = (this.#cache.documentsById ??= orderById(ids));
    let low = 0;
    let high = documents.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const document = documents[middle] as number;
      const id = ids[document] as number;
      if (id === article) return document;
      if (id < article) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  column(name: ColumnName): Column {
    let column = this.#cache.columns.get(name);
    if (column === undefined) {
      column = decodeColumn(this.#store.column(this.row.id, name));
      const length = name.startsWith('form-') ? this.row.forms : this.row.articles;
      if (column.length !== length)
        throw new DamagedIndexError(this.row.id, sentence('damage.column-length', { name }));
      this.#cache.columns.set(name, column);
    }
    return column;
  }

  /** All written forms; `column('form-terms')` holds the number of the term of each. */
  forms(): FormTable {
    return this.#cache.forms ?? finished(this.#readForms());
  }

  /** Reads ahead what the first queries would wait for, a little a step: first what all need, then what wildcards need. */
  *warming(): Generator<void, void> {
    this.dictionary.warm();
    for (const { name } of namedColumns) this.named(name);
    // By them each answer is counted.
    this.#cache.maxArticle ??= maxOf(this.articles);
    this.#cache.days ??= rangeOfDays(this.column('days'));
    void this.guessedDays;
    yield;
    for (let field = 0; field < indexFields.length; field += 1) {
      this.lengths(field);
      yield;
    }
    this.column('form-terms');
    yield;
    this.column('form-numbers');
    yield;
    if (this.#cache.forms === null) yield* this.#readForms();
  }

  /** The bytes `[start, end)` of one part of the postings; all of it when none are named. */
  part(
    { offset, positionOffset, lengths }: PostingsEntry,
    name: keyof PostingsLengths,
    start = 0,
    end = lengths[name],
  ): Uint8Array {
    const isPosition = name === 'positions' || name === 'surfaces';
    let at = (isPosition ? positionOffset : offset) + start;
    if (name === 'documents' || name === 'frequencies') at += lengths.skips;
    if (name === 'frequencies') at += lengths.documents;
    if (name === 'surfaces') at += lengths.positions;
    return this.#store.run(isPosition ? 'position_chunks' : 'chunks', this.row.id, at, end - start);
  }

  cursor(entry: PostingsEntry): PostingsCursor {
    return new PostingsCursor(entry, (part, start, end) => this.part(entry, part, start, end));
  }

  /** The documents that the term is in, deleted ones included. */
  documents(entry: PostingsEntry): Uint32Array {
    const documents = new Uint32Array(entry.documentCount);
    decodeDocuments(entry, this.part(entry, 'documents'), documents);
    return documents;
  }

  /** Adds the documents that the term is in to `set`. */
  addDocuments(entry: PostingsEntry, set: BitSet): void {
    addDocuments(entry, this.part(entry, 'documents'), set);
  }

  /** How often the term is in each of its documents. */
  frequencies(entry: PostingsEntry): Uint32Array {
    const frequencies = new Uint32Array(entry.documentCount);
    decodeFrequencies(entry, this.part(entry, 'frequencies'), frequencies);
    return frequencies;
  }

  /** Straight into one run of bytes: a million articles have some tens of megabytes of them. */
  *#readForms(): Generator<void, FormTable> {
    const { id, forms } = this.row;
    const { parts, bytes: length } = this.#store.size('form_blocks', id);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (let part = 0; part < parts; part += 1) {
      const block = this.#store.part('form_blocks', id, part);
      bytes.set(block, at);
      at += block.length;
      if (part % formBlocksAtOnce === 0) yield;
    }
    this.#cache.forms ??= new FormTable(bytes, forms);
    return this.#cache.forms;
  }
}

function finished<Value>(work: Generator<void, Value>): Value {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

import { BitSet } from './bit-set.ts';
import { dayOffset, decodeColumn, type Column, type ColumnName } from './columns.ts';
import {
  decodeFirstKeys,
  decodeTermBlock,
  findInTermBlock,
  type FoundTerm,
  type TermEntry,
} from './dictionary.ts';
import { indexFields } from './fields.ts';
import { blockTerms, DamagedIndexError } from './index-schema.ts';
import {
  addDocuments,
  decodeDocuments,
  decodeFrequencies,
  type PostingsEntry,
  type PostingsLengths,
} from './postings.ts';
import { PostingsCursor } from './postings-cursor.ts';
import { noPublishedDay } from './published-day.ts';
import {
  greatestOf,
  orderById,
  SegmentMemory,
  type NamedColumn,
  type NamedColumnName,
} from './segment-memory.ts';
import { crcOfRow, type SegmentRow } from './segment-row.ts';
import type { SegmentStore } from './segment-store.ts';
import { isWordTerm } from './streams.ts';
import { WordTable } from './word-table.ts';

const namesOf = { languages: 'language-names', places: 'place-names', agencies: 'agency-names' } as const;

const keptTermBlocks = 256;
/** Blocks of terms that are read together when most of them are wanted. */
const blocksAtOnce = 32;

/** Reads one immutable segment. Only its tombstones change, and with them a new reader takes its place. */
export class SegmentReader {
  readonly row: SegmentRow;
  readonly tombstones: BitSet | null;
  readonly #store: SegmentStore;
  readonly #memory: SegmentMemory;

  /** `previous` is the reader of the same segment before its tombstones changed: what it has read stays good. */
  constructor(store: SegmentStore, row: SegmentRow, previous?: SegmentReader) {
    if (crcOfRow(row) !== row.crc) throw new DamagedIndexError(row.id, 'the row is damaged');
    this.#store = store;
    this.row = row;
    this.tombstones =
      row.tombstones === null
        ? null
        : new BitSet(row.articles, new Uint32Array(row.tombstones.slice().buffer));
    if ((this.tombstones?.count() ?? 0) !== row.deleted)
      throw new DamagedIndexError(row.id, 'the row is damaged');
    this.#memory = previous === undefined ? new SegmentMemory() : previous.#memory;
  }

  get live(): number {
    return this.row.articles - this.row.deleted;
  }

  /** Article ids by document. */
  get articles(): Column {
    return this.column('articles');
  }

  /** The greatest id of an article, -1 in an empty segment. */
  get greatestArticle(): number {
    this.#memory.greatestArticle ??= greatestOf(this.articles);
    return this.#memory.greatestArticle;
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

  named(name: NamedColumnName): NamedColumn {
    let column = this.#memory.named.get(name);
    if (column === undefined) {
      const json = new TextDecoder().decode(this.#store.column(this.row.id, namesOf[name]));
      column = { values: this.column(name), names: JSON.parse(json) as string[] };
      this.#memory.named.set(name, column);
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
    const documents = (this.#memory.documentsById ??= orderById(ids));
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
    let column = this.#memory.columns.get(name);
    if (column === undefined) {
      column = decodeColumn(this.#store.column(this.row.id, name));
      const length = name.startsWith('form-') ? this.row.forms : this.row.articles;
      if (column.length !== length)
        throw new DamagedIndexError(this.row.id, `column ${name} has a wrong length`);
      this.#memory.columns.set(name, column);
    }
    return column;
  }

  term(term: string): TermEntry | null {
    const firsts = this.#firsts();
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((firsts[middle] as string) <= term) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? null : (this.#termBlock(low).find((entry) => entry.term === term) ?? null);
  }

  termAt(number: number): TermEntry {
    const entry = this.#termBlock(Math.floor(number / blockTerms))[number % blockTerms];
    if (entry === undefined) throw new DamagedIndexError(this.row.id, `term ${String(number)} is missing`);
    return entry;
  }

  /** Calls back with the terms of these numbers, which ascend: made for thousands of them. */
  findTerms(numbers: readonly number[], onTerm: (term: FoundTerm, nth: number) => void): void {
    let blocks: readonly Uint8Array[] = [];
    let firstBlock = 0;
    for (let from = 0; from < numbers.length;) {
      const block = Math.floor((numbers[from] as number) / blockTerms);
      const first = from;
      const places: number[] = [];
      for (; from < numbers.length && (numbers[from] as number) < (block + 1) * blockTerms; from += 1) {
        places.push((numbers[from] as number) - block * blockTerms);
      }
      if (block >= firstBlock + blocks.length) {
        firstBlock = block;
        blocks = this.#blocksFrom(block, numbers, first);
      }
      findInTermBlock(blocks[block - firstBlock] as Uint8Array, places, (term, nth) =>
        onTerm(term, first + nth),
      );
    }
  }

  /** Blocks of terms from one on: as many at once as there is use for. */
  #blocksFrom(block: number, numbers: readonly number[], at: number): readonly Uint8Array[] {
    const last = Math.min(block + blocksAtOnce, Math.ceil(this.row.terms / blockTerms)) - 1;
    let wanted = at;
    while (wanted < numbers.length && (numbers[wanted] as number) < (last + 1) * blockTerms) wanted += 1;
    const isDense = wanted - at > (last - block) / 2;
    return isDense
      ? this.#store.parts('term_blocks', this.row.id, block, last - block + 1)
      : [this.#store.part('term_blocks', this.row.id, block)];
  }

  /** Every term in order; each block is read when it is come to and not kept. */
  *termEntries(): Generator<TermEntry, void> {
    const blocks = Math.ceil(this.row.terms / blockTerms);
    for (let block = 0; block < blocks; block += 1) {
      yield* decodeTermBlock(this.#store.part('term_blocks', this.row.id, block));
    }
  }

  /** All written forms; `column('form-terms')` holds the number of the term of each. */
  forms(): WordTable {
    this.#memory.forms ??= new WordTable(this.#formBytes(), this.row.forms);
    return this.#memory.forms;
  }

  /** The numbers of the terms in a table are theirs in the segment. */
  terms(): WordTable {
    if (this.#memory.terms === null) {
      const words: string[] = [];
      for (const { term } of this.termEntries()) if (isWordTerm(term)) words.push(term);
      this.#memory.terms = WordTable.of(words);
    }
    return this.#memory.terms;
  }

  /** Reads ahead what the first query would wait for. */
  warm(): void {
    this.#firsts();
    this.forms();
    this.column('form-terms');
    this.column('form-numbers');
    for (let field = 0; field < indexFields.length; field += 1) this.lengths(field);
    for (const name of ['languages', 'places', 'agencies'] as const) this.named(name);
  }

  /** One part of the postings, as it is stored. */
  part({ offset, positionOffset, lengths }: PostingsEntry, name: keyof PostingsLengths): Uint8Array {
    const { id } = this.row;
    switch (name) {
      case 'skips':
        return this.#store.run('chunks', id, offset, lengths.skips);
      case 'documents':
        return this.#store.run('chunks', id, offset + lengths.skips, lengths.documents);
      case 'frequencies':
        return this.#store.run('chunks', id, offset + lengths.skips + lengths.documents, lengths.frequencies);
      case 'positions':
        return this.#store.run('position_chunks', id, positionOffset, lengths.positions);
      case 'writings':
        return this.#store.run('position_chunks', id, positionOffset + lengths.positions, lengths.writings);
    }
  }

  cursor(entry: PostingsEntry): PostingsCursor {
    return new PostingsCursor(entry, (part) => this.part(entry, part));
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

  /** Whether the term is in a document that is not in `set`. */
  hasOtherDocuments(entry: PostingsEntry, set: BitSet): boolean {
    return this.documents(entry).some((document) => !set.has(document));
  }

  /** How often the term is in each of its documents. */
  frequencies(entry: PostingsEntry): Uint32Array {
    const frequencies = new Uint32Array(entry.documentCount);
    decodeFrequencies(entry, this.part(entry, 'frequencies'), frequencies);
    return frequencies;
  }

  #formBytes(): Uint8Array {
    const blocks = this.#store.count('form_blocks', this.row.id);
    return Buffer.concat(
      Array.from({ length: blocks }, (_, block) => this.#store.part('form_blocks', this.row.id, block)),
    );
  }

  #firsts(): readonly string[] {
    const known = this.#memory.firstTerms;
    if (known !== null) return known;
    const firsts = decodeFirstKeys(this.#store.column(this.row.id, 'first-terms'));
    if (firsts.length !== Math.ceil(this.row.terms / blockTerms)) {
      throw new DamagedIndexError(this.row.id, 'blocks of terms are missing');
    }
    this.#memory.firstTerms = firsts;
    return firsts;
  }

  #termBlock(block: number): readonly TermEntry[] {
    const { termBlocks } = this.#memory;
    const known = termBlocks.get(block);
    if (known !== undefined) return known;
    const entries = decodeTermBlock(this.#store.part('term_blocks', this.row.id, block));
    if (termBlocks.size >= keptTermBlocks) termBlocks.clear();
    termBlocks.set(block, entries);
    return entries;
  }
}

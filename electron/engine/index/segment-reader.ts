import { BitSet } from './bit-set.ts';
import { dayOffset, decodeColumn, type Column } from './columns.ts';
import { decodeFormBlock, decodeTermBlock, type FormEntry, type TermEntry } from './dictionary.ts';
import { indexFields } from './fields.ts';
import { blockTerms } from './index-schema.ts';
import {
  addDocuments,
  addFrequencies,
  byteLength,
  decodeDocuments,
  decodeDocumentsOfForms,
  decodePostings,
  hasOtherDocuments,
  type Postings,
  type PostingsEntry,
} from './postings.ts';
import { noPublishedDay } from './published-day.ts';
import type { SegmentStore } from './segment-store.ts';

/** One row of `segments`. */
export type SegmentRow = Readonly<{
  id: number;
  articles: number;
  deleted: number;
  terms: number;
  forms: number;
  bytes: number;
  live: number;
  lengths: Uint8Array;
  tombstones: Uint8Array | null;
}>;

/** The words of one dictionary, all in memory once a query asks for more than single terms. */
type WordList = Readonly<{
  words: readonly string[];
  /** The words one behind the other, each with its end before and behind it, for one search through all of them. */
  joined: string;
  /** Where each word begins in `joined`. */
  starts: Uint32Array;
}>;

/** The written forms, their terms, and how many forms each term has. */
type FormList = Readonly<{ list: WordList; entries: readonly FormEntry[]; formCounts: Uint32Array }>;

const wordEnd = '\n';

/** Reads one immutable segment. Only its tombstones change, and with them a new reader takes its place. */
export class SegmentReader {
  readonly row: SegmentRow;
  readonly tombstones: BitSet | null;
  readonly #store: SegmentStore;
  readonly #columns = new Map<string, Column>();
  readonly #termBlocks = new Map<number, readonly TermEntry[]>();
  #firstTerms: string[] | null = null;
  #terms: WordList | null = null;
  #forms: FormList | null = null;
  #languages: readonly string[] | null = null;

  /** `previous` is the reader of the same segment before its tombstones changed: what it has read stays good. */
  constructor(store: SegmentStore, row: SegmentRow, previous?: SegmentReader) {
    this.#store = store;
    this.row = row;
    this.tombstones =
      row.tombstones === null
        ? null
        : new BitSet(row.articles, new Uint32Array(row.tombstones.slice().buffer));
    if (previous === undefined) return;
    this.#columns = previous.#columns;
    this.#termBlocks = previous.#termBlocks;
    this.#firstTerms = previous.#firstTerms;
    this.#terms = previous.#terms;
    this.#forms = previous.#forms;
    this.#languages = previous.#languages;
  }

  /** Article ids by document, ascending. */
  get articles(): Column {
    return this.column('articles');
  }

  lengths(field: number): Column {
    return this.column(`length-${String(field)}`);
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

  hasDay(document: number): boolean {
    return this.column('days')[document] !== 0;
  }

  language(document: number): string {
    this.#languages ??= JSON.parse(
      new TextDecoder().decode(this.#store.column(this.row.id, 'language-names')),
    ) as string[];
    return this.#languages[this.column('languages')[document] ?? 0] ?? 'und';
  }

  isLive(document: number): boolean {
    return this.tombstones?.has(document) !== true;
  }

  /** The live documents. */
  liveDocuments(): BitSet {
    const live = BitSet.full(this.row.articles);
    return this.tombstones === null ? live : live.subtract(this.tombstones);
  }

  /** Null when the segment holds another article than `article`, or none. */
  documentOf(article: number): number | null {
    const ids = this.articles;
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const id = ids[middle] as number;
      if (id === article) return middle;
      if (id < article) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  column(name: string): Column {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = decodeColumn(this.#store.column(this.row.id, name));
      if (column.length !== this.row.articles) throw new RangeError(`column ${name} has a wrong length`);
      this.#columns.set(name, column);
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
    return this.#termBlock(low).find((entry) => entry.term === term) ?? null;
  }

  termAt(number: number): TermEntry {
    const entry = this.#termBlock(Math.floor(number / blockTerms))[number % blockTerms];
    if (entry === undefined)
      throw new RangeError(`segment ${String(this.row.id)} has no term ${String(number)}`);
    return entry;
  }

  /** All terms, sorted by code unit. */
  termList(): WordList {
    this.#terms ??= wordList(this.#allTerms());
    return this.#terms;
  }

  /** All written forms, sorted by code unit, with their terms. */
  formList(): FormList {
    if (this.#forms === null) {
      const entries = this.#store.formBlocks(this.row.id).flatMap((data) => decodeFormBlock(data));
      const formCounts = new Uint32Array(this.row.terms);
      for (const { terms } of entries) {
        for (const { term } of terms) formCounts[term] = (formCounts[term] ?? 0) + 1;
      }
      this.#forms = { list: wordList(entries.map(({ form }) => form)), entries, formCounts };
    }
    return this.#forms;
  }

  /** Reads ahead what the first query would wait for. */
  warm(): void {
    this.formList();
    this.#firsts();
    for (const field of lengthFields) this.lengths(field);
  }

  documents(entry: PostingsEntry): ReturnType<typeof decodeDocuments> {
    return decodeDocuments(
      entry,
      this.#store.postings(this.row.id, entry.offset, entry.lengths.documents + entry.lengths.frequencies),
    );
  }

  /** As `documents`, of the occurrences in some written forms of the term alone. */
  documentsOfForms(entry: PostingsEntry, forms: ReadonlySet<number>): ReturnType<typeof decodeDocuments> {
    return decodeDocumentsOfForms(
      entry,
      this.#store.postings(this.row.id, entry.offset, byteLength(entry.lengths)),
      forms,
    );
  }

  /** Adds the documents that hold the term to `set`. */
  addDocuments(entry: PostingsEntry, set: BitSet): void {
    const bytes = this.#store.postings(this.row.id, entry.offset, entry.lengths.documents);
    addDocuments(entry, bytes, set);
  }

  /** Whether the term is in a document that is not in `set`. */
  hasOtherDocuments(entry: PostingsEntry, set: BitSet): boolean {
    const bytes = this.#store.postings(this.row.id, entry.offset, entry.lengths.documents);
    return hasOtherDocuments(entry, bytes, set);
  }

  /** Adds how often each document holds the term to `counts`. */
  addFrequencies(entry: PostingsEntry, counts: Uint32Array): void {
    const { documents, frequencies } = entry.lengths;
    addFrequencies(entry, this.#store.postings(this.row.id, entry.offset, documents + frequencies), counts);
  }

  postings(entry: PostingsEntry): Postings {
    return decodePostings(entry, this.#store.postings(this.row.id, entry.offset, byteLength(entry.lengths)));
  }

  #firsts(): string[] {
    this.#firstTerms ??= this.#store.termBlocks(this.row.id).map((data, block) => {
      const entries = decodeTermBlock(data);
      if (block < 64) this.#termBlocks.set(block, entries);
      return entries[0]?.term ?? '';
    });
    return this.#firstTerms;
  }

  #allTerms(): string[] {
    return this.#store
      .termBlocks(this.row.id)
      .flatMap((data) => decodeTermBlock(data).map(({ term }) => term));
  }

  #termBlock(block: number): readonly TermEntry[] {
    const known = this.#termBlocks.get(block);
    if (known !== undefined) return known;
    const bytes = this.#store.termBlock(this.row.id, block);
    const entries = bytes === null ? [] : decodeTermBlock(bytes);
    if (this.#termBlocks.size >= 1024) this.#termBlocks.clear();
    this.#termBlocks.set(block, entries);
    return entries;
  }
}

function wordList(words: readonly string[]): WordList {
  const starts = new Uint32Array(words.length);
  let start = wordEnd.length;
  for (let place = 0; place < words.length; place += 1) {
    starts[place] = start;
    start += (words[place] as string).length + wordEnd.length;
  }
  return { words, joined: wordEnd + words.join(wordEnd) + wordEnd, starts };
}

/** Field numbers that a segment has lengths of. */
export const lengthFields = indexFields.map((_, field) => field);

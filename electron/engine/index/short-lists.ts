import { ByteReader, ByteWriter } from './bytes.ts';
import { DamagedIndexError } from './index-schema.ts';
import { readNumbers } from './packed-numbers.ts';
import { blockDocuments } from './postings.ts';
import type { PartSink } from './segment-parts.ts';
import type { SegmentStore } from './segment-store.ts';

/** Terms in one row of short lists. */
const rowTerms = 4096;

/** A term whose lists take more bytes than this is not among the short ones. */
const longestEntry = 47;

/**
 * Writes once more, in the order of terms, the documents and frequencies of the terms that have few: most words of an
 * archive are met in a handful of articles, and a wildcard that matches thousands of them would otherwise read an entry
 * of the dictionary and a chunk for each (Cutting and Pedersen 1990, "Optimizations for Dynamic Inverted Index
 * Maintenance", who call it pulsing).
 */
export class ShortListsWriter {
  readonly #sink: PartSink;
  readonly #lengths = new ByteWriter(rowTerms);
  readonly #entries = new ByteWriter(16 * rowTerms);
  /** The lists of the term that is being written. */
  readonly #lists = new ByteWriter(2 * longestEntry);
  #isLong = false;
  #rows = 0;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  /** One list of the next term: the last that was written to `documents`, from `start` on, with frequencies or not. */
  list(
    stream: number,
    documentCount: number,
    hasFrequencies: boolean,
    documents: ByteWriter,
    start: number,
  ): void {
    const length = documents.length - start;
    this.#isLong ||= documentCount > blockDocuments || this.#lists.length + length > longestEntry;
    if (this.#isLong) return;
    this.#lists.varint(stream);
    this.#lists.varint(documentCount * 2 + (hasFrequencies ? 1 : 0));
    this.#lists.appendEnd(documents, start);
  }

  /** Ends the term; its lists have been written. */
  term(formCount: number): void {
    const start = this.#entries.length;
    if (!this.#isLong) {
      this.#entries.varint(formCount);
      this.#entries.append(this.#lists.view());
    }
    const length = this.#entries.length - start;
    const isShort = length <= longestEntry;
    if (!isShort) this.#entries.cut(start);
    this.#lengths.byte(isShort ? length : 0);
    this.#lists.clear();
    this.#isLong = false;
    if (this.#lengths.length === rowTerms) this.#flush();
  }

  finish(): void {
    if (this.#lengths.length > 0) this.#flush();
  }

  #flush(): void {
    this.#lengths.append(this.#entries.view());
    this.#sink.put('short_lists', this.#rows, this.#lengths.toBytes());
    this.#rows += 1;
    this.#lengths.clear();
    this.#entries.clear();
  }
}

/** The lists of one term, one after the other: `next` reads the head of a list, then `documents` its documents. */
export class ShortEntry {
  formCount = 0;
  stream = 0;
  /** Documents in the current list. */
  count = 0;
  readonly documents = new Uint32Array(blockDocuments);
  readonly frequencies = new Uint32Array(blockDocuments);
  readonly #reader: ByteReader;
  #end = 0;

  /** Reads out of one row. */
  constructor(row: Uint8Array) {
    this.#reader = new ByteReader(row);
  }

  open(start: number, end: number): void {
    this.#reader.seek(start);
    this.#end = end;
    this.formCount = this.#reader.varint();
  }

  /** Reads the next list; false when there is none. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.at >= this.#end) return false;
    this.stream = reader.varint();
    const header = reader.varint();
    const count = header >>> 1;
    if (count > blockDocuments) throw new RangeError('a short list names too many documents');
    this.count = count;
    readNumbers(reader, this.documents, 0, count);
    let document = -1;
    for (let at = 0; at < count; at += 1) {
      document += (this.documents[at] as number) + 1;
      this.documents[at] = document;
    }
    if ((header & 1) === 0) this.frequencies.fill(1, 0, count);
    else {
      readNumbers(reader, this.frequencies, 0, count);
      for (let at = 0; at < count; at += 1) this.frequencies[at] = (this.frequencies[at] as number) + 1;
    }
    return true;
  }
}

/** Reads the short lists of one segment with `terms` terms. */
export class ShortLists {
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #terms: number;

  constructor(store: SegmentStore, segment: number, terms: number) {
    this.#store = store;
    this.#segment = segment;
    this.#terms = terms;
  }

  /**
   * Calls back with the lists of the terms of these numbers, which ascend; `onLong` with those that have to be looked up
   * in the dictionary. An entry is good until the next call.
   */
  find(
    numbers: ArrayLike<number>,
    onShort: (entry: ShortEntry, nth: number) => void,
    onLong: (nth: number) => void,
  ): void {
    for (let nth = 0; nth < numbers.length;) {
      const row = Math.floor((numbers[nth] as number) / rowTerms);
      const first = row * rowTerms;
      const count = Math.min(rowTerms, this.#terms - first);
      const bytes = this.#store.keptPart('short_lists', this.#segment, row);
      const entry = new ShortEntry(bytes);
      let start = count;
      let passed = 0;
      for (; nth < numbers.length && (numbers[nth] as number) < first + rowTerms; nth += 1) {
        const place = (numbers[nth] as number) - first;
        for (; passed < place; passed += 1) start += bytes[passed] as number;
        const length = bytes[place];
        if (length === undefined || start + length > bytes.length)
          throw new DamagedIndexError(this.#segment, `short_lists ${String(row)} are too short`);
        if (length === 0) onLong(nth);
        else {
          entry.open(start, start + length);
          onShort(entry, nth);
        }
      }
    }
  }
}

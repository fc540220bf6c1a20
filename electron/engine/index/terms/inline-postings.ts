import { sentence } from '../../../words/sentence.ts';
import { ByteReader } from '../bytes/byte-buffer.ts';
import type { BitSet } from '../bytes/bit-set.ts';
import { decodePostings, type FoundTerm } from './term-block.ts';
import { decodeEntryOffsets } from './entry-offsets.ts';
import { blockTerms, DamagedIndexError } from '../schema/index-schema.ts';
import { skipPacked, unpackNumbers } from '../bytes/bit-packing.ts';
import { blockDocuments } from '../postings/postings.ts';
import type { SegmentStore } from '../storage/segment-store.ts';
import { TermRows } from '../storage/term-rows.ts';

/** Lists of a term that take more bytes than this together are not among the short ones. */
export const maxInlineBytes = 127;

/** Each bit of a form number takes one for each occurrence: more than so many would not fit. */
export const maxInlineOccurrences = 8 * maxInlineBytes;

/** What is read of each list of an entry. */
export type PostingsDepth = Readonly<{ frequencies: boolean; forms: boolean }>;

/** The short lists of one term, one after the other: `next` reads one. */
export class InlineEntry {
  formCount = 0;
  stream = 0;
  /** Documents in the current list. */
  count = 0;
  readonly documents = new Uint32Array(blockDocuments);
  readonly frequencies = new Uint32Array(blockDocuments);
  readonly #reader: ByteReader;
  #end = 0;
  /** Of each occurrence in the current list; null when all have the first. */
  #forms: Uint32Array | null = null;
  readonly #formRoom = new Uint32Array(maxInlineOccurrences);

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  /** Goes on with the entry that ends at `end`; its lists come next. */
  open(formCount: number, end: number): void {
    this.formCount = formCount;
    this.#end = end;
  }

  /** Reads the next list; false when there is none. Its forms are only of use with its frequencies. */
  next({ frequencies, forms }: PostingsDepth): boolean {
    const reader = this.#reader;
    if (reader.at >= this.#end) return false;
    this.stream = reader.varint();
    const header = reader.varint();
    const count = header >>> 2;
    if (count > blockDocuments) throw new RangeError('a short list names too many documents');
    this.count = count;
    unpackNumbers(reader, this.documents, 0, count);
    let document = -1;
    for (let at = 0; at < count; at += 1) {
      document += (this.documents[at] as number) + 1;
      this.documents[at] = document;
    }
    const hasForms = (header & 2) !== 0;
    const occurrences = this.#readFrequencies((header & 1) !== 0, frequencies || hasForms);
    this.#forms = null;
    if (!hasForms) return true;
    if (!forms) {
      skipPacked(reader, occurrences);
      return true;
    }
    if (occurrences > maxInlineOccurrences) throw new RangeError('a short list has too many occurrences');
    this.#forms = this.#formRoom;
    unpackNumbers(reader, this.#formRoom, 0, occurrences);
    return true;
  }

  /** Leaves of the current list, of which all was read, what is written in one of `forms`. */
  keep(forms: BitSet): void {
    const numbers = this.#forms;
    if (numbers === null) {
      if (!forms.has(0)) this.count = 0;
      return;
    }
    const { documents, frequencies } = this;
    let kept = 0;
    let at = 0;
    for (let nth = 0; nth < this.count; nth += 1) {
      let frequency = 0;
      for (const end = at + (frequencies[nth] as number); at < end; at += 1) {
        if (forms.has(numbers[at] as number)) frequency += 1;
      }
      if (frequency === 0) continue;
      documents[kept] = documents[nth] as number;
      frequencies[kept] = frequency;
      kept += 1;
    }
    this.count = kept;
  }

  /** Returns how many occurrences there are; 0 when the frequencies are stored and not wanted. */
  #readFrequencies(areStored: boolean, areWanted: boolean): number {
    const { count, frequencies } = this;
    if (!areWanted) {
      if (areStored) skipPacked(this.#reader, count);
      return 0;
    }
    if (!areStored) {
      frequencies.fill(1, 0, count);
      return count;
    }
    unpackNumbers(this.#reader, frequencies, 0, count);
    let sum = count;
    for (let at = 0; at < count; at += 1) {
      sum += frequencies[at] as number;
      frequencies[at] = (frequencies[at] as number) + 1;
    }
    return sum;
  }
}

/** Reads the short lists of one segment with `terms` terms. */
export class InlinePostings {
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #terms: number;

  constructor(store: SegmentStore, segment: number, terms: number) {
    this.#store = store;
    this.#segment = segment;
    this.#terms = terms;
  }

  /**
   * Calls back with the lists of the terms of these numbers, which ascend; `onLong` with those whose lists stand
   * elsewhere. An entry is good until the next call.
   */
  find(
    numbers: ArrayLike<number>,
    onShort: (entry: InlineEntry, nth: number) => void,
    onLong: (term: FoundTerm, nth: number) => void,
  ): void {
    const reader = new ByteReader(new Uint8Array());
    const entry = new InlineEntry(reader);
    /** Where the entry of each term of a row begins, and where the last one ends. */
    const starts = new Uint32Array(blockTerms + 1);
    const rows = new TermRows(this.#store, 'short_lists', this.#segment, this.#terms);
    let row = -1;
    for (let nth = 0; nth < numbers.length; nth += 1) {
      const number = numbers[nth] as number;
      if (Math.floor(number / blockTerms) !== row) {
        row = Math.floor(number / blockTerms);
        reader.open(rows.at(row, numbers, nth), 0);
        const count = Math.min(blockTerms, this.#terms - row * blockTerms);
        decodeEntryOffsets(reader, count, starts);
        if (starts[count] !== reader.bytes.length)
          throw new DamagedIndexError(
            this.#segment,
            sentence('damage.parts-cut', {
              part: sentence('damage.part', { table: 'short_lists', part: row }),
            }),
          );
      }
      const index = number - row * blockTerms;
      reader.seek(starts[index] as number);
      const head = reader.varint();
      const formCount = head >>> 1;
      if ((head & 1) === 0) {
        entry.open(formCount, starts[index + 1] as number);
        onShort(entry, nth);
      } else {
        const offsets = { offset: reader.varint(), positionOffset: reader.varint() };
        onLong({ formCount, postings: decodePostings(reader, offsets) }, nth);
      }
    }
  }
}

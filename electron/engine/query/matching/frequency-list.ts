import { BitSet } from '../../index/bytes/bit-set.ts';
import { lowerBound } from '../../index/bytes/lower-bound.ts';
import type { PostingsCursor } from '../../index/postings/postings-cursor.ts';

/** Documents that are scored together. */
export const windowDocuments = 2048;

/** What bounds the score of a term in some documents: its greatest frequency, and the shortest field. */
export type Bounds = { maxFrequency: number; minLength: number };

/** Some documents, ascending, and how often a term is in each: those at `[start, end)`. Good until the visitor returns. */
export type FrequencyVisitor = (
  documents: Uint32Array,
  frequencies: Uint32Array,
  start: number,
  end: number,
) => void;

/** How often a term is in each of its documents, looked at a range of documents at a time. */
export interface FrequencyList {
  /** Bounds over the documents in `[from, to)`; null when it is in none of them. Not tight. */
  bounds(from: number, to: number): Bounds | null;
  /** Calls back with the documents in `[from, to)`, in order; blocks with none of `among` may be left out. */
  each(from: number, to: number, among: BitSet, visit: FrequencyVisitor): void;
}

const unbounded: Bounds = { maxFrequency: Number.POSITIVE_INFINITY, minLength: 0 };

/** Of a list of postings as it is stored: blocks outside of the range are not read. */
export class CursorList implements FrequencyList {
  readonly #cursor: PostingsCursor;

  constructor(cursor: PostingsCursor) {
    this.#cursor = cursor;
  }

  bounds(from: number, to: number): Bounds | null {
    const cursor = this.#cursor;
    const { skips } = cursor;
    if (skips === null) {
      cursor.readBlock(0);
      const at = lowerBound(cursor.documents, from, 0, cursor.count);
      return at < cursor.count && (cursor.documents[at] as number) < to ? unbounded : null;
    }
    let bounds: Bounds | null = null;
    for (let block = cursor.blockOf(from); block < skips.blocks; block += 1) {
      // All documents of a block lie after the last one of the block before.
      if (block > 0 && (skips.lastDocuments[block - 1] as number) >= to - 1) break;
      bounds ??= { maxFrequency: 0, minLength: Number.MAX_SAFE_INTEGER };
      bounds.maxFrequency = Math.max(bounds.maxFrequency, skips.maxFrequencies[block] as number);
      bounds.minLength = Math.min(bounds.minLength, skips.minLengths[block] as number);
    }
    return bounds;
  }

  each(from: number, to: number, among: BitSet, visit: FrequencyVisitor): void {
    const cursor = this.#cursor;
    const { skips } = cursor;
    for (let block = cursor.blockOf(from); block < cursor.blocks; block += 1) {
      if (skips !== null) {
        const first = block === 0 ? 0 : (skips.lastDocuments[block - 1] as number) + 1;
        if (first >= to) return;
        const last = skips.lastDocuments[block] as number;
        if (!among.hasAny(Math.max(first, from), Math.min(last + 1, to))) continue;
      }
      cursor.readBlock(block);
      const { documents, frequencies, count } = cursor;
      const start = lowerBound(documents, from, 0, count);
      const end = lowerBound(documents, to, start, count);
      if (start < end) {
        cursor.readFrequencies();
        visit(documents, frequencies, start, end);
      }
      if (end < count) return;
    }
  }
}

/** Frequencies from this on stand apart: they are rare, and all others take a byte. */
const apart = 255;

/** Of lists that are added up. */
export class CountedList implements FrequencyList {
  readonly documents: BitSet;
  readonly #frequencies: Uint8Array;
  readonly #greater = new Map<number, number>();
  /** The greatest of each window. */
  readonly #maxFrequencies: Uint32Array;
  /** Those of the window that is being looked at. */
  readonly #here = new Uint32Array(windowDocuments);
  readonly #frequenciesHere = new Uint32Array(windowDocuments);

  /** Of documents below `size`. */
  constructor(size: number) {
    this.documents = new BitSet(size);
    this.#frequencies = new Uint8Array(size);
    this.#maxFrequencies = new Uint32Array(Math.ceil(size / windowDocuments));
  }

  /**
   * Adds how often a term is in each of the first `count` documents, which ascend; those with 0 are passed over. It sees
   * hundreds of thousands, and calls nothing for most.
   */
  addAll(documents: Uint32Array, frequencies: Uint32Array, count: number): void {
    const own = this.#frequencies;
    const maxFrequency = this.#maxFrequencies;
    const { words, size } = this.documents;
    if (count > 0 && (documents[count - 1] as number) >= size)
      throw new RangeError('a list names a document that its segment does not have');
    let window = -1;
    let windowEnd = 0;
    for (let nth = 0; nth < count; nth += 1) {
      const frequency = frequencies[nth] as number;
      if (frequency === 0) continue;
      const document = documents[nth] as number;
      words[document >>> 5] = (words[document >>> 5] as number) | (1 << (document & 31));
      let sum = (own[document] as number) + frequency;
      if (sum < apart) own[document] = sum;
      else sum = this.#addApart(document, frequency);
      if (document >= windowEnd) {
        window = Math.floor(document / windowDocuments);
        windowEnd = (window + 1) * windowDocuments;
      }
      if (sum > (maxFrequency[window] as number)) maxFrequency[window] = sum;
    }
  }

  #addApart(document: number, frequency: number): number {
    const sum = this.#frequencyIn(document) + frequency;
    this.#frequencies[document] = apart;
    this.#greater.set(document, sum);
    return sum;
  }

  bounds(from: number, to: number): Bounds | null {
    let maxFrequency = 0;
    for (let at = Math.floor(from / windowDocuments); at * windowDocuments < to; at += 1) {
      maxFrequency = Math.max(maxFrequency, this.#maxFrequencies[at] ?? 0);
    }
    return maxFrequency === 0 ? null : { maxFrequency, minLength: 0 };
  }

  each(from: number, to: number, _among: BitSet, visit: FrequencyVisitor): void {
    const count = this.documents.copyBetween(from, to, this.#here);
    for (let nth = 0; nth < count; nth += 1) {
      this.#frequenciesHere[nth] = this.#frequencyIn(this.#here[nth] as number);
    }
    if (count > 0) visit(this.#here, this.#frequenciesHere, 0, count);
  }

  #frequencyIn(document: number): number {
    const frequency = this.#frequencies[document] as number;
    return frequency < apart ? frequency : (this.#greater.get(document) ?? frequency);
  }
}

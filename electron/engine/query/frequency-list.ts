import { BitSet } from '../index/bit-set.ts';
import type { PostingsCursor } from '../index/postings-cursor.ts';

/** What bounds the score of a term in some documents: its greatest frequency, and the shortest field. */
export type Bounds = { mostFrequent: number; shortest: number };

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

const unbounded: Bounds = { mostFrequent: Number.POSITIVE_INFINITY, shortest: 0 };

/** Of a list of postings as it is stored: blocks outside of the range are not read. */
export class CursorList implements FrequencyList {
  readonly #cursor: PostingsCursor;

  constructor(cursor: PostingsCursor) {
    this.#cursor = cursor;
  }

  bounds(from: number, to: number): Bounds | null {
    const cursor = this.#cursor;
    const { skips } = cursor;
    if (skips === null) return unbounded;
    let bounds: Bounds | null = null;
    for (let block = cursor.blockOf(from); block < skips.blocks; block += 1) {
      // All documents of a block lie behind the last one of the block before.
      if (block > 0 && (skips.lastDocuments[block - 1] as number) >= to - 1) break;
      bounds ??= { mostFrequent: 0, shortest: Number.MAX_SAFE_INTEGER };
      bounds.mostFrequent = Math.max(bounds.mostFrequent, skips.mostFrequent[block] as number);
      bounds.shortest = Math.min(bounds.shortest, skips.shortest[block] as number);
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
      let start = 0;
      while (start < count && (documents[start] as number) < from) start += 1;
      let end = count;
      while (end > start && (documents[end - 1] as number) >= to) end -= 1;
      if (start < end) {
        cursor.readFrequencies();
        visit(documents, frequencies, start, end);
      }
      if (end < count) return;
    }
  }
}

/** Documents of which the greatest frequency is known. */
const countedTogether = 2048;

/** Of lists that are added up. */
export class CountedList implements FrequencyList {
  readonly documents: BitSet;
  readonly #frequencies: Uint32Array;
  readonly #mostFrequent: Uint32Array;

  /** Of documents below `size`. */
  constructor(size: number) {
    this.documents = new BitSet(size);
    this.#frequencies = new Uint32Array(size);
    this.#mostFrequent = new Uint32Array(Math.ceil(size / countedTogether));
  }

  add(document: number, frequency: number): void {
    this.documents.add(document);
    const sum = (this.#frequencies[document] as number) + frequency;
    this.#frequencies[document] = sum;
    const together = Math.floor(document / countedTogether);
    if (sum > (this.#mostFrequent[together] as number)) this.#mostFrequent[together] = sum;
  }

  bounds(from: number, to: number): Bounds | null {
    let mostFrequent = 0;
    for (let at = Math.floor(from / countedTogether); at * countedTogether < to; at += 1) {
      mostFrequent = Math.max(mostFrequent, this.#mostFrequent[at] ?? 0);
    }
    return mostFrequent === 0 ? null : { mostFrequent, shortest: 0 };
  }

  each(from: number, to: number, _among: BitSet, visit: FrequencyVisitor): void {
    const documents = new Uint32Array(to - from);
    const frequencies = new Uint32Array(to - from);
    let count = 0;
    this.documents.forEachBetween(from, to, (document) => {
      documents[count] = document;
      frequencies[count] = this.#frequencies[document] as number;
      count += 1;
    });
    visit(documents, frequencies, 0, count);
  }
}

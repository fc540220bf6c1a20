import { BitSet } from '../index/bit-set.ts';
import type { PostingsCursor } from '../index/postings-cursor.ts';

/** What bounds the score of a term in some documents: its greatest frequency, and the shortest field. */
export type Bounds = { mostFrequent: number; shortest: number };

/** How often a term is in each of its documents, looked at a range of documents at a time. */
export interface FrequencyList {
  /** Bounds over the documents in `[from, to)`; null when it is in none of them. Not tight. */
  bounds(from: number, to: number): Bounds | null;
  /** Calls back with each document in `[from, to)`, in order. */
  each(from: number, to: number, visit: (document: number, frequency: number) => void): void;
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

  each(from: number, to: number, visit: (document: number, frequency: number) => void): void {
    const cursor = this.#cursor;
    for (let block = cursor.blockOf(from); block < cursor.blocks; block += 1) {
      cursor.readBlock(block);
      if ((cursor.documents[0] as number) >= to) return;
      cursor.readFrequencies();
      const { documents, frequencies, count } = cursor;
      for (let nth = 0; nth < count; nth += 1) {
        const document = documents[nth] as number;
        if (document < from) continue;
        if (document >= to) return;
        visit(document, frequencies[nth] as number);
      }
    }
  }
}

/** Documents of which the greatest frequency is known. */
const countedTogether = 2048;

/** Of lists that are added up. */
export class CountedList implements FrequencyList {
  readonly #documents: BitSet;
  readonly #frequencies: Uint32Array;
  readonly #mostFrequent: Uint32Array;

  /** Of documents below `size`. */
  constructor(size: number) {
    this.#documents = new BitSet(size);
    this.#frequencies = new Uint32Array(size);
    this.#mostFrequent = new Uint32Array(Math.ceil(size / countedTogether));
  }

  add(document: number, frequency: number): void {
    this.#documents.add(document);
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

  each(from: number, to: number, visit: (document: number, frequency: number) => void): void {
    this.#documents.forEachBetween(from, to, (document) =>
      visit(document, this.#frequencies[document] as number),
    );
  }
}

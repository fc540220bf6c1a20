import { firstNotBelow } from '../index/first-not-below.ts';
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

/** Of lists that were added up. */
export class ArrayList implements FrequencyList {
  readonly #documents: Uint32Array;
  readonly #frequencies: Uint32Array;

  private constructor(documents: Uint32Array, frequencies: Uint32Array) {
    this.#documents = documents;
    this.#frequencies = frequencies;
  }

  static of(counts: ReadonlyMap<number, number>): ArrayList {
    const documents = Uint32Array.from(counts.keys()).sort();
    return new ArrayList(
      documents,
      documents.map((document) => counts.get(document) ?? 0),
    );
  }

  bounds(from: number, to: number): Bounds | null {
    const at = firstNotBelow(this.#documents, from);
    return at < this.#documents.length && (this.#documents[at] as number) < to ? unbounded : null;
  }

  each(from: number, to: number, visit: (document: number, frequency: number) => void): void {
    for (let at = firstNotBelow(this.#documents, from); at < this.#documents.length; at += 1) {
      const document = this.#documents[at] as number;
      if (document >= to) return;
      visit(document, this.#frequencies[at] as number);
    }
  }
}

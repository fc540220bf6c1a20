import { blockTerms } from '../schema/index-schema.ts';
import type { SegmentStore } from './segment-store.ts';

/** Rows that are read together when most of them are wanted. */
const rowsAtOnce = 64;

/** Rows of one segment that say something of `blockTerms` terms each, for whoever asks for terms in ascending order. */
export class TermRows {
  readonly #store: SegmentStore;
  readonly #table: 'term_blocks' | 'short_lists';
  readonly #segment: number;
  readonly #rows: number;
  #first = 0;
  #read: readonly Uint8Array[] = [];

  /** Of a segment with `terms` terms. */
  constructor(store: SegmentStore, table: 'term_blocks' | 'short_lists', segment: number, terms: number) {
    this.#store = store;
    this.#table = table;
    this.#segment = segment;
    this.#rows = Math.ceil(terms / blockTerms);
  }

  /** Row `row`, which holds term `numbers[at]`; those after it, in ascending order, are asked for later. */
  at(row: number, numbers: ArrayLike<number>, at: number): Uint8Array {
    const known = this.#read[row - this.#first];
    if (known !== undefined) return known;
    const end = Math.min(row + rowsAtOnce, this.#rows);
    let next = at;
    while (next < numbers.length && (numbers[next] as number) < end * blockTerms) next += 1;
    const rows = Math.floor((numbers[next - 1] as number) / blockTerms) + 1 - row;
    // Read one by one, rows are kept; many together would push out all else.
    if (rows === 1 || next - at < rows / 2) return this.#store.keptPart(this.#table, this.#segment, row);
    this.#first = row;
    this.#read = this.#store.parts(this.#table, this.#segment, row, rows);
    return this.#read[0] as Uint8Array;
  }
}

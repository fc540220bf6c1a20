import { sentence } from '../../../words/sentence.ts';
import {
  decodeTermBlock,
  decodeTerms,
  findInTermBlock,
  findTerm,
  type FoundTerm,
  type TermEntry,
} from './term-block.ts';
import { TermBlockIndex } from './term-block-index.ts';
import { blockTerms, DamagedIndexError } from '../schema/index-schema.ts';
import type { SegmentStore } from '../storage/segment-store.ts';
import { isWordTerm } from '../schema/streams.ts';
import { TermRows } from '../storage/term-rows.ts';
import { FormTable } from './form-table.ts';

/** A term and its number among those of its segment. */
export type NumberedTerm = Readonly<{ number: number; term: string }>;

/** The terms of one segment, in blocks that are read when they are asked for. Immutable, as the segment is. */
export class TermDictionary {
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #count: number;
  #firstTerms: TermBlockIndex | null = null;
  #terms: FormTable | null = null;

  /** Of a segment with `count` terms. */
  constructor(store: SegmentStore, segment: number, count: number) {
    this.#store = store;
    this.#segment = segment;
    this.#count = count;
  }

  term(term: string): TermEntry | null {
    if (this.#count === 0) return null;
    return findTerm(this.#store.keptPart('term_blocks', this.#segment, this.#blockOf(term)), term);
  }

  /** Calls back with the terms of these numbers, which ascend: made for thousands of them. */
  findTerms(numbers: ArrayLike<number>, onTerm: (term: FoundTerm, nth: number) => void): void {
    const rows = new TermRows(this.#store, 'term_blocks', this.#segment, this.#count);
    for (let from = 0; from < numbers.length;) {
      const block = Math.floor((numbers[from] as number) / blockTerms);
      const first = from;
      const indexes: number[] = [];
      for (; from < numbers.length && (numbers[from] as number) < (block + 1) * blockTerms; from += 1) {
        indexes.push((numbers[from] as number) - block * blockTerms);
      }
      findInTermBlock(rows.at(block, numbers, first), indexes, (term, nth) => onTerm(term, first + nth));
    }
  }

  /** Every term in order; each block is read when it is come to and not kept. */
  *entries(): Generator<TermEntry, void> {
    for (let block = 0; block < this.#blocks; block += 1) {
      yield* decodeTermBlock(this.#store.part('term_blocks', this.#segment, block));
    }
  }

  /** The numbers of the terms in a table are theirs in the segment. */
  terms(): FormTable {
    if (this.#terms === null) {
      const parts: Buffer[] = [];
      let count = 0;
      for (let block = 0; block < this.#blocks; block += 1) {
        const words = this.#termsOf(block);
        count += words.length;
        parts.push(Buffer.from(words.map((word) => `${word}\n`).join('')));
      }
      this.#terms = new FormTable(Buffer.concat(parts), count);
    }
    return this.#terms;
  }

  /** The terms that begin with `prefix` and pass `test`; reads the blocks that hold them alone. */
  termsBeginning(prefix: string, test: (term: string) => boolean): NumberedTerm[] {
    const found: NumberedTerm[] = [];
    for (let block = this.#blockOf(prefix); block < this.#blocks; block += 1) {
      for (const [index, term] of this.#termsOf(block).entries()) {
        if (term.startsWith(prefix) && test(term)) found.push({ number: block * blockTerms + index, term });
        else if (term > prefix && !term.startsWith(prefix)) return found;
      }
    }
    return found;
  }

  #termsOf(block: number): string[] {
    return decodeTerms(this.#store.part('term_blocks', this.#segment, block)).filter(isWordTerm);
  }

  get #blocks(): number {
    return Math.ceil(this.#count / blockTerms);
  }

  /** The block that holds `term`, or would. */
  #blockOf(term: string): number {
    return this.#firsts().lastUpTo(term);
  }

  /** Reads ahead what the first query would wait for. */
  warm(): void {
    this.#firsts();
  }

  #firsts(): TermBlockIndex {
    const known = this.#firstTerms;
    if (known !== null) return known;
    const firsts = new TermBlockIndex(this.#store.column(this.#segment, 'first-terms'), this.#blocks);
    if (firsts.length !== this.#blocks) {
      throw new DamagedIndexError(this.#segment, sentence('damage.blocks-missing'));
    }
    this.#firstTerms = firsts;
    return firsts;
  }
}

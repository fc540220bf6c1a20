import { Uint32List } from '../index/bytes/uint32-list.ts';
import type { WordForms } from './word-forms.ts';

/** Sides of a hit that a word stands on; both where it is between two. */
export const leftOfHit = 1;
export const rightOfHit = 2;

/** A word in all its spellings, and the most frequent of them: how often it stands in all, near hits, and on each side of them. */
export type FormCount = Readonly<{
  word: string;
  inAll: number;
  together: number;
  left: number;
  right: number;
}>;

type Sum = { -readonly [Count in keyof FormCount]: FormCount[Count] } & { most: number };

/** Counts words by their numbers as written, and adds them up by their forms. */
export class WrittenCounts {
  readonly #inAll = new Uint32List();
  readonly #together = new Uint32List();
  readonly #left = new Uint32List();
  readonly #right = new Uint32List();

  /** Counts a word that stands on `sides` of hits, 0 for none. */
  add(written: number, sides: number): void {
    while (this.#inAll.length <= written) {
      for (const list of [this.#inAll, this.#together, this.#left, this.#right]) list.push(0);
    }
    increment(this.#inAll, written);
    if (sides === 0) return;
    increment(this.#together, written);
    if ((sides & leftOfHit) !== 0) increment(this.#left, written);
    if ((sides & rightOfHit) !== 0) increment(this.#right, written);
  }

  /** The counts of every form that stands near hits `atLeast` times. */
  forms(words: WordForms, atLeast: number): FormCount[] {
    const sums = new Map<number, Sum>();
    // Most words of a text stand near no hit: what is none of these is passed over.
    for (let written = 0; written < this.#together.length; written += 1) {
      if (this.#together.values[written] !== 0) {
        sums.set(words.formOf(written), { word: '', most: 0, inAll: 0, together: 0, left: 0, right: 0 });
      }
    }
    for (let written = 0; written < this.#inAll.length; written += 1) {
      const sum = sums.get(words.formOf(written));
      if (sum !== undefined) this.#addTo(sum, written, words);
    }
    return [...sums.values()].filter(({ together }) => together >= atLeast);
  }

  #addTo(sum: Sum, written: number, words: WordForms): void {
    const together = this.#together.values[written] as number;
    sum.inAll += this.#inAll.values[written] as number;
    sum.together += together;
    sum.left += this.#left.values[written] as number;
    sum.right += this.#right.values[written] as number;
    if (together <= sum.most) return;
    sum.most = together;
    sum.word = words.text(written);
  }
}

function increment({ values }: Uint32List, at: number): void {
  values[at] = (values[at] as number) + 1;
}

import { Uint32List } from '../index/bytes/uint32-list.ts';

/** Words on either side of a hit by which lines are sorted. */
export const sortedWords = 3;

/** Fields fit in the upper bits of a number, and the texts of one in the lower ones. */
const textBits = 27;

/** A hit as it is kept: the place of its article among those that were read, its text, and its range in that. */
export type KeptLine = Readonly<{ article: number; field: number; text: number; start: number; end: number }>;

/** The hits that were found, each as a few numbers: a million of them take 40 MB. */
export class LineTable {
  readonly #articles = new Uint32List();
  readonly #texts = new Uint32List();
  readonly #starts = new Uint32List();
  readonly #ends = new Uint32List();
  readonly #left = Array.from({ length: sortedWords }, () => new Uint32List());
  readonly #right = Array.from({ length: sortedWords }, () => new Uint32List());

  get length(): number {
    return this.#articles.length;
  }

  /** `left` and `right` are the numbers of the nearest words on each side, nearest first. */
  push({ article, field, text, start, end }: KeptLine, left: Uint32Array, right: Uint32Array): void {
    this.#articles.push(article);
    this.#texts.push(field * 2 ** textBits + text);
    this.#starts.push(start);
    this.#ends.push(end);
    for (let nth = 0; nth < sortedWords; nth += 1) {
      this.#left[nth]?.push(left[nth] ?? 0);
      this.#right[nth]?.push(right[nth] ?? 0);
    }
  }

  at(line: number): KeptLine {
    const text = this.#texts.values[line] as number;
    return {
      article: this.#articles.values[line] as number,
      field: text >>> textBits,
      text: text & (2 ** textBits - 1),
      start: this.#starts.values[line] as number,
      end: this.#ends.values[line] as number,
    };
  }

  /** The place of the article of each line. */
  get articles(): Uint32Array {
    return this.#articles.view();
  }

  /** The numbers of the nth words on a side, from 0 on. */
  words(side: 'left' | 'right', nth: number): Uint32Array {
    return (side === 'left' ? this.#left : this.#right)[nth]?.view() ?? new Uint32Array(this.length);
  }
}

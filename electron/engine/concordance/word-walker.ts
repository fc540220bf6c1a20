import type { TextRange } from '../../contract/article.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { WordCursor } from '../analysis/word-cursor.ts';
import { Uint32List } from '../index/bytes/uint32-list.ts';
import type { WordForms } from './word-forms.ts';

/** No word goes over white space: words are read from there on. */
const blank = 0x20;
/** So far from a hit words are looked for: what is written without spaces, or by nobody, is read no further. */
const maxUnits = 600;
/** Signs that stand right at a word and belong to what is shown of it, such as a quotation mark or a full stop. */
const maxSigns = 4;
const signsBefore = /[^\p{L}\p{N}\p{M}\p{Cs}\s]+$/u;
const signsAfter = /^[^\p{L}\p{N}\p{M}\p{Cs}\s]+/u;

/** Walks over the words before and after places of a text. */
export class WordWalker {
  readonly #words: WordForms;
  readonly #cursor: WordCursor;
  /** Of the last walk, in the order of the text: the form, the start and the end of each word. */
  readonly #forms = new Uint32List();
  readonly #starts = new Uint32List();
  readonly #ends = new Uint32List();

  constructor(words: WordForms, analysis: Analysis) {
    this.#words = words;
    this.#cursor = analysis.newCursor();
  }

  open(text: string): void {
    this.#cursor.open(text);
  }

  /** The forms of the `count` words that end at `at` or before, nearest first; fewer where the text begins. */
  formsBefore(at: number, count: number): Uint32Array {
    const last = this.#walkTo(at, count);
    return this.#forms.values.slice(Math.max(0, last - count), last).reverse();
  }

  /** The forms of the `count` words that begin at `at` or after, nearest first; fewer where the text ends. */
  formsAfter(at: number, count: number): Uint32Array {
    this.#walkFrom(at, count);
    return this.#forms.view().slice();
  }

  /** The text of so many words before and after a hit, with the signs at their outer ends. */
  around([start, end]: TextRange, left: number, right: number): Readonly<{ left: string; right: string }> {
    const { text } = this.#cursor;
    const before = this.#walkTo(start, left);
    const from = before === 0 ? start : (this.#starts.values[Math.max(0, before - left)] as number);
    const after = this.#walkFrom(end, right);
    const to = after === 0 ? end : (this.#ends.values[after - 1] as number);
    const [opening = ''] = signsBefore.exec(text.slice(Math.max(0, from - maxSigns), from)) ?? [];
    const [closing = ''] = signsAfter.exec(text.slice(to, to + maxSigns)) ?? [];
    return {
      left: inOneLine(text.slice(from - opening.length, start)),
      right: inOneLine(text.slice(end, to + closing.length)),
    };
  }

  /** Walks over words up to `at`, the last `count` among them, and says how many they are. */
  #walkTo(at: number, count: number): number {
    for (let pieces = count; ; pieces *= 4) {
      const from = this.#goBack(at, pieces);
      const walked = this.#walk(from, at, Infinity);
      if (walked >= count || from === 0 || at - from >= maxUnits) return walked;
    }
  }

  #walkFrom(at: number, count: number): number {
    return this.#walk(at, Math.min(this.#cursor.text.length, at + maxUnits), count);
  }

  #goBack(at: number, pieces: number): number {
    const { units } = this.#cursor;
    const first = Math.max(0, at - maxUnits);
    let from = at;
    for (let left = pieces; left > 0 && from > first; left -= 1) {
      while (from > first && (units[from - 1] as number) <= blank) from -= 1;
      while (from > first && (units[from - 1] as number) > blank) from -= 1;
    }
    return from;
  }

  #walk(from: number, to: number, max: number): number {
    const cursor = this.#cursor;
    for (const list of [this.#forms, this.#starts, this.#ends]) list.clear();
    cursor.passTo(from);
    while (this.#forms.length < max && cursor.next() && cursor.end <= to) {
      const form = this.#words.formOf(this.#words.numberOf(cursor));
      if (form === 0) continue;
      this.#forms.push(form);
      this.#starts.push(cursor.start);
      this.#ends.push(cursor.end);
    }
    return this.#forms.length;
  }
}

/** White space of any kind and length as a space: lines stand below one another. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

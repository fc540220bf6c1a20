import type { TextRange } from '../../../contract/article.ts';
import type { AnalysedWord, Analysis } from '../../analysis/analysis.ts';
import type { WordCursor } from '../../analysis/word-cursor.ts';
import { searchedFields } from '../../index/schema/fields.ts';
import type { SlotPattern } from '../matching/query-slot.ts';
import { blank, WordSieve } from './word-prefilter.ts';

/** A run of words that was looked for; null for every field that is searched when none is named. */
export type MarkedPhrase = Readonly<{ slots: readonly SlotPattern[]; field: number | null }>;

/** A mark in a text, and which of the phrases made it. */
export type Mark = Readonly<{ range: TextRange; phrase: number }>;

function fits(word: AnalysedWord, { terms, forms, test }: SlotPattern): boolean {
  return terms.has(word.term ?? word.form) || forms.has(word.form) || test?.(word.form) === true;
}

/** Finds in a text what a query looked for, by the same analysis that indexed it. */
export class Highlighter {
  readonly #phrases: readonly MarkedPhrase[];
  readonly #analysis: Analysis;
  readonly #cursor: WordCursor;
  /** Phrases by a term or form that their first word may be: a wildcard can mean thousands of them. */
  readonly #byTerm = new Map<string, number[]>();
  readonly #byForm = new Map<string, number[]>();
  readonly #tested: number[] = [];
  readonly #sieve = new WordSieve();

  constructor(phrases: readonly MarkedPhrase[], analysis: Analysis) {
    this.#phrases = phrases.filter(({ slots }) => slots.length > 0);
    this.#analysis = analysis;
    this.#cursor = analysis.newCursor();
    for (const [nth, { slots }] of this.#phrases.entries()) {
      const [first] = slots;
      for (const term of first?.terms ?? []) push(this.#byTerm, term, nth);
      for (const form of first?.forms ?? []) push(this.#byForm, form, nth);
      if (first?.test != null) this.#tested.push(nth);
      if (first !== undefined) this.#letThrough(first);
    }
  }

  #letThrough({ terms, forms, wildcard }: SlotPattern): void {
    for (const term of terms) this.#sieve.addBeginning(term);
    if (wildcard !== null) this.#sieve.addWildcard(wildcard);
    else for (const form of forms) this.#sieve.addBeginning(form);
  }

  /** Marks in the order of the text; they may overlap where phrases do. */
  marks(text: string, field: number): Mark[] {
    const marks: Mark[] = [];
    if (!this.#phrases.some((phrase) => isSought(phrase, field))) return marks;
    const cursor = this.#cursor;
    cursor.open(text);
    const { units } = cursor;
    const { length } = text;
    for (let at = this.#sieve.nextIn(units, 0, length); at < length;) {
      // No word goes over white space: where one ends or begins is seen from there on.
      let end = at + 1;
      while (at > 0 && (units[at - 1] as number) > blank) at -= 1;
      while (end < length && (units[end] as number) > blank) end += 1;
      cursor.passTo(at);
      while (cursor.next() && cursor.start < end) {
        if (this.#sieve.mayBe(units, cursor.start, cursor.end)) this.#markAt(cursor, field, marks);
      }
      at = this.#sieve.nextIn(units, end, length);
    }
    return marks;
  }

  /** Marks the phrases that begin with the word of the cursor, which is there again afterwards. */
  #markAt(cursor: WordCursor, field: number, marks: Mark[]): void {
    const { start, end } = cursor;
    for (const nth of this.#candidates(this.#analysed(cursor))) {
      const phrase = this.#phrases[nth];
      if (phrase === undefined || !isSought(phrase, field)) continue;
      if (this.#goOver(phrase, cursor)) marks.push({ range: [start, cursor.end], phrase: nth });
      cursor.passTo(end);
    }
  }

  /** Whether a phrase stands where the cursor is, which goes on to its last word. */
  #goOver({ slots }: MarkedPhrase, cursor: WordCursor): boolean {
    return slots.every((slot, nth) => (nth === 0 || cursor.next()) && fits(this.#analysed(cursor), slot));
  }

  #analysed({ word }: WordCursor): AnalysedWord {
    return this.#analysis.analyseWord(word);
  }

  /** What is marked, in order, as ranges that do not touch. */
  ranges(text: string, field: number): TextRange[] {
    return disjoint(this.marks(text, field).map(({ range }) => range));
  }

  /** Numbers of the phrases that may begin with a word. */
  #candidates(word: AnalysedWord): Iterable<number> {
    const byTerm = this.#byTerm.get(word.term ?? word.form) ?? noPhrases;
    const byForm = this.#byForm.get(word.form) ?? noPhrases;
    if (byForm.length === 0 && this.#tested.length === 0) return byTerm;
    return new Set([...byTerm, ...byForm, ...this.#tested]);
  }
}

const noPhrases: readonly number[] = [];

function isSought({ field: sought }: MarkedPhrase, field: number): boolean {
  return sought === null ? searchedFields.includes(field) : sought === field;
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Overlapping ranges, ordered by their start, become one. */
export function disjoint(ranges: readonly TextRange[]): TextRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

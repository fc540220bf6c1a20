import type { TextRange } from '../../../contract/article.ts';
import type { AnalysedWord, Analysis } from '../../analysis/analysis.ts';
import type { WordCursor } from '../../analysis/word-cursor.ts';
import { searchedFields } from '../../index/schema/fields.ts';
import type { SlotPattern } from '../matching/query-slot.ts';
import { blank, WordPrefilter } from './word-prefilter.ts';

/** A run of words that was looked for; null for every field that is searched when none is named. */
export type HighlightPhrase = Readonly<{ slots: readonly SlotPattern[]; field: number | null }>;

/** A mark in a text, and which of the phrases made it. */
export type Mark = Readonly<{ range: TextRange; phrase: number }>;

function fits(word: AnalysedWord, cursor: WordCursor, { terms, forms, test, written }: SlotPattern): boolean {
  const { term, form } = word;
  if (!terms.has(term ?? form) && !forms.has(form) && test?.(form) !== true) return false;
  return written === undefined || written(cursor.text.slice(cursor.start, cursor.end));
}

/** Finds in a text what a query looked for, by the same analysis that indexed it. */
export class Highlighter {
  readonly #phrases: readonly HighlightPhrase[];
  readonly #analysis: Analysis;
  readonly #cursor: WordCursor;
  /** Phrases by a term or form that their first word may be: a wildcard can mean thousands of them. */
  readonly #byTerm = new Map<string, number[]>();
  readonly #byForm = new Map<string, number[]>();
  readonly #tested: number[] = [];
  readonly #prefilter = new WordPrefilter();

  constructor(phrases: readonly HighlightPhrase[], analysis: Analysis) {
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
    for (const term of terms) this.#prefilter.addBeginning(term);
    if (wildcard !== null) this.#prefilter.addWildcard(wildcard);
    else for (const form of forms) this.#prefilter.addBeginning(form);
  }

  /** Marks in the order of the text; they may overlap where phrases do. */
  marks(text: string, field: number): Mark[] {
    const marks: Mark[] = [];
    if (!this.#phrases.some((phrase) => isSearched(phrase, field))) return marks;
    const cursor = this.#cursor;
    cursor.open(text);
    const { units } = cursor;
    const { length } = text;
    for (let at = this.#prefilter.nextIn(units, 0, length); at < length;) {
      // No word goes over white space: where one ends or begins is seen from there on.
      let end = at + 1;
      while (at > 0 && (units[at - 1] as number) > blank) at -= 1;
      while (end < length && (units[end] as number) > blank) end += 1;
      cursor.passTo(at);
      while (cursor.next() && cursor.start < end) {
        if (this.#prefilter.mayBe(units, cursor.start, cursor.end)) this.#markAt(cursor, field, marks);
      }
      at = this.#prefilter.nextIn(units, end, length);
    }
    return marks;
  }

  /** Marks the phrases that begin with the word of the cursor, which is there again afterwards. */
  #markAt(cursor: WordCursor, field: number, marks: Mark[]): void {
    const { start, end } = cursor;
    for (const nth of this.#candidates(this.#analysed(cursor))) {
      const phrase = this.#phrases[nth];
      if (phrase === undefined || !isSearched(phrase, field)) continue;
      if (this.#goOver(phrase, cursor)) marks.push({ range: [start, cursor.end], phrase: nth });
      cursor.passTo(end);
    }
  }

  /** Whether a phrase stands where the cursor is, which goes on to its last word. */
  #goOver({ slots }: HighlightPhrase, cursor: WordCursor): boolean {
    return slots.every(
      (slot, nth) => (nth === 0 || cursor.next()) && fits(this.#analysed(cursor), cursor, slot),
    );
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

function isSearched({ field: only }: HighlightPhrase, field: number): boolean {
  return only === null ? searchedFields.includes(field) : only === field;
}

function push(valuesOf: Map<string, number[]>, key: string, value: number): void {
  const values = valuesOf.get(key);
  if (values === undefined) valuesOf.set(key, [value]);
  else values.push(value);
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

import type { TextRange } from '../../contract/article.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { searchedFields } from '../index/fields.ts';
import type { SlotPattern } from './query-slot.ts';

/** A run of words that was looked for; null for every field that is searched when none is named. */
export type MarkedPhrase = Readonly<{ slots: readonly SlotPattern[]; field: number | null }>;

type Word = Readonly<{ term: string | null; form: string; start: number; end: number }>;

/** A mark in a text, and which of the phrases made it. */
export type Mark = Readonly<{ range: TextRange; phrase: number }>;

function fits(word: Word, { terms, forms, test }: SlotPattern): boolean {
  return terms.has(word.term ?? word.form) || forms.has(word.form) || test?.(word.form) === true;
}

/** Finds in a text what a query looked for, by the same analysis that indexed it. */
export class Highlighter {
  readonly #phrases: readonly MarkedPhrase[];
  readonly #analysis: Analysis;
  /** Phrases by a term or form that their first word may be: a wildcard can mean thousands of them. */
  readonly #byTerm = new Map<string, number[]>();
  readonly #byForm = new Map<string, number[]>();
  readonly #tested: number[] = [];

  constructor(phrases: readonly MarkedPhrase[], analysis: Analysis) {
    this.#phrases = phrases.filter(({ slots }) => slots.length > 0);
    this.#analysis = analysis;
    for (const [nth, { slots }] of this.#phrases.entries()) {
      const [first] = slots;
      for (const term of first?.terms ?? []) push(this.#byTerm, term, nth);
      for (const form of first?.forms ?? []) push(this.#byForm, form, nth);
      if (first?.test != null) this.#tested.push(nth);
    }
  }

  /** Marks in the order of the text; they may overlap where phrases do. */
  marks(text: string, field: number): Mark[] {
    if (this.#phrases.length === 0) return [];
    const words = this.#words(text);
    const marks: Mark[] = [];
    for (const [at, first] of words.entries()) {
      for (const nth of this.#candidates(first)) {
        const phrase = this.#phrases[nth];
        const last = words[at + (phrase?.slots.length ?? 1) - 1];
        if (phrase === undefined || last === undefined || !isSought(phrase, field)) continue;
        const whole = phrase.slots.every((slot, place) => {
          const word = words[at + place];
          return word !== undefined && fits(word, slot);
        });
        if (whole) marks.push({ range: [first.start, last.end], phrase: nth });
      }
    }
    return marks;
  }

  /** What is marked, in order, as ranges that do not touch. */
  ranges(text: string, field: number): TextRange[] {
    return disjoint(this.marks(text, field).map(({ range }) => range));
  }

  /** Numbers of the phrases that may begin with a word. */
  #candidates(word: Word): Iterable<number> {
    const byTerm = this.#byTerm.get(word.term ?? word.form) ?? [];
    const byForm = this.#byForm.get(word.form) ?? [];
    if (byForm.length === 0 && this.#tested.length === 0) return byTerm;
    return new Set([...byTerm, ...byForm, ...this.#tested]);
  }

  #words(text: string): Word[] {
    const words: Word[] = [];
    this.#analysis.scan(text, (word, start, end) => {
      const { term, form } = this.#analysis.analyseWord(word);
      // The same words that have a position in the index, so that neighbours are neighbours here too.
      if (term !== null || form !== '') words.push({ term, form, start, end });
    });
    return words;
  }
}

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

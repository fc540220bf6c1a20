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

  constructor(phrases: readonly MarkedPhrase[], analysis: Analysis) {
    this.#phrases = phrases.filter(({ slots }) => slots.length > 0);
    this.#analysis = analysis;
  }

  /** Marks in the order of the text; they may overlap where phrases do. */
  marks(text: string, field: number): Mark[] {
    const relevant = this.#phrases
      .map((phrase, nth) => ({ phrase, nth }))
      .filter(({ phrase }) =>
        phrase.field === null ? searchedFields.includes(field) : phrase.field === field,
      );
    if (relevant.length === 0) return [];
    const words = this.#words(text);
    const marks: Mark[] = [];
    for (const [at, first] of words.entries()) {
      for (const { phrase, nth } of relevant) {
        const last = words[at + phrase.slots.length - 1];
        if (last === undefined) continue;
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

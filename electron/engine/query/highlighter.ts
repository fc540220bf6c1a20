import type { TextRange } from '../../contract/article.ts';
import type { AnalysedWord, Analysis } from '../analysis/analysis.ts';
import type { WordCursor } from '../analysis/word-cursor.ts';
import { searchedFields } from '../index/fields.ts';
import type { SlotPattern } from './query-slot.ts';
import { WordStarts } from './word-starts.ts';

/** A run of words that was looked for; null for every field that is searched when none is named. */
export type MarkedPhrase = Readonly<{ slots: readonly SlotPattern[]; field: number | null }>;

/** Nothing but what is asked of it is made of a word: most words of a text are not looked for. */
type Word = { readonly start: number; readonly end: number; analysed: AnalysedWord | null };

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
  readonly #starts = new WordStarts();

  constructor(phrases: readonly MarkedPhrase[], analysis: Analysis) {
    this.#phrases = phrases.filter(({ slots }) => slots.length > 0);
    this.#analysis = analysis;
    this.#cursor = analysis.newCursor();
    for (const [nth, { slots }] of this.#phrases.entries()) {
      const [first] = slots;
      for (const term of first?.terms ?? []) push(this.#byTerm, term, nth);
      for (const form of first?.forms ?? []) push(this.#byForm, form, nth);
      if (first?.test != null) this.#tested.push(nth);
    }
    for (const sought of [...this.#byTerm.keys(), ...this.#byForm.keys()]) this.#starts.add(sought);
    if (this.#tested.length > 0) this.#starts.addAll();
  }

  /** Marks in the order of the text; they may overlap where phrases do. */
  marks(text: string, field: number): Mark[] {
    if (!this.#phrases.some((phrase) => isSought(phrase, field))) return [];
    const { words, first } = this.#read(text);
    const marks: Mark[] = [];
    for (const at of first) {
      const word = words[at];
      if (word === undefined) continue;
      for (const nth of this.#candidates(this.#analysed(text, word))) {
        const phrase = this.#phrases[nth];
        const last = words[at + (phrase?.slots.length ?? 1) - 1];
        if (phrase === undefined || last === undefined || !isSought(phrase, field)) continue;
        const whole = phrase.slots.every((slot, place) => {
          const next = words[at + place];
          return next !== undefined && fits(this.#analysed(text, next), slot);
        });
        if (whole) marks.push({ range: [word.start, last.end], phrase: nth });
      }
    }
    return marks;
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

  /** The words of a text, which are those that have a position in the index, and the places of those that may begin a phrase. */
  #read(text: string): Readonly<{ words: readonly Word[]; first: readonly number[] }> {
    const cursor = this.#cursor;
    const words: Word[] = [];
    const first: number[] = [];
    cursor.open(text);
    while (cursor.next()) {
      const { units, start, end } = cursor;
      if (this.#starts.mayBegin(units, start, end)) first.push(words.length);
      words.push({ start, end, analysed: null });
    }
    return { words, first };
  }

  #analysed(text: string, word: Word): AnalysedWord {
    return (word.analysed ??= this.#analysis.analyseWord(text.slice(word.start, word.end)));
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

import type { TextRange } from '../../contract/article.ts';
import type { AnalysedWord, Analysis } from '../analysis/analysis.ts';
import type { WordCursor } from '../analysis/word-cursor.ts';
import { searchedFields } from '../index/fields.ts';
import type { SlotPattern } from './query-slot.ts';
import { WordStarts } from './word-starts.ts';

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
  readonly #starts = new WordStarts();
  /** Where the words of the text that is looked at begin and end. */
  #begins = new Uint32Array(1024);
  #ends = new Uint32Array(1024);

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
    const analysed = (place: number): AnalysedWord =>
      this.#analysis.analyseWord(text.slice(this.#begins[place], this.#ends[place]));
    const marks: Mark[] = [];
    for (const place of first) {
      for (const nth of this.#candidates(analysed(place))) {
        const phrase = this.#phrases[nth];
        if (phrase === undefined || !isSought(phrase, field)) continue;
        const last = place + phrase.slots.length - 1;
        if (last >= words || !phrase.slots.every((slot, after) => fits(analysed(place + after), slot)))
          continue;
        marks.push({ range: [this.#begins[place] ?? 0, this.#ends[last] ?? 0], phrase: nth });
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

  /**
   * Finds the words of a text, which are those that have a position in the index: how many there are, and the places of
   * those that may begin a phrase. Nothing is made of any, as most of them are not looked for.
   */
  #read(text: string): Readonly<{ words: number; first: readonly number[] }> {
    const cursor = this.#cursor;
    const first: number[] = [];
    let words = 0;
    cursor.open(text);
    for (; cursor.next(); words += 1) {
      if (words === this.#begins.length) this.#makeRoom();
      this.#begins[words] = cursor.start;
      this.#ends[words] = cursor.end;
      if (this.#starts.mayBegin(cursor.units, cursor.start, cursor.end)) first.push(words);
    }
    return { words, first };
  }

  #makeRoom(): void {
    const before = [this.#begins, this.#ends] as const;
    this.#begins = new Uint32Array(this.#begins.length * 2);
    this.#ends = new Uint32Array(this.#begins.length);
    this.#begins.set(before[0]);
    this.#ends.set(before[1]);
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

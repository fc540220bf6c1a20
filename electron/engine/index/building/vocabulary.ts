import type { Analysis } from '../../analysis/analysis.ts';
import type { PlainWords } from '../../analysis/plain-words.ts';
import { wordCase, wordCaseOf, type WordCase } from '../../analysis/word-case.ts';
import { hashOf, type WordCursor } from '../../analysis/word-cursor.ts';
import { Uint32List } from '../bytes/uint32-list.ts';
import { PlainWord } from './plain-word.ts';
import { SortedStrings } from '../bytes/sorted-strings.ts';
import { StringHashTable } from '../bytes/string-hash-table.ts';
import { Utf8Lines } from '../bytes/utf8-lines.ts';

/** More distinct spellings are forgotten and looked at anew: an archive has millions, most of them met once. */
const maxSpellings = 100_000;

export const stopWordBit = 4;
/** A stop word of which the case is upper or mixed has both bits: only such a one may be initials, `US` or `US’s`. */
export const capitalStopWord = stopWordBit | (wordCase.upper & wordCase.mixed);

/** All that is known of spellings and their forms and terms, each by its number. */
export type KnownWords = Readonly<{
  spellings: StringHashTable;
  /** For each spelling: number of its written form × 8, 4 for a stop word, and its case. */
  surfaces: Uint32List;
  forms: SortedStrings;
  formLines: Utf8Lines;
  /** For each form: the number of its term, and whether it is a stop word: 1, otherwise 0. */
  termOfForm: Uint32List;
  stopForms: Uint32List;
  terms: SortedStrings;
}>;

type Spelling = Pick<WordCursor, 'text' | 'units' | 'start' | 'end' | 'hash'>;

/**
 * What the analysis makes of each spelling, remembered from one segment to the next. A written form has one term, which
 * is the form itself for a stop word.
 */
export class Vocabulary {
  readonly #analysis: Analysis;
  readonly #plainWords: PlainWords;
  readonly #plain: PlainWord;
  /** Null until it is asked for. V8 would take one that is there from the start for a constant, and compile anew when it goes. */
  #known: KnownWords | null = null;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#plainWords = analysis.plainWords();
    this.#plain = new PlainWord(this.#plainWords);
  }

  get known(): KnownWords {
    return (this.#known ??= nothingKnown());
  }

  newCursor(): WordCursor {
    return this.#analysis.newCursor();
  }

  /** The number of the spelling that a cursor stands at. */
  spellingAt(cursor: WordCursor): number {
    const { units, start, end, hash } = cursor;
    const number = this.known.spellings.find(units, start, end, hash);
    return number < 0 ? this.#meet(cursor) : number;
  }

  /** The same of initials that would be a stop word: ask where the surface is that of a `capitalStopWord`. */
  spellingOfInitials({ word }: WordCursor): number {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    const hash = hashOf(units, 0, units.length);
    const number = this.known.spellings.find(units, 0, units.length, hash);
    if (number >= 0) return number;
    return this.#meet({ text: word, units, start: 0, end: units.length, hash });
  }

  /** Call between two segments. */
  forgetWhenLarge(): void {
    if (this.known.spellings.size > maxSpellings) this.#known = null;
  }

  /** Most new words are plain, and take a way without strings. */
  #meet({ text, units, start, end, hash }: Spelling): number {
    const { spellings, surfaces, stopForms } = this.known;
    const plain = this.#plain;
    let form: number;
    let letterCase: WordCase;
    if (plain.take(units, start, end)) {
      form = this.#numberOfPlainForm();
      letterCase = plain.letterCase;
    } else {
      const spelling = text.slice(start, end);
      form = this.#numberOfForm(this.#analysis.formOf(spelling));
      letterCase = wordCaseOf(spelling);
    }
    surfaces.push(form * 8 + (stopForms.values[form] === 1 ? stopWordBit : 0) + letterCase);
    return spellings.add(units, start, end, hash);
  }

  /** The number of the form that is the plain word; what was taken of that is used up. */
  #numberOfPlainForm(): number {
    const { forms, formLines, termOfForm, stopForms, terms } = this.known;
    const { units, length, hash } = this.#plain;
    const known = forms.find(units, 0, length, hash);
    if (known >= 0) return known;
    const number = forms.add(units, 0, length, hash);
    formLines.pushUnits(units, length);
    const termLength = this.#plainWords.termInPlace(units, length);
    const isStopWord = termLength < 0;
    termOfForm.push(terms.numberOfUnits(units, isStopWord ? length : termLength));
    stopForms.push(isStopWord ? 1 : 0);
    return number;
  }

  #numberOfForm(form: string): number {
    const { forms, formLines, termOfForm, stopForms, terms } = this.known;
    const number = forms.numberOf(form);
    if (number === termOfForm.length) {
      formLines.push(form);
      const term = this.#analysis.termOfForm(form);
      termOfForm.push(terms.numberOf(term ?? form));
      stopForms.push(term === null ? 1 : 0);
    }
    return number;
  }
}

function nothingKnown(): KnownWords {
  return {
    spellings: new StringHashTable(),
    surfaces: new Uint32List(),
    forms: new SortedStrings(),
    formLines: new Utf8Lines(),
    termOfForm: new Uint32List(),
    stopForms: new Uint32List(),
    terms: new SortedStrings(),
  };
}

import type { Analysis } from '../analysis/analysis.ts';
import { wordCaseOf } from '../analysis/word-case.ts';
import type { WordCursor } from '../analysis/word-cursor.ts';
import { NumberList } from './number-list.ts';
import { SortedStrings } from './sorted-strings.ts';
import { SpellingTable } from './spelling-table.ts';

/** More distinct spellings are forgotten and read anew: an archive has millions, most of them met once. */
const mostSpellings = 200_000;

/** A spelling of which the analysis leaves nothing. */
export const nothingLeft = 0xffff_ffff;

export const stopWordBit = 4;

/** All that is known of spellings and their forms and terms, each by its number. */
export type KnownWords = Readonly<{
  spellings: SpellingTable;
  /** For each spelling: number of its written form × 8, 4 for a stop word, and its case; or `nothingLeft`. */
  writings: NumberList;
  forms: SortedStrings;
  /** For each form: the number of its term. */
  termOfForm: NumberList;
  terms: SortedStrings;
}>;

/**
 * What the analysis makes of each spelling, remembered from one segment to the next. A written form has one term, which
 * is the form itself for a stop word.
 */
export class Vocabulary {
  readonly #analysis: Analysis;
  #known = nothingKnown();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  get known(): KnownWords {
    return this.#known;
  }

  newCursor(): WordCursor {
    return this.#analysis.newCursor();
  }

  /** The number of the spelling that a cursor stands at. */
  spellingAt(cursor: WordCursor): number {
    const { units, start, end, hash } = cursor;
    const number = this.#known.spellings.find(units, start, end, hash);
    return number < 0 ? this.#meet(cursor) : number;
  }

  /** Call between two segments. */
  forgetWhenLarge(): void {
    if (this.#known.spellings.size > mostSpellings) this.#known = nothingKnown();
  }

  #meet({ text, units, start, end, hash }: WordCursor): number {
    const { spellings, writings, forms, termOfForm, terms } = this.#known;
    const spelling = detached(text.slice(start, end));
    const { term, form } = this.#analysis.analyseNewWord(spelling);
    if (term === null && form === '') writings.push(nothingLeft);
    else {
      const number = forms.numberOf(form);
      if (number === termOfForm.length) termOfForm.push(terms.numberOf(term ?? form));
      writings.push(number * 8 + (term === null ? stopWordBit : 0) + wordCaseOf(spelling));
    }
    return spellings.add(units, start, end, hash);
  }
}

function nothingKnown(): KnownWords {
  return {
    spellings: new SpellingTable(),
    writings: new NumberList(),
    forms: new SortedStrings(),
    termOfForm: new NumberList(),
    terms: new SortedStrings(),
  };
}

/** A copy: V8 makes a slice of some length a window on its text, which would stay in memory with it. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

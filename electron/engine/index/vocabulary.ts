import type { Analysis } from '../analysis/analysis.ts';
import { wordCaseOf } from '../analysis/word-case.ts';

/** A term or a written form, and its number in the segment that is being built. */
export type NumberedString = { readonly text: string; segment: number; number: number };

export type TermOfWords = NumberedString & { forms: NumberedString[] };

/** One way of writing a word, with all that the index wants to know of it. */
export type Word = {
  readonly term: TermOfWords;
  readonly form: NumberedString;
  /** 0 for a term, 1 for a stop word. */
  readonly stop: 0 | 1;
  readonly letterCase: number;
  segment: number;
  number: number;
};

/** More distinct spellings are forgotten and read anew: an archive has millions, most of them met once. */
const mostWords = 100_000;

function fresh<Key extends string>(text: Key): NumberedString {
  return { text, segment: -1, number: -1 };
}

/** A copy: V8 makes a slice of some length a window on its text, which would stay in memory with it. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/**
 * What the analysis makes of each spelling, remembered from one segment to the next. Numbers belong to a segment:
 * one that was given in another segment counts as none.
 */
export class Vocabulary {
  readonly #analysis: Analysis;
  #words = new Map<string, Word | null>();
  #terms = new Map<string, TermOfWords>();
  #forms = new Map<string, NumberedString>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  get scan(): Analysis['scan'] {
    return this.#analysis.scan;
  }

  /** Null for a word of which the analysis leaves nothing. */
  word(spelling: string): Word | null {
    const known = this.#words.get(spelling);
    return known === undefined ? this.#meet(spelling) : known;
  }

  /** Call between two segments. */
  forgetWhenLarge(): void {
    if (this.#words.size < mostWords) return;
    this.#words = new Map();
    this.#terms = new Map();
    this.#forms = new Map();
  }

  #meet(slice: string): Word | null {
    const spelling = detached(slice);
    const { term, form } = this.#analysis.analyseWord(spelling);
    const word: Word | null =
      term === null && form === ''
        ? null
        : {
            term: this.#term(term ?? form),
            form: this.#form(form),
            stop: term === null ? 1 : 0,
            letterCase: wordCaseOf(spelling),
            segment: -1,
            number: -1,
          };
    this.#words.set(spelling, word);
    return word;
  }

  #term(text: string): TermOfWords {
    let term = this.#terms.get(text);
    if (term === undefined) this.#terms.set(text, (term = { ...fresh(text), forms: [] }));
    return term;
  }

  #form(text: string): NumberedString {
    let form = this.#forms.get(text);
    if (form === undefined) this.#forms.set(text, (form = fresh(text)));
    return form;
  }
}

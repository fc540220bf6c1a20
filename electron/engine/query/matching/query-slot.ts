import type { Analysis } from '../../analysis/analysis.ts';
import { apostropheClass } from '../../analysis/apostrophes.ts';
import { fold } from '../../analysis/fold.ts';
import { isUnspaced, unspacedLetter, unspacedPiece } from '../../analysis/unspaced.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { ExpandedTerm } from './expanded-term.ts';
import { exactTerm, expandForms, wildcardTest, type FormPattern } from './term-expansion.ts';

/** What may stand in one place of a text to match one word of a query. */
export type QuerySlot = Readonly<{
  terms: readonly ExpandedTerm[];
  /** A stop word: it can stand in a phrase but neither finds nor scores by itself. */
  stopWord: boolean;
  /** The word as looked for, folded. */
  word: string;
  /** Too many words match to score each: together they find, and do not count for the order. */
  many: boolean;
  pattern: SlotPattern;
}>;

/** What a highlighter marks: words with one of these terms, or one of these written forms. */
export type SlotPattern = Readonly<{
  terms: ReadonlySet<string>;
  forms: ReadonlySet<string>;
  /** The folded pattern with `*` that `forms` and `test` come from; null when they come from none. */
  wildcard: string | null;
  /** Accepts further written forms; null when `forms` names them all. */
  test: ((form: string) => boolean) | null;
}>;

/** Above this, the words that a wildcard matches find without ranking. */
export const mostExpansions = 1024;

export type SlotOptions = Readonly<{ editDistance: number; unfinished: boolean }>;

/** Words with wildcards, and pieces of what is written without spaces, which stand anywhere in a run by themselves. */
const wildcardPiece = new RegExp(
  `${unspacedPiece}|[[\\p{L}\\p{N}\\p{M}_*${apostropheClass}]--${unspacedLetter}]+`,
  'gv',
);

export class SlotResolver {
  readonly #snapshot: IndexSnapshot;
  readonly #analysis: Analysis;
  readonly #resolved = new Map<string, readonly QuerySlot[]>();

  constructor(snapshot: IndexSnapshot, analysis: Analysis) {
    this.#snapshot = snapshot;
    this.#analysis = analysis;
  }

  /** The slots of a text, in order; a written word such as `al-Kadhimi` may have several. */
  resolve(text: string, options: SlotOptions): readonly QuerySlot[] {
    const key = JSON.stringify([text, options.editDistance, options.unfinished]);
    const known = this.#resolved.get(key) ?? this.#resolve(text, options);
    this.#resolved.set(key, known);
    return known;
  }

  #resolve(text: string, options: SlotOptions): QuerySlot[] {
    const chunks = text.split(/\s+/u).filter((chunk) => chunk !== '');
    const pieces = chunks.flatMap((chunk) =>
      chunk.includes('*') ? (chunk.match(wildcardPiece) ?? []) : this.#words(chunk),
    );
    return pieces.flatMap((piece, at) => {
      const unfinished = options.unfinished && at === pieces.length - 1;
      const slot = piece.includes('*')
        ? this.#wildcard(piece)
        : this.#word(piece, { ...options, unfinished });
      return slot === null ? [] : [slot];
    });
  }

  #words(chunk: string): string[] {
    const words: string[] = [];
    this.#analysis.scan(chunk, (word) => words.push(word));
    return words;
  }

  #word(text: string, { editDistance, unfinished }: SlotOptions): QuerySlot | null {
    const { term, form } = this.#analysis.analyseWord(text);
    if (form === '') return null;
    // Every other piece lies within one edit of a piece.
    if (editDistance > 0 && !isUnspaced(form)) return this.#formSlot({ pattern: form, editDistance }, null);
    const exact = exactTerm(this.#snapshot, term ?? form);
    const own = exact === null ? [] : [exact];
    const terms = new Set([term ?? form]);
    const stopWord = term === null;
    const begun =
      unfinished && form.length >= 2 ? this.#formSlot({ pattern: `${form}*`, editDistance: 0 }, form) : null;
    if (begun === null || begun.terms.length === 0) {
      return {
        terms: own,
        stopWord,
        word: form,
        many: false,
        pattern: { terms, forms: noForms, wildcard: null, test: null },
      };
    }
    return {
      terms: stopWord ? begun.terms : [...own, ...begun.terms],
      stopWord: false,
      word: form,
      many: begun.many,
      pattern: { ...begun.pattern, terms: stopWord ? new Set<string>() : terms },
    };
  }

  #wildcard(text: string): QuerySlot | null {
    const pattern = fold(text).replace(/\*+/g, '*');
    return pattern === '*' ? null : this.#formSlot({ pattern, editDistance: 0 }, null);
  }

  #formSlot(sought: FormPattern, except: string | null): QuerySlot {
    const { term, forms } = expandForms(this.#snapshot, sought, mostExpansions, except);
    const wildcard = sought.editDistance > 0 ? null : sought.pattern;
    return {
      terms: term === null ? [] : [term],
      stopWord: false,
      word: except ?? sought.pattern,
      many: forms === null,
      pattern: {
        terms: new Set(),
        forms: forms ?? noForms,
        wildcard,
        // So many words lie within two edits of hardly any word that marking none of them is no loss.
        test: forms === null && wildcard !== null ? wildcardTest(wildcard) : null,
      },
    };
  }
}

const noForms: ReadonlySet<string> = new Set();

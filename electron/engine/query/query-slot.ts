import type { Analysis } from '../analysis/analysis.ts';
import { fold } from '../analysis/fold.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { ExpandedTerm } from './expanded-term.ts';
import { exactTerm, expandForms, formOfKey, wildcardTest, writtenKey } from './term-expansion.ts';

/** What may stand in one place of a text to match one word of a query. */
export type QuerySlot = Readonly<{
  terms: readonly ExpandedTerm[];
  /** A stop word: it can stand in a phrase but neither finds nor scores by itself. */
  stopWord: boolean;
  /** The word as looked for, folded. */
  word: string;
  /** Too many words match to score each: together they find, and do not count for the order. */
  many: boolean;
}>;

/** What a highlighter marks: words with one of these terms, or one of these written forms. */
export type SlotPattern = Readonly<{
  terms: ReadonlySet<string>;
  forms: ReadonlySet<string>;
  /** Accepts further written forms; null when `forms` names them all. */
  test: ((form: string) => boolean) | null;
}>;

/** Above this, the words that a wildcard matches find without ranking. */
export const mostExpansions = 1024;

export type SlotOptions = Readonly<{ editDistance: number; unfinished: boolean }>;

const wildcardPiece = /[\p{L}\p{N}\p{M}_*'’]+/gu;

export class SlotResolver {
  readonly #snapshot: IndexSnapshot;
  readonly #analysis: Analysis;

  constructor(snapshot: IndexSnapshot, analysis: Analysis) {
    this.#snapshot = snapshot;
    this.#analysis = analysis;
  }

  /** The slots of a text, in order; a written word such as `al-Kadhimi` may have several. */
  resolve(text: string, options: SlotOptions): QuerySlot[] {
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
    if (editDistance > 0) {
      const found = expandForms(this.#snapshot, { pattern: form, editDistance }, mostExpansions);
      return { ...found, stopWord: false, word: form };
    }
    const exact = exactTerm(this.#snapshot, term ?? form);
    const terms = exact === null ? [] : [exact];
    const stopWord = term === null;
    if (!unfinished || form.length < 2) return { terms, stopWord, word: form, many: false };
    const begun = this.#wildcard(`${form}*`);
    if (begun === null || begun.terms.length === 0) return { terms, stopWord, word: form, many: false };
    const others = begun.terms.filter(({ key }) => key !== writtenKey(form));
    return {
      terms: stopWord ? others : [...terms, ...others],
      stopWord: stopWord && others.length === 0,
      word: form,
      many: begun.many,
    };
  }

  #wildcard(text: string): QuerySlot | null {
    const pattern = fold(text).replace(/\*+/g, '*');
    if (pattern === '*') return null;
    const found = expandForms(this.#snapshot, { pattern, editDistance: 0 }, mostExpansions);
    return { ...found, stopWord: false, word: pattern };
  }
}

export function patternOf({ terms: expanded, many, word }: QuerySlot): SlotPattern {
  const terms = new Set<string>();
  const forms = new Set<string>();
  for (const { key } of expanded) {
    const form = formOfKey(key);
    if (form === null) terms.add(key);
    else if (!many) forms.add(form);
  }
  return { terms, forms, test: many ? wildcardTest(word.includes('*') ? word : `${word}*`) : null };
}

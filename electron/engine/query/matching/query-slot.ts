import type { Analysis } from '../../analysis/analysis.ts';
import { apostropheClass } from '../../analysis/apostrophes.ts';
import { fold } from '../../analysis/fold.ts';
import { withPoints } from '../../analysis/tokenizer.ts';
import { isUnspaced, unspacedLetter, unspacedPiece } from '../../analysis/unspaced.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { ExpandedTerm } from './expanded-term.ts';
import { isPattern, patternTest, tidyPattern } from '../grammar/wildcards.ts';
import { casedTest, type Cased } from './lists/cased-lists.ts';
import { exactTerm, expandForms, type FormPattern } from './term-expansion.ts';
import { formsOf, writtenTest, type WrittenScope, type WrittenWords } from './written/written-words.ts';

/** What may stand at one position of a text to match one word of a query. */
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
  /** What a word has to pass besides, as it is written. */
  written?: (word: string) => boolean;
}>;

/** Above this, the words that a wildcard matches find without ranking. */
export const maxExpansions = 1024;

export type SlotOptions = Readonly<{ editDistance: number; unfinished: boolean; cased: Cased | null }>;

/** A word for which so many texts would have to be read that it stands for all its spellings. */
export type SpelledAnyhow = Readonly<{ slots: readonly QuerySlot[]; anyhow: readonly string[] }>;

/** Words with wildcards, and pieces of what is written without spaces, which stand anywhere in a run by themselves. */
const wildcardPiece = `${unspacedPiece}|[[\\p{L}\\p{N}\\p{M}_*?${apostropheClass}]--${unspacedLetter}]+`;
let wildcardPieces: RegExp | null = null;

export class SlotResolver {
  readonly #snapshot: IndexSnapshot;
  readonly #analysis: Analysis;
  readonly #writtenWords: WrittenWords;
  readonly #resolved = new Map<string, readonly QuerySlot[]>();

  constructor(snapshot: IndexSnapshot, analysis: Analysis, writtenWords: WrittenWords) {
    this.#snapshot = snapshot;
    this.#analysis = analysis;
    this.#writtenWords = writtenWords;
  }

  /** The slots of a text of which the words count as they are written. */
  resolveExact(text: string, unfinished: boolean, scope: WrittenScope): SpelledAnyhow {
    const pieces = this.#pieces(text, (_, written) => written);
    const anyhow: string[] = [];
    const slots = pieces.flatMap((piece, at) => {
      const isBegun = unfinished && at === pieces.length - 1 && piece.length >= 2 && !isPattern(piece);
      const word = isBegun ? `${piece}*` : piece;
      const term = this.#writtenWords.find(this.#snapshot, { text: word, ...scope });
      if (term !== null) return [this.#exactSlot(word, piece, term, scope)];
      anyhow.push(word);
      return this.resolve(word, { editDistance: 0, unfinished: false, cased: null });
    });
    return { slots, anyhow };
  }

  #exactSlot(text: string, word: string, term: ExpandedTerm, scope: WrittenScope): QuerySlot {
    // Of a word that is not in what was left it isn't known whether any other article has it.
    const isUnknown =
      term.isNowhere && (scope.within === null || !this.#writtenWords.hasForm(this.#snapshot, text));
    const wildcard = isPattern(text) ? tidyPattern(fold(text)) : null;
    return {
      terms: isUnknown ? [] : [term],
      stopWord: false,
      word,
      many: false,
      pattern: {
        terms: new Set(),
        forms: wildcard === null ? formsOf(text, this.#analysis) : noForms,
        wildcard,
        test: wildcard === null ? null : patternTest(wildcard),
        written: writtenTest(text),
      },
    };
  }

  /** The slots of a text, in order; a written word such as `al-Kadhimi` may have several. */
  resolve(text: string, options: SlotOptions): readonly QuerySlot[] {
    const key = JSON.stringify([text, options.editDistance, options.unfinished, options.cased]);
    const known = this.#resolved.get(key) ?? this.#resolve(text, options);
    this.#resolved.set(key, known);
    return known;
  }

  #resolve(text: string, options: SlotOptions): QuerySlot[] {
    const pieces = this.#pieces(text, (word) => word);
    return pieces.flatMap((piece, at) => {
      const unfinished = options.unfinished && at === pieces.length - 1;
      const slot = isPattern(piece)
        ? this.#wildcard(piece, options.cased)
        : this.#word(piece, { ...options, unfinished });
      return slot === null ? [] : [slot];
    });
  }

  /** Words and words with wildcards; `wordOf` is given a word as the analysis takes it, and as it is written. */
  #pieces(text: string, wordOf: (word: string, written: string) => string): string[] {
    const chunks = text.split(/\s+/u).filter((chunk) => chunk !== '');
    return chunks.flatMap((chunk) => {
      if (isPattern(chunk)) return chunk.match((wildcardPieces ??= new RegExp(wildcardPiece, 'gv'))) ?? [];
      const words: string[] = [];
      this.#analysis.scan(chunk, (word, start, end) => words.push(wordOf(word, chunk.slice(start, end))));
      return words;
    });
  }

  #word(text: string, { editDistance, unfinished, cased }: SlotOptions): QuerySlot | null {
    const { term, form } = this.#analysis.analyseWord(text);
    if (form === '') return null;
    // Every other piece lies within one edit of a piece.
    if (editDistance > 0 && !isUnspaced(form))
      return this.#formSlot({ pattern: form, editDistance }, null, cased);
    const terms = new Set(this.#spellings(text, cased));
    const own = [...terms].flatMap((one) => exactTerm(this.#snapshot, one, cased) ?? []);
    // Written with capitals or without, a stop word is looked for as any other.
    const stopWord = term === null && cased === null;
    const written = cased === null ? {} : { written: casedTest(cased) };
    const begun =
      unfinished && form.length >= 2
        ? this.#formSlot({ pattern: `${form}*`, editDistance: 0 }, form, cased)
        : null;
    if (begun === null || begun.terms.length === 0) {
      return {
        terms: own,
        stopWord,
        word: form,
        many: false,
        pattern: { terms, forms: noForms, wildcard: null, test: null, ...written },
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

  /** The terms that a word may have: initials are another than the word of their letters. */
  #spellings(text: string, cased: Cased | null): string[] {
    const spellings =
      cased === null
        ? [text]
        : cased === 'nocaps'
          ? [text.toLowerCase()]
          : [text, withPoints(text.toUpperCase())];
    return spellings.map((spelling) => {
      const { term, form } = this.#analysis.analyseWord(spelling);
      return term ?? form;
    });
  }

  #wildcard(text: string, cased: Cased | null): QuerySlot | null {
    const pattern = tidyPattern(fold(text));
    return pattern === '*' ? null : this.#formSlot({ pattern, editDistance: 0 }, null, cased);
  }

  #formSlot(asked: FormPattern, except: string | null, cased: Cased | null): QuerySlot {
    const { term, forms } = expandForms(this.#snapshot, asked, maxExpansions, { except, cased });
    const wildcard = asked.editDistance > 0 ? null : asked.pattern;
    return {
      terms: term === null ? [] : [term],
      stopWord: false,
      word: except ?? asked.pattern,
      many: forms === null,
      pattern: {
        terms: new Set(),
        forms: forms ?? noForms,
        wildcard,
        // So many words lie within two edits of hardly any word that marking none of them is no loss.
        test: forms === null && wildcard !== null ? patternTest(wildcard) : null,
        ...(cased === null ? {} : { written: casedTest(cased) }),
      },
    };
  }
}

const noForms: ReadonlySet<string> = new Set();

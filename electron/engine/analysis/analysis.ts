import lunr from 'lunr';
import { extendedVersion } from './analysis-version.ts';
import { fold } from './fold.ts';
import { casesOfLetters, letterEnd, plainLetters, type PlainWords } from './plain-words.ts';
import { initialsForm } from './initials.ts';
import { stemInPlace } from './porter-stemmer.ts';
import { stem, stemPlain } from './stem.ts';
import { isPlainStopWord, isStopWord } from './stop-words.ts';
import { LunrCursor, scanLikeLunr, scanWords, ScriptCursor, type WordScanner } from './tokenizer.ts';
import { isUnspaced } from './unspaced.ts';
import type { WordCursor } from './word-cursor.ts';

/** What becomes of one written word: its folded form, and the term that is indexed for it. */
export type AnalysedWord = Readonly<{
  /** As written, folded: what a wildcard matches. Empty when nothing is left of the word. */
  form: string;
  /** What Lunr's pipeline makes of it, empty when nothing is left of the word; null for a stop word. */
  term: string | null;
}>;

/**
 * A Lunr analysis: the chain that `lunr.Builder` would be given, and a quicker way through the same chain.
 * `analyseWord(word).term` equals what `indexPipeline` makes of a token of that word.
 */
export type Analysis = Readonly<{
  /** Changes whenever the same text would give other terms; an index made by another one is built anew. */
  version: string;
  scan: WordScanner;
  /** The words that `scan` finds, for those who read many texts. */
  newCursor(): WordCursor;
  tokenizer: typeof lunr.tokenizer;
  indexPipeline: lunr.Pipeline;
  /** Without stop words, as Lunr's own: one term a token, or none. */
  searchPipeline: lunr.Pipeline;
  analyseWord(word: string): AnalysedWord;
  /** The two halves of `analyseWord`, without its memo, for those who have one of their own. */
  formOf(word: string): string;
  termOfForm(form: string): string | null;
  /** The same for most words, without a string. Its tables are made when it is first asked for: only building wants them. */
  plainWords(): PlainWords;
}>;

const edges = /^[^\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_]+$/gu;
const wordMemoSize = 20_000;

function pipelineFunction(label: string, change: (word: string) => string): lunr.PipelineFunction {
  const run: lunr.PipelineFunction = (token) => token.update(change);
  lunr.Pipeline.registerFunction(run, label);
  return run;
}

const foldFunction = pipelineFunction('microfiche-fold', fold);
const trimmer = pipelineFunction('microfiche-trimmer', (word) => word.replace(edges, ''));
const possessive = pipelineFunction('microfiche-possessive', (word) => word.replace(/'s$|'$/, ''));
const initials = pipelineFunction('microfiche-initials', initialsForm);
const stemmer = pipelineFunction('microfiche-stemmer', stem);

/** Cuts a word of a query as texts are cut: Lunr's own grammar does not ask the tokenizer. */
const pieces: lunr.PipelineFunction = (token) => {
  const text = token.toString();
  if (!isUnspaced(text)) return token;
  const cut: lunr.Token[] = [];
  scanWords(text, (word) => cut.push(token.clone(() => word)));
  return cut;
};
lunr.Pipeline.registerFunction(pieces, 'microfiche-pieces');

function pipelineOf(...functions: lunr.PipelineFunction[]): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  pipeline.add(...functions);
  return pipeline;
}

function lunrTokenizer(scan: WordScanner, lowerCase: boolean): typeof lunr.tokenizer {
  const tokenize = (input?: string | object | object[] | null): lunr.Token[] => {
    if (input === null || input === undefined) return [];
    if (typeof input !== 'string') throw new TypeError('an article field is text');
    const tokens: lunr.Token[] = [];
    scan(input, (word, start, end) => {
      const metadata = { position: [start, end - start], index: tokens.length };
      tokens.push(new lunr.Token(lowerCase ? word.toLowerCase() : word, metadata));
    });
    return tokens;
  };
  return Object.assign<typeof tokenize, { separator: RegExp }>(tokenize, {
    separator: lunr.tokenizer.separator,
  });
}

/** A bounded memo: most of a text is the same few thousand words, and an archive has millions. */
function memoised(analyse: (word: string) => AnalysedWord): (word: string) => AnalysedWord {
  let memo = new Map<string, AnalysedWord>();
  return (word) => {
    const known = memo.get(word);
    if (known !== undefined) return known;
    if (memo.size >= wordMemoSize) memo = new Map();
    const analysed = analyse(word);
    memo.set(word, analysed);
    return analysed;
  };
}

type Chain = Readonly<{
  version: string;
  scan: WordScanner;
  newCursor: () => WordCursor;
  lowerCase: boolean;
  index: lunr.Pipeline;
  search: lunr.Pipeline;
  formOf: (word: string) => string;
  termOfForm: (form: string) => string | null;
  /** The letters of plain words are below this code unit. */
  plainEnd: number;
  cutsPossessive: boolean;
  /** Of a plain form that is no stop word. */
  stemPlain: (units: Uint16Array, length: number) => number;
}>;

function plainWordsOf({ formOf, plainEnd, cutsPossessive, stemPlain: stemOf }: Chain): PlainWords {
  return {
    letters: plainLetters(formOf, plainEnd),
    cases: casesOfLetters(plainEnd),
    cutsPossessive,
    termInPlace: (units, length) => (isPlainStopWord(units, length) ? -1 : stemOf(units, length)),
  };
}

function analysisOf(chain: Chain): Analysis {
  const { version, scan, newCursor, lowerCase, index, search, formOf, termOfForm } = chain;
  let plain: PlainWords | null = null;
  return {
    version,
    scan,
    newCursor,
    tokenizer: lunrTokenizer(scan, lowerCase),
    indexPipeline: index,
    searchPipeline: search,
    analyseWord: memoised((word) => {
      const form = formOf(word);
      return { form, term: termOfForm(form) };
    }),
    formOf,
    termOfForm,
    plainWords: () => (plain ??= plainWordsOf(chain)),
  };
}

const plainWord = /^[a-z0-9]+$/;

/** As written, folded, without what does not belong to a word at its ends. */
function foldedForm(word: string): string {
  const folded = plainWord.test(word) ? word : fold(word);
  if (plainWord.test(folded)) return folded;
  return initialsForm(folded.replace(edges, '').replace(/'s$|'$/, ''));
}

/** Lunr's chain with what it mishandles put right: `extended`; or exactly stock Lunr's: `stock`. */
export const extendedAnalysis: Analysis = analysisOf({
  version: extendedVersion,
  scan: scanWords,
  newCursor: () => new ScriptCursor(),
  lowerCase: false,
  index: pipelineOf(foldFunction, trimmer, possessive, initials, lunr.stopWordFilter, stemmer),
  search: pipelineOf(pieces, foldFunction, trimmer, possessive, initials, stemmer),
  // What the index pipeline does, without a token for each step.
  formOf: foldedForm,
  termOfForm: (form) => (isStopWord(form) ? null : stem(form)),
  plainEnd: letterEnd,
  cutsPossessive: true,
  stemPlain,
});

const stockPipeline = pipelineOf(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);

export const stockAnalysis: Analysis = analysisOf({
  version: 'stock-1',
  scan: scanLikeLunr,
  newCursor: () => new LunrCursor(),
  lowerCase: true,
  index: stockPipeline,
  search: pipelineOf(lunr.stemmer),
  formOf: (word) => word.toLowerCase(),
  termOfForm: (form) => stockPipeline.runString(form)[0] ?? null,
  // Lunr's trimmer takes letters beyond ASCII off the ends of a word.
  plainEnd: 0x80,
  cutsPossessive: false,
  stemPlain: stemInPlace,
});

import lunr from 'lunr';
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { scanLikeLunr, scanWords, type WordScanner } from './tokenizer.ts';

/** What becomes of one written word: its folded form, and the term that is indexed for it. */
export type AnalysedWord = Readonly<{
  /** As written, folded: what a wildcard matches. Empty when nothing is left of the word. */
  form: string;
  /** What Lunr's pipeline makes of it; null for a stop word, and for a word of which nothing is left. */
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
  tokenizer: typeof lunr.tokenizer;
  indexPipeline: lunr.Pipeline;
  /** Without stop words, as Lunr's own: one term a token, or none. */
  searchPipeline: lunr.Pipeline;
  analyseWord(word: string): AnalysedWord;
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
const stemmer = pipelineFunction('microfiche-stemmer', stem);

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

function analysisOf(
  version: string,
  scan: WordScanner,
  lowerCase: boolean,
  formOf: (word: string) => string,
  index: lunr.Pipeline,
  search: lunr.Pipeline,
): Analysis {
  return {
    version,
    scan,
    tokenizer: lunrTokenizer(scan, lowerCase),
    indexPipeline: index,
    searchPipeline: search,
    analyseWord: memoised((word) => {
      const [term] = index.runString(lowerCase ? word.toLowerCase() : word);
      return { form: formOf(word), term: term ?? null };
    }),
  };
}

/** Lunr's chain with what it mishandles put right: `extended`; or exactly stock Lunr's: `stock`. */
export const extendedAnalysis: Analysis = analysisOf(
  'extended-1',
  scanWords,
  false,
  (word) =>
    fold(word)
      .replace(edges, '')
      .replace(/'s$|'$/, ''),
  pipelineOf(foldFunction, trimmer, possessive, lunr.stopWordFilter, stemmer),
  pipelineOf(foldFunction, trimmer, possessive, stemmer),
);

export const stockAnalysis: Analysis = analysisOf(
  'stock-1',
  scanLikeLunr,
  true,
  (word) => word.toLowerCase(),
  pipelineOf(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer),
  pipelineOf(lunr.stemmer),
);

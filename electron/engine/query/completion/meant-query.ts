import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { QueryHint } from '../../../contract/search.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { fold } from '../../analysis/fold.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { searchedFields } from '../../index/schema/fields.ts';
import { editDistanceWithin } from '../grammar/edit-distance.ts';
import { isFilterName } from '../grammar/filter-names.ts';
import { lexNewsQuery } from '../grammar/lexer/news-lexer.ts';
import type { NewsToken } from '../grammar/lexer/news-token.ts';
import { isPattern } from '../grammar/wildcards.ts';
import { countForms, exactTerm } from '../matching/term-expansion.ts';

/** Words that are looked into: each goes through all words of the archive. */
const maxLookedInto = 3;
/** A word in more articles is meant, whatever is near to it. */
const maxRare = 3;
/** So many times more articles have the other word. */
const rareBy = 20;
/** A word that no article has is mistaken already where two have the other. */
const leastOfMissing = 2;
const lengths = { min: 4, max: 40, twoEdits: 6 } as const;

const wordPattern = /[\p{L}\p{M}]+/gu;

type TypedWord = Readonly<{ at: number; text: string }>;
type Meant = TypedWord & Readonly<{ articles: number; word: string; ofWord: number }>;

/**
 * A query with each word that few or no articles have replaced by a near one that many have; null where all words may be meant.
 * `isTyping`: the last one may go on.
 */
export function meantQuery(
  snapshot: IndexSnapshot,
  query: string,
  isTyping: boolean,
  analysis: Analysis,
): QueryHint | null {
  const words = typedWords(query).filter(
    ({ at, text }) => !isTyping || at + text.length < query.trimEnd().length,
  );
  const meant = rareWords(snapshot, words, analysis)
    .slice(0, maxLookedInto)
    .map((word) => nearOf(snapshot, word, analysis))
    .filter((found) => found !== null);
  const [first] = meant;
  if (first === undefined) return null;
  const message = sentence('hint.meant', {
    words: meant.map(({ word }) => sentence('common.quoted', { name: word })),
    counts: meant.map(countsOf),
  });
  return { at: first.at, length: first.text.length, message, query: withMeant(query, meant) };
}

function countsOf({ text, articles, word, ofWord }: Meant): Sentence {
  return sentence('hint.counts', { typed: text, articles, word, count: ofWord });
}

function withMeant(query: string, meant: readonly Meant[]): string {
  return meant
    .toReversed()
    .reduce((whole, { at, text, word }) => whole.slice(0, at) + word + whole.slice(at + text.length), query);
}

/** Words that are looked for in texts, in any form; where capitals or marks are asked for, none is a mistake. */
function typedWords(query: string): readonly TypedWord[] {
  const { tokens } = lexNewsQuery(query);
  if (tokens.some((token) => token.kind === 'call' && token.call.kind === 'written')) return [];
  const isValue = valuesOfFilters(tokens);
  return tokens.flatMap((token, nth) => {
    if ((token.kind !== 'word' && token.kind !== 'phrase') || isValue[nth] === true) return [];
    const isAsked = token.kind === 'word' && (isPattern(token.text) || token.editDistance > 0);
    const typed = query.slice(token.at, token.at + token.length);
    if (isAsked || (token.kind === 'word' && /[\d@/_.]/u.test(typed))) return [];
    return [...typed.matchAll(wordPattern)].map(({ 0: text, index }) => ({ at: token.at + index, text }));
  });
}

/** Which tokens stand after the colon of a filter, or in its brackets. */
function valuesOfFilters(tokens: readonly NewsToken[]): readonly boolean[] {
  let depth = 0;
  return tokens.map((token, nth) => {
    const before = tokens[nth - 1];
    const isBehind = before?.kind === 'field' && isFilterName(before.name);
    if (token.kind === 'open' && (isBehind || depth > 0)) depth += 1;
    else if (token.kind === 'close' && depth > 0) depth -= 1;
    return isBehind || depth > 0;
  });
}

function rareWords(
  snapshot: IndexSnapshot,
  words: readonly TypedWord[],
  analysis: Analysis,
): readonly (TypedWord & Readonly<{ articles: number }>)[] {
  return words.flatMap((word) => {
    const { length } = word.text;
    if (length < lengths.min || length > lengths.max) return [];
    const articles = articlesWith(snapshot, word.text, analysis);
    return articles === null || articles > maxRare ? [] : [{ ...word, articles }];
  });
}

/** Null for a stop word. */
function articlesWith(snapshot: IndexSnapshot, word: string, analysis: Analysis): number | null {
  const { term } = analysis.analyseWord(word);
  if (term === null || term === '') return null;
  return exactTerm(snapshot, term)?.documentFrequency(snapshot, searchedFields) ?? 0;
}

/** The nearest word of those that many articles have; of words as near, the one of most. */
function nearOf(
  snapshot: IndexSnapshot,
  typed: TypedWord & Readonly<{ articles: number }>,
  analysis: Analysis,
): Meant | null {
  const pattern = fold(typed.text);
  const editDistance = typed.articles === 0 && pattern.length >= lengths.twoEdits ? 2 : 1;
  const least = typed.articles === 0 ? leastOfMissing : typed.articles * rareBy;
  const { term } = analysis.analyseWord(typed.text);
  const [best] = [...countForms(snapshot, { pattern, editDistance }, searchedFields)]
    .filter(([form, articles]) => articles >= least && analysis.analyseWord(form).term !== term)
    .map(([form, articles]) => ({
      form,
      articles,
      edits: editDistanceWithin(pattern, form, editDistance) ?? editDistance,
    }))
    .sort((one, other) => one.edits - other.edits || other.articles - one.articles);
  if (best === undefined) return null;
  const ofWord = articlesWith(snapshot, best.form, analysis) ?? best.articles;
  return { ...typed, word: best.form, ofWord };
}

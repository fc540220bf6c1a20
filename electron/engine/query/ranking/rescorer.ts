import { BitSet } from '../../index/bytes/bit-set.ts';
import { searchedFields } from '../../index/schema/fields.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { ArticleTerms } from './article-terms.ts';
import { inDocumentOrder, scoredArticles, type Candidate } from './candidate.ts';
import {
  feedbackArticles,
  feedbackTerms,
  feedbackWords,
  type FeedbackArticle,
} from './relevance-feedback.ts';
import type { NewsEvaluation } from '../matching/news-evaluator.ts';
import { fieldWeight, bm25fModel, weightInQuery } from './bm25f.ts';
import { isBefore, type ScoredArticles } from './score-order.ts';
import { averageLengths, type ScoringModel } from './scorer.ts';
import { TermWeights, type WeightedTerm } from '../matching/weighted-terms.ts';
import { exactTerm } from '../matching/term-expansion.ts';
import { ScoreWindow } from './score-window.ts';
import { addFormAndProximity, type QueryTerm } from './form-and-proximity.ts';

/** The best articles, which are looked at again; the others keep their ranks after them. */
export const rescoreDepth = 100;

/** An article of more terms is on many subjects, and would take long to read. */
const maxArticleTerms = 20_000;

/** Reads the terms of articles; one that can't be read is left out. */
export type TermsOf = (articles: readonly number[]) => ReadonlyMap<number, ArticleTerms>;

/** What a second look has to know of a query. */
export type RescoreQuery = Readonly<{
  terms: readonly WeightedTerm[];
  /** Its words that score, in order, stop words left out. */
  words: readonly QueryTerm[];
}>;

/** Takes the words of a query that score out of what was looked for. */
export function rescoreQueryOf({
  terms,
  searched,
}: Pick<NewsEvaluation, 'terms' | 'searched'>): RescoreQuery {
  const scoring = new Map(
    terms.filter((term) => weightInQuery(term) > 0).map((weighted) => [weighted.term.key, weighted]),
  );
  const words = searched.flatMap(({ slots }) =>
    slots.flatMap(({ stopWord, terms: standingFor, pattern, word }): QueryTerm[] => {
      const weighted = standingFor.flatMap(({ key }) => scoring.get(key) ?? []);
      const [first] = weighted;
      if (first === undefined || stopWord) return [];
      const isPlain = standingFor.length === 1 && pattern.terms.has(first.term.key);
      return [{ weighted: first, form: isPlain ? word : null }];
    }),
  );
  return { terms, words };
}

/**
 * Puts the first of `best` in the order of a closer look at them; the others stay where they are. No article comes in
 * that was not there.
 */
export function rescore(
  snapshot: IndexSnapshot,
  query: RescoreQuery,
  best: readonly Candidate[],
  termsOf: TermsOf,
): ScoredArticles {
  if (best.length < 2 || query.words.length === 0) return scoredArticles(best);
  const candidates = best.slice(0, rescoreDepth).map((candidate) => ({ ...candidate }));
  addFormAndProximity(snapshot, query.words, candidates);
  candidates.sort(inOrder);
  addFeedback(snapshot, query, candidates, termsOf);
  candidates.sort(inOrder);
  // The others stay after them, with scores that do not pass theirs.
  const minScore = candidates.at(-1)?.score ?? 0;
  const others = best
    .slice(rescoreDepth)
    .map((other) => ({ ...other, score: Math.min(other.score, minScore) }));
  return scoredArticles([...candidates, ...others]);
}

function inOrder(a: Candidate, b: Candidate): number {
  return isBefore(a, b) ? -1 : 1;
}

/** Looks for what the first candidates have in common besides the words of the query. */
function addFeedback(
  snapshot: IndexSnapshot,
  { terms, words }: RescoreQuery,
  candidates: Candidate[],
  termsOf: TermsOf,
): void {
  if (new Set(words.map(({ weighted }) => weighted.term.key)).size < feedbackWords) return;
  const scored = candidates.filter(({ score }) => score > 0);
  const best = feedbackOf(snapshot, scored.slice(0, feedbackArticles), termsOf);
  const queryWeight = terms.reduce((sum, term) => sum + weightInQuery(term), 0);
  const found = new Map(terms.map(({ term }) => [term.key, term]));
  const weights = feedbackTerms(best, queryWeight, snapshot.articles, (text) => {
    snapshot.checkpoint();
    const term = found.get(text) ?? exactTerm(snapshot, text);
    if (term !== null) found.set(text, term);
    return term?.documentFrequency(snapshot, searchedFields) ?? 0;
  });
  const more = new TermWeights();
  for (const [text, weight] of weights) {
    const term = found.get(text);
    if (term !== undefined) more.add(term, searchedFields, weight);
  }
  addScores(snapshot, bm25fModel(snapshot, more.values()), candidates);
}

function feedbackOf(
  snapshot: IndexSnapshot,
  candidates: readonly Candidate[],
  termsOf: TermsOf,
): FeedbackArticle[] {
  const averages = averageLengths(snapshot);
  const weighing = searchedFields.flatMap((field) => {
    const average = averages[field] ?? 0;
    return average === 0 ? [] : [{ field, weigh: fieldWeight(field, average) }];
  });
  const lengthsOf = ({ segment, document }: Candidate): Map<number, number> =>
    new Map(
      searchedFields.map((field) => [field, snapshot.segments[segment]?.lengths(field)[document] ?? 0]),
    );
  const readable = candidates.filter(
    (candidate) =>
      [...lengthsOf(candidate).values()].reduce((sum, length) => sum + length, 0) <= maxArticleTerms,
  );
  snapshot.checkpoint();
  const read = termsOf(readable.map(({ id }) => id));
  return readable.flatMap((candidate) => {
    const terms = read.get(candidate.id);
    if (terms === undefined) return [];
    const lengths = lengthsOf(candidate);
    const frequencies = new Map<string, number>();
    for (const [term, counts] of terms) {
      let frequency = 0;
      for (const { field, weigh } of weighing) {
        const count = counts.get(field);
        if (count !== undefined) frequency += weigh(count, lengths.get(field) ?? 0);
      }
      frequencies.set(term, frequency);
    }
    return [{ score: candidate.score, frequencies }];
  });
}

/** Adds to the score of each candidate what the model gives its document. */
function addScores(snapshot: IndexSnapshot, model: ScoringModel, candidates: readonly Candidate[]): void {
  const sum = new Float64Array(1);
  for (const [nth, segment] of snapshot.segments.entries()) {
    const inSegment = inDocumentOrder(candidates, nth);
    if (inSegment.length === 0) continue;
    const documents = new BitSet(segment.row.articles);
    for (const { document } of inSegment) documents.add(document);
    const window = new ScoreWindow(documents);
    for (const scorer of model.scorers(segment)) {
      snapshot.checkpoint();
      for (const candidate of inSegment) {
        sum[0] = 0;
        window.open(candidate.document, candidate.document + 1, documents);
        scorer.addTo(sum, window, Number.NEGATIVE_INFINITY);
        candidate.score += sum[0];
      }
    }
  }
}

import { saturated } from './bm25f.ts';
import { inverseDocumentFrequency } from './scorer.ts';

/** A query of so many different words describes a subject, of which the best articles say more. */
export const feedbackWords = 6;

/** The best articles that are taken for ones on the subject. */
export const feedbackArticles = 5;

/** Terms that the best articles have most of, of which it is asked how many articles have them. */
const weighedTerms = 30;

/** Terms that are looked for besides those of the query. */
const chosenTerms = 20;

/** What all of these weigh together, against all terms of the query together. */
const feedbackShare = 0.3;

export type FeedbackArticle = Readonly<{
  score: number;
  /** Frequency of each of its terms, by the boosts and lengths of the fields. */
  frequencies: ReadonlyMap<string, number>;
}>;

/**
 * The terms that the best articles have in common, and what each weighs as a term of the query (pseudo-relevance
 * feedback: Robertson 1990, "On term selection for query expansion"; each article counts by its score, as in the
 * relevance model of Lavrenko and Croft 2001). `documentsOf` tells how many articles hold a term; what a single one
 * holds says nothing of the subject.
 */
export function feedbackTerms(
  best: readonly FeedbackArticle[],
  queryWeight: number,
  articles: number,
  documentsOf: (term: string) => number,
): Map<string, number> {
  const total = best.reduce((all, { score }) => all + score, 0);
  const sums = new Map<string, number>();
  for (const { score, frequencies } of best) {
    for (const [term, frequency] of frequencies) {
      sums.set(term, (sums.get(term) ?? 0) + (score / total) * saturated(frequency));
    }
  }
  const valued: [term: string, value: number][] = [];
  for (const [term, weight] of max([...sums], weighedTerms)) {
    const documents = documentsOf(term);
    if (documents > 1) valued.push([term, weight * inverseDocumentFrequency(articles, documents)]);
  }
  const chosen = max(valued, chosenTerms);
  const sum = chosen.reduce((all, [, value]) => all + value, 0);
  return new Map(chosen.map(([term, value]) => [term, (feedbackShare * queryWeight * value) / sum]));
}

function max(values: readonly [string, number][], count: number): [string, number][] {
  return [...values].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, count);
}

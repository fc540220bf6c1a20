import type { ScoredArticles } from './score-order.ts';

/** One of the best articles: where it is in the index, and its score so far. */
export type Candidate = {
  readonly id: number;
  readonly document: number;
  /** Index of its segment in the snapshot. */
  readonly segment: number;
  score: number;
};

/** Those of one segment in their order in it, so that each block of postings is read once. */
export function inDocumentOrder(candidates: readonly Candidate[], segment: number): Candidate[] {
  return candidates
    .filter((candidate) => candidate.segment === segment)
    .sort((a, b) => a.document - b.document);
}

export function scoredArticles(candidates: readonly Candidate[]): ScoredArticles {
  return {
    articles: Uint32Array.from(candidates, ({ id }) => id),
    scores: Float64Array.from(candidates, ({ score }) => score),
  };
}

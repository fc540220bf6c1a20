import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import { byRelevance, isBefore, type ScoredArticles } from './ranking.ts';
import { windowDocuments, type DocumentSets, type ScoringModel, type TermScorer } from './scorer.ts';

/** Sums of the same score in another order differ by less. */
const tolerance = 1e-9;

type Window = Readonly<{ segment: number; from: number; to: number; bound: number }>;

/**
 * The best `most` of the matched articles, best first, ties by article id. Documents are scored in windows, those that
 * can score highest first; windows that can't reach the worst of the best are left out (block-max pruning: Ding and
 * Suel 2011, "Faster Top-k Document Retrieval Using Block-Max Indexes").
 */
export function rankTop(
  snapshot: IndexSnapshot,
  model: ScoringModel,
  matched: DocumentSets,
  most: number,
): ScoredArticles {
  const scorers = snapshot.segments.map((segment) => model.scorers(segment));
  const windows = windowsOf(snapshot, scorers, matched).sort((a, b) => b.bound - a.bound);
  const best = new BestArticles(most);
  const sums = new Float64Array(windowDocuments);
  for (const window of windows) {
    if (window.bound < best.least - tolerance) break;
    snapshot.checkpoint();
    const segment = snapshot.segments[window.segment] as SegmentReader;
    scoreWindow(sums, scorers[window.segment] ?? [], window);
    const ids = segment.articles;
    matched[window.segment]?.forEachBetween(window.from, window.to, (document) => {
      best.offer(ids[document] as number, sums[document - window.from] as number);
    });
  }
  return best.toArticles();
}

/** All matched articles, best first, ties by article id. */
export function rankAll(snapshot: IndexSnapshot, model: ScoringModel, matched: DocumentSets): ScoredArticles {
  const count = matched.reduce((sum, documents) => sum + documents.count(), 0);
  const articles = new Uint32Array(count);
  const scores = new Float64Array(count);
  const sums = new Float64Array(windowDocuments);
  let at = 0;
  for (const [nth, segment] of snapshot.segments.entries()) {
    const scorers = model.scorers(segment);
    const documents = matched[nth];
    for (let from = 0; from < segment.row.articles; from += windowDocuments) {
      const to = Math.min(from + windowDocuments, segment.row.articles);
      if (documents?.hasAny(from, to) !== true) continue;
      snapshot.checkpoint();
      scoreWindow(sums, scorers, { from, to });
      documents.forEachBetween(from, to, (document) => {
        articles[at] = segment.articles[document] as number;
        scores[at] = sums[document - from] as number;
        at += 1;
      });
    }
  }
  return byRelevance({ articles, scores });
}

function windowsOf(
  snapshot: IndexSnapshot,
  scorers: readonly (readonly TermScorer[])[],
  matched: DocumentSets,
): Window[] {
  const windows: Window[] = [];
  for (const [segment, { row }] of snapshot.segments.entries()) {
    for (let from = 0; from < row.articles; from += windowDocuments) {
      const to = Math.min(from + windowDocuments, row.articles);
      if (matched[segment]?.hasAny(from, to) !== true) continue;
      let bound = 0;
      for (const scorer of scorers[segment] ?? []) bound += scorer.bound(from, to);
      windows.push({ segment, from, to, bound });
    }
  }
  return windows;
}

function scoreWindow(
  sums: Float64Array,
  scorers: readonly TermScorer[],
  { from, to }: Readonly<{ from: number; to: number }>,
): void {
  sums.fill(0);
  for (const scorer of scorers) scorer.addTo(sums, from, to);
}

/** The best of the articles that are offered. */
class BestArticles {
  readonly #most: number;
  #articles: Readonly<{ id: number; score: number }>[] = [];
  /** A score that an article needs to be among the best. */
  least = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  offer(id: number, score: number): void {
    if (score < this.least - tolerance) return;
    this.#articles.push({ id, score });
    if (this.#articles.length >= 2 * this.#most + 64) this.#prune();
  }

  toArticles(): ScoredArticles {
    this.#prune();
    return {
      articles: Uint32Array.from(this.#articles, ({ id }) => id),
      scores: Float64Array.from(this.#articles, ({ score }) => score),
    };
  }

  #prune(): void {
    this.#articles.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    this.#articles.length = Math.min(this.#articles.length, this.#most);
    if (this.#articles.length === this.#most) this.least = this.#articles.at(-1)?.score ?? this.least;
  }
}

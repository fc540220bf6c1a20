import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { scoredArticles, type Candidate } from './candidate.ts';
import { byRelevance, isBefore, type ScoredArticles } from './score-order.ts';
import type { ScoringModel, TermScorer } from './scorer.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';
import { ScoreWindow } from './score-window.ts';
import { windowDocuments } from '../matching/frequency-list.ts';

/** Sums of the same score in another order differ by less. */
const tolerance = 1e-9;

/** The best `limit` of the matched articles, best first, ties by article id. */
export function rankTop(
  snapshot: IndexSnapshot,
  model: ScoringModel,
  matched: DocumentSets,
  limit: number,
): ScoredArticles {
  return scoredArticles(bestCandidates(snapshot, model, matched, limit));
}

/**
 * The same, with where they are in the index. Documents are scored in windows; those that can't reach the worst of the
 * best are left out (block-max pruning: Ding and Suel 2011, "Faster Top-k Document Retrieval Using Block-Max Indexes").
 * Windows are taken as they come: in order of their bounds each block of a list would be read once for every window
 * that it reaches into. Within one, terms that together can't reach the worst of the best are only scored where others
 * are (MaxScore: Turtle and Flood 1995, "Query Evaluation: Strategies and Optimizations").
 */
export function bestCandidates(
  snapshot: IndexSnapshot,
  model: ScoringModel,
  matched: DocumentSets,
  limit: number,
): Candidate[] {
  const best = new BestArticles(limit);
  const sums = new Float64Array(windowDocuments);
  for (const [nth, segment] of snapshot.segments.entries()) {
    const scorers = inOrderOfBounds(model.scorers(segment), segment.row.articles);
    const bounds = new Float64Array(scorers.length);
    const ids = segment.articles;
    for (const window of windowsOf(segment, matched[nth] as BitSet)) {
      let bound = 0;
      for (const [at, scorer] of scorers.entries()) {
        bounds[at] = scorer.bound(window.from, window.to);
        bound += bounds[at];
      }
      if (bound < best.minScore - tolerance) continue;
      snapshot.checkpoint();
      clear(sums, window);
      for (const [at, scorer] of scorers.entries()) {
        const needed = best.minScore - tolerance - bound;
        if (needed > 0) window.narrow(sums, needed);
        bound -= bounds[at] as number;
        scorer.addTo(sums, window, best.minScore - tolerance - bound);
      }
      for (let at = 0; at < window.count; at += 1) {
        const document = window.documents[at] as number;
        best.offer(ids[document] as number, sums[document - window.from] as number, document, nth);
      }
    }
  }
  return best.inOrder();
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
    for (const window of windowsOf(segment, matched[nth] as BitSet)) {
      snapshot.checkpoint();
      clear(sums, window);
      for (const scorer of scorers) scorer.addTo(sums, window, Number.NEGATIVE_INFINITY);
      for (let found = 0; found < window.count; found += 1) {
        const document = window.documents[found] as number;
        articles[at] = segment.articles[document] as number;
        scores[at] = sums[document - window.from] as number;
        at += 1;
      }
    }
  }
  return byRelevance({ articles, scores });
}

/** The windows with any matched document, each good until the next. */
function* windowsOf({ row }: SegmentReader, matched: BitSet): Generator<ScoreWindow, void> {
  const window = new ScoreWindow(matched);
  for (let from = 0; from < row.articles; from += windowDocuments) {
    window.open(from, Math.min(from + windowDocuments, row.articles), matched);
    if (window.count > 0) yield window;
  }
}

/** The scorers that can add most come first. */
function inOrderOfBounds(scorers: readonly TermScorer[], documents: number): TermScorer[] {
  return scorers
    .map((scorer) => ({ scorer, bound: scorer.bound(0, documents) }))
    .sort((a, b) => b.bound - a.bound)
    .map(({ scorer }) => scorer);
}

function clear(sums: Float64Array, { documents, count, from }: ScoreWindow): void {
  for (let nth = 0; nth < count; nth += 1) sums[(documents[nth] as number) - from] = 0;
}

/** The best of the articles that are offered: a heap with the worst of them on top. */
class BestArticles {
  readonly #limit: number;
  readonly #heap: Candidate[] = [];
  /** A score that an article needs to be among the best. */
  minScore = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(id: number, score: number, document: number, segment: number): void {
    if (score < this.minScore - tolerance) return;
    const heap = this.#heap;
    // Of thousands of articles with the same score most are turned away here.
    if (score <= this.minScore && id > (heap[0]?.id ?? id)) return;
    const offered = { id, score, document, segment };
    if (heap.length < this.#limit) {
      heap.push(offered);
      this.#rise(heap.length - 1);
    } else {
      const [worst] = heap;
      if (worst === undefined || !isBefore(offered, worst)) return;
      heap[0] = offered;
      this.#sink();
    }
    if (heap.length === this.#limit) this.minScore = heap[0]?.score ?? this.minScore;
  }

  inOrder(): Candidate[] {
    return [...this.#heap].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const risen = heap[from] as Candidate;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!isBefore(heap[parent] as Candidate, risen)) break;
      heap[at] = heap[parent] as Candidate;
      at = parent;
    }
    heap[at] = risen;
  }

  #sink(): void {
    const heap = this.#heap;
    const sunk = heap[0] as Candidate;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      const other = child + 1;
      if (other < heap.length && isBefore(heap[child] as Candidate, heap[other] as Candidate)) child = other;
      if (!isBefore(sunk, heap[child] as Candidate)) break;
      heap[at] = heap[child] as Candidate;
      at = child;
    }
    heap[at] = sunk;
  }
}

import type { BitSet } from '../index/bit-set.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import { scoredArticles, type Candidate } from './candidate.ts';
import { byRelevance, isBefore, type ScoredArticles } from './ranking.ts';
import { windowDocuments, type DocumentSets, type ScoringModel, type TermScorer } from './scorer.ts';

/** Sums of the same score in another order differ by less. */
const tolerance = 1e-9;

type Window = Readonly<{ segment: number; from: number; to: number; bound: number }>;

/** The best `most` of the matched articles, best first, ties by article id. */
export function rankTop(
  snapshot: IndexSnapshot,
  model: ScoringModel,
  matched: DocumentSets,
  most: number,
): ScoredArticles {
  return scoredArticles(bestCandidates(snapshot, model, matched, most));
}

/**
 * The same, with their places in the index. Documents are scored in windows, those that
 * can score highest first; windows that can't reach the worst of the best are left out (block-max pruning: Ding and
 * Suel 2011, "Faster Top-k Document Retrieval Using Block-Max Indexes").
 */
export function bestCandidates(
  snapshot: IndexSnapshot,
  model: ScoringModel,
  matched: DocumentSets,
  most: number,
): Candidate[] {
  const scorers = snapshot.segments.map((segment) => model.scorers(segment));
  const windows = windowsOf(snapshot, scorers, matched).sort((a, b) => b.bound - a.bound);
  const best = new BestArticles(most);
  const sums = new Float64Array(windowDocuments);
  for (const window of windows) {
    if (window.bound < best.least - tolerance) break;
    snapshot.checkpoint();
    const segment = snapshot.segments[window.segment] as SegmentReader;
    const documents = matched[window.segment] as BitSet;
    scoreWindow(sums, scorers[window.segment] ?? [], window, documents);
    const ids = segment.articles;
    documents.forEachBetween(window.from, window.to, (document) => {
      best.offer(ids[document] as number, sums[document - window.from] as number, document, window.segment);
    });
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
    const documents = matched[nth];
    for (let from = 0; from < segment.row.articles; from += windowDocuments) {
      const to = Math.min(from + windowDocuments, segment.row.articles);
      if (documents?.hasAny(from, to) !== true) continue;
      snapshot.checkpoint();
      scoreWindow(sums, scorers, { from, to }, documents);
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
  among: BitSet,
): void {
  sums.fill(0);
  for (const scorer of scorers) scorer.addTo(sums, from, to, among);
}

/** The best of the articles that are offered: a heap with the worst of them on top. */
class BestArticles {
  readonly #most: number;
  readonly #heap: Candidate[] = [];
  /** A score that an article needs to be among the best. */
  least = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  offer(id: number, score: number, document: number, segment: number): void {
    if (score < this.least - tolerance) return;
    const heap = this.#heap;
    // Of thousands of articles with the same score most are turned away here.
    if (score <= this.least && id > (heap[0]?.id ?? id)) return;
    const offered = { id, score, document, segment };
    if (heap.length < this.#most) {
      heap.push(offered);
      this.#rise(heap.length - 1);
    } else {
      const [worst] = heap;
      if (worst === undefined || !isBefore(offered, worst)) return;
      heap[0] = offered;
      this.#sink();
    }
    if (heap.length === this.#most) this.least = heap[0]?.score ?? this.least;
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

import { indexFields, searchedFields } from '../../index/schema/fields.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { ExpandedTerm } from '../matching/expanded-term.ts';
import type { WeightedTerm } from '../matching/weighted-terms.ts';
import type { ScoreWindow } from './score-window.ts';

/** Of BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"): Lunr's defaults. */
export const k1 = 1.2;
export const b = 0.75;

/** What one term, or one term in one field, adds to the scores of documents of one segment. */
export interface TermScorer {
  /** No document in `[from, to)` gets more. */
  bound(from: number, to: number): number;
  /**
   * Adds the scores of the documents of a window to `sums`, which begin with that of its first. Those whose sum is below
   * `min` then may be left out of its documents.
   */
  addTo(sums: Float64Array, window: ScoreWindow, min: number): void;
}

/** A formula with the statistics of a snapshot; a document's score is the sum of what its scorers give. */
export interface ScoringModel {
  scorers(segment: SegmentReader): readonly TermScorer[];
}

/** Mean length of each field over live articles, in terms. */
export function averageLengths(snapshot: IndexSnapshot): number[] {
  return indexFields.map(
    (_, field) =>
      snapshot.segments.reduce((sum, segment) => sum + segment.liveLength(field), 0) / snapshot.articles,
  );
}

/** Lunr's inverse document frequency (`lunr.idf`): df is summed over fields, so it may pass `articles`. */
export function inverseDocumentFrequency(articles: number, documentFrequency: number): number {
  return Math.log(1 + Math.abs((articles - documentFrequency + 0.5) / (documentFrequency + 0.5)));
}

/**
 * Lunr's formula (`lunr.Builder#createFieldVectors` and `lunr.Vector#similarity`) from the statistics of the live
 * collection: over fields f and terms t the sum of w_t r / |w_f|, where r is BM25 rounded to thousandths. The order of
 * operations is Lunr's, since the rounding makes it visible.
 */
export function lunrModel(snapshot: IndexSnapshot, terms: readonly WeightedTerm[]): ScoringModel {
  const averages = averageLengths(snapshot);
  const squares = indexFields.map((_, field) =>
    terms.reduce((sum, { weights }) => sum + (weights.get(field) ?? 0) ** 2, 0),
  );
  const idfs = terms.map(({ term, weights }) => {
    const searched = [...weights.keys()].some((field) => searchedFields.includes(field));
    const df = term.fieldFrequency(snapshot, searched ? searchedFields : [...weights.keys()]);
    return inverseDocumentFrequency(snapshot.articles, df);
  });
  return {
    scorers: (segment) =>
      terms.flatMap(({ term, weights }, at) =>
        [...weights].flatMap(([field, weight]) => {
          const magnitude = Math.sqrt(squares[field] ?? 0);
          if (magnitude === 0) return [];
          const factor = weight / magnitude;
          const scale = { idf: idfs[at] ?? 0, factor, field, average: averages[field] ?? 0 };
          return lunrScorer(term, segment, scale) ?? [];
        }),
      ),
  };
}

function lunrScorer(
  term: ExpandedTerm,
  segment: SegmentReader,
  { idf, factor, field, average }: Readonly<{ idf: number; factor: number; field: number; average: number }>,
): TermScorer | null {
  const list = term.frequencies(segment, field);
  if (list === null) return null;
  const lengths = segment.lengths(field);
  const boost = indexFields[field]?.boost ?? 1;
  const score = (tf: number, length: number): number => {
    let similarity =
      tf === Number.POSITIVE_INFINITY
        ? idf * (k1 + 1)
        : (idf * ((k1 + 1) * tf)) / (k1 * (1 - b + b * (length / average)) + tf);
    similarity *= boost;
    return factor * (Math.round(similarity * 1000) / 1000);
  };
  return {
    bound: (from, to) => {
      const bounds = list.bounds(from, to);
      return bounds === null ? 0 : score(bounds.maxFrequency, bounds.minLength);
    },
    addTo: (sums, { from, to, among }) => {
      list.each(from, to, among, (documents, frequencies, start, end) => {
        for (let nth = start; nth < end; nth += 1) {
          const document = documents[nth] as number;
          if (!among.has(document)) continue;
          const at = document - from;
          sums[at] = (sums[at] as number) + score(frequencies[nth] as number, lengths[document] as number);
        }
      });
    },
  };
}

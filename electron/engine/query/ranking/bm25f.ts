import { indexFields } from '../../index/schema/fields.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { FrequencyList } from '../matching/frequency-list.ts';
import {
  averageLengths,
  b,
  inverseDocumentFrequency,
  k1,
  type ScoringModel,
  type TermScorer,
} from './scorer.ts';
import { type WeightedTerm } from '../matching/weighted-terms.ts';
import { windowDocuments } from '../matching/frequency-list.ts';

/**
 * How little a word that the query says often counts more than one that it says once: Robertson and others 1994, "Okapi
 * at TREC-3", where it lies between 7 and 1,000.
 */
const k3 = 8;

/** The weight of a term that is in `clauses` clauses of the query, of `boosts` in sum; 1 for one clause of boost 1. */
function queryWeight(boosts: number, clauses: number): number {
  return ((k3 + 1) * boosts) / (k3 + clauses);
}

/** What the query gives a term: in the field that it asks for it most, when it asks for several. */
export function weightInQuery({ weights, clauses }: WeightedTerm): number {
  let max = 0;
  for (const [field, boosts] of weights) max = Math.max(max, queryWeight(boosts, clauses.get(field) ?? 1));
  return max;
}

/** The one saturation, after the fields are added up: below `k1 + 1`. */
export function saturated(frequency: number): number {
  return ((k1 + 1) * frequency) / (k1 + frequency);
}

function weightIn(boost: number, average: number, frequency: number, length: number): number {
  return (boost * frequency) / (1 - b + b * (length / average));
}

/** A field of nothing but stop words has a length of 0 everywhere, by which nothing can be divided. */
function someAverage(average: number): number {
  return average === 0 ? 1 : average;
}

/** The frequency of a term in a field by the boost of the field and the length of the document in it. */
export function fieldWeight(field: number, average: number): (frequency: number, length: number) => number {
  const boost = indexFields[field]?.boost ?? 1;
  const some = someAverage(average);
  return (frequency, length) => weightIn(boost, some, frequency, length);
}

/**
 * BM25F (Zaragoza, Craswell, Taylor, Saria and Robertson 2004, "Microsoft Cambridge at TREC-13"): the frequencies of a
 * term in all fields, each by the field's boost and length, are added up before they saturate, under one idf.
 */
export function bm25fModel(snapshot: IndexSnapshot, terms: readonly WeightedTerm[]): ScoringModel {
  const averages = averageLengths(snapshot);
  const weighed = terms.map((weighted) => {
    const { term, weights } = weighted;
    const fields = [...weights.keys()];
    const idf = inverseDocumentFrequency(snapshot.articles, term.documentFrequency(snapshot, fields));
    return { term, fields, factor: idf * (k1 + 1) * weightInQuery(weighted) };
  });
  const scratch = new Float64Array(windowDocuments);
  return {
    scorers: (segment) =>
      weighed.map(({ term, fields, factor }) => {
        const lists = fields.flatMap((field) => {
          const list = term.frequencies(segment, field);
          return list === null ? [] : [fieldOf(segment, field, averages[field] ?? 0, list)];
        });
        return termScorer(lists, factor, scratch);
      }),
  };
}

/** A list of one field, and what makes frequencies of that field comparable with those of others. */
type FieldPart = Readonly<{
  list: FrequencyList;
  boost: number;
  average: number;
  lengths: ArrayLike<number>;
}>;

function fieldOf(segment: SegmentReader, field: number, average: number, list: FrequencyList): FieldPart {
  const { boost = 1 } = indexFields[field] ?? {};
  return { list, boost, average: someAverage(average), lengths: segment.lengths(field) };
}

/** `weights` is scratch: zeros between two calls. */
function termScorer(parts: readonly FieldPart[], factor: number, weights: Float64Array): TermScorer {
  return {
    bound: (from, to) => {
      let max = 0;
      for (const { list, boost, average } of parts) {
        const bounds = list.bounds(from, to);
        if (bounds !== null) max += weightIn(boost, average, bounds.maxFrequency, bounds.minLength);
      }
      return max === Number.POSITIVE_INFINITY ? factor : (factor * max) / (k1 + max);
    },
    addTo: (sums, window, min) => {
      const { from, to, among, documents: scored, count } = window;
      const { words } = among;
      for (const { list, boost, average, lengths } of parts) {
        list.each(from, to, among, (documents, frequencies, start, end) => {
          for (let nth = start; nth < end; nth += 1) {
            const document = documents[nth] as number;
            if ((((words[document >>> 5] as number) >>> (document & 31)) & 1) === 0) continue;
            const at = document - from;
            const weight = weightIn(boost, average, frequencies[nth] as number, lengths[document] as number);
            weights[at] = (weights[at] as number) + weight;
          }
        });
      }
      let left = 0;
      for (let nth = 0; nth < count; nth += 1) {
        const document = scored[nth] as number;
        const at = document - from;
        const weight = weights[at] as number;
        let sum = sums[at] as number;
        if (weight > 0) {
          sum += (factor * weight) / (k1 + weight);
          sums[at] = sum;
          weights[at] = 0;
        }
        if (sum >= min) scored[left++] = document;
      }
      window.count = left;
    },
  };
}

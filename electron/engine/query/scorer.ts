import type { BitSet } from '../index/bit-set.ts';
import { indexFields, searchedFields } from '../index/fields.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { ExpandedTerm } from './expanded-term.ts';

const k1 = 1.2;
const b = 0.75;

/** A term that scores, with its weight in each field that it is searched in (by field number). */
export type WeightedTerm = Readonly<{ term: ExpandedTerm; weights: ReadonlyMap<number, number> }>;

/** The documents of each segment of a snapshot, in the snapshot's order. */
export type DocumentSets = readonly BitSet[];

export type ScoredArticles = Readonly<{ articles: Uint32Array; scores: Float64Array }>;

/** Adds weights as Lunr's query vectors do: the same term in two clauses counts with the sum of their boosts. */
export class TermWeights {
  readonly #terms = new Map<string, { term: ExpandedTerm; weights: Map<number, number> }>();

  add(term: ExpandedTerm, fields: readonly number[], boost: number): void {
    const known = this.#terms.get(term.key) ?? { term, weights: new Map<number, number>() };
    this.#terms.set(term.key, known);
    for (const field of fields) known.weights.set(field, (known.weights.get(field) ?? 0) + boost);
  }

  values(): WeightedTerm[] {
    return [...this.#terms.values()];
  }
}

/** Lunr's inverse document frequency (`lunr.idf`): df is summed over fields, so it may pass `articles`. */
export function inverseDocumentFrequency(articles: number, documentFrequency: number): number {
  return Math.log(1 + Math.abs((articles - documentFrequency + 0.5) / (documentFrequency + 0.5)));
}

/**
 * Scores the matched documents by Lunr's formula (`lunr.Builder#createFieldVectors` and `lunr.Vector#similarity`) from
 * the statistics of the live collection: over fields f and terms t the sum of w_t r / |w_f|, where r is BM25 rounded to
 * thousandths. The order of operations is Lunr's, since the rounding makes it visible.
 */
export function scoreDocuments(
  snapshot: IndexSnapshot,
  terms: readonly WeightedTerm[],
  matched: DocumentSets,
): ScoredArticles {
  const idfs = terms.map(({ term, weights }) => {
    const searched = [...weights.keys()].some((field) => searchedFields.includes(field));
    const df = term.documentFrequency(snapshot, searched ? searchedFields : [...weights.keys()]);
    return inverseDocumentFrequency(snapshot.articles, df);
  });
  const fields = [...new Set(terms.flatMap(({ weights }) => [...weights.keys()]))].sort((x, y) => x - y);
  const totals = snapshot.segments.map((segment) => new Float64Array(segment.row.articles));
  for (const field of fields) addField(snapshot, terms, idfs, matched, field, totals);
  return collect(snapshot, matched, totals);
}

function addField(
  snapshot: IndexSnapshot,
  terms: readonly WeightedTerm[],
  idfs: readonly number[],
  matched: DocumentSets,
  field: number,
  totals: readonly Float64Array[],
): void {
  let squares = 0;
  for (const { weights } of terms) squares += (weights.get(field) ?? 0) ** 2;
  const magnitude = Math.sqrt(squares);
  if (magnitude === 0) return;
  const boost = indexFields[field]?.boost ?? 1;
  const liveLength = snapshot.segments.reduce((sum, segment) => sum + segment.liveLength(field), 0);
  const averageLength = liveLength / snapshot.articles;
  for (const [nth, segment] of snapshot.segments.entries()) {
    const lengths = segment.lengths(field);
    const documents = matched[nth] as BitSet;
    const total = totals[nth] as Float64Array;
    const sums = new Float64Array(total.length);
    for (let at = 0; at < terms.length; at += 1) {
      const { term, weights } = terms[at] as WeightedTerm;
      const weight = weights.get(field);
      if (weight === undefined) continue;
      const idf = idfs[at] as number;
      const found = term.frequencies(segment, field);
      for (let place = 0; place < found.documents.length; place += 1) {
        const document = found.documents[place] as number;
        if (!documents.has(document)) continue;
        const tf = found.frequencies[place] as number;
        const length = lengths[document] as number;
        let score = (idf * ((k1 + 1) * tf)) / (k1 * (1 - b + b * (length / averageLength)) + tf);
        score *= boost;
        sums[document] = (sums[document] as number) + weight * (Math.round(score * 1000) / 1000);
      }
    }
    for (let document = 0; document < sums.length; document += 1) {
      total[document] = (total[document] as number) + (sums[document] as number) / magnitude;
    }
  }
}

function collect(
  snapshot: IndexSnapshot,
  matched: DocumentSets,
  totals: readonly Float64Array[],
): ScoredArticles {
  const count = matched.reduce((sum, documents) => sum + documents.count(), 0);
  const articles = new Uint32Array(count);
  const scores = new Float64Array(count);
  let at = 0;
  for (const [nth, segment] of snapshot.segments.entries()) {
    const total = totals[nth] as Float64Array;
    const ids = segment.articles;
    matched[nth]?.forEach((document) => {
      articles[at] = ids[document] as number;
      scores[at] = total[document] as number;
      at += 1;
    });
  }
  return { articles, scores };
}

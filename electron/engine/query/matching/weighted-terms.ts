import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { ExpandedTerm } from './expanded-term.ts';

/**
 * A term that scores: by number of the fields that it is searched in, its weight there, and how many clauses the query
 * has of it there.
 */
export type WeightedTerm = Readonly<{
  term: ExpandedTerm;
  weights: ReadonlyMap<number, number>;
  clauses: ReadonlyMap<number, number>;
}>;

/** The documents of each segment of a snapshot, in the snapshot's order. */
export type DocumentSets = readonly BitSet[];

export type Evaluation = Readonly<{ matched: DocumentSets; terms: readonly WeightedTerm[] }>;

/** Adds weights as Lunr's query vectors do: the same term in two clauses counts with the sum of their boosts. */
export class TermWeights {
  readonly #terms = new Map<
    string,
    { term: ExpandedTerm; weights: Map<number, number>; clauses: Map<number, number> }
  >();

  add(term: ExpandedTerm, fields: readonly number[], boost: number): void {
    const known = this.#terms.get(term.key) ?? { term, weights: new Map(), clauses: new Map() };
    this.#terms.set(term.key, known);
    for (const field of fields) {
      known.weights.set(field, (known.weights.get(field) ?? 0) + boost);
      known.clauses.set(field, (known.clauses.get(field) ?? 0) + 1);
    }
  }

  values(): WeightedTerm[] {
    return [...this.#terms.values()];
  }
}

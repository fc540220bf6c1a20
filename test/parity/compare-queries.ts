import type { Analysis } from '../../electron/engine/analysis/analysis.ts';
import type { DiskIndex } from './disk-index.ts';
import { lunrQueryOf, parityKinds, WordSupply, type ParityKind } from './lunr-queries.ts';
import { StockLunr } from './stock-lunr.ts';

/** What came of the queries of one kind. */
export type Tally = {
  compared: number;
  /** Queries on which Lunr throws. */
  refused: number;
  /** Queries on which Lunr's own token set lost terms or had others. */
  erred: number;
  hits: number;
  sameHits: number;
  sameOrder: number;
  worstDifference: number;
};

export type ParityReport = Readonly<{
  tallies: ReadonlyMap<ParityKind, Tally>;
  /** In words. */
  disagreements: readonly string[];
}>;

/** Asks our index and one `lunr.Index` of its live articles the same queries, the kinds by turns. */
export function compareQueries(
  index: DiskIndex,
  analysis: Analysis,
  queries: number,
  random: () => number,
): ParityReport {
  const stock = new StockLunr(index.live, analysis);
  const words = new WordSupply(index.live.values());
  const tallies = new Map<ParityKind, Tally>();
  const disagreements: string[] = [];
  for (let nth = 0; nth < queries; nth += 1) {
    const kind = parityKinds[nth % parityKinds.length] ?? 'mixed';
    const tally = tallies.get(kind) ?? noneYet();
    tallies.set(kind, tally);
    const query = lunrQueryOf(kind, words, random);
    const comparison = stock.compare(index.search(query), query);
    if (comparison === null) {
      tally.refused += 1;
      continue;
    }
    tally.compared += 1;
    tally.erred += comparison.lunrErred ? 1 : 0;
    tally.hits += comparison.hits;
    tally.sameHits += comparison.sameHits ? 1 : 0;
    tally.sameOrder += comparison.sameOrder ? 1 : 0;
    tally.worstDifference = Math.max(tally.worstDifference, comparison.worstDifference);
    for (const text of comparison.disagreements.slice(0, 3)) disagreements.push(`${query}: ${text}`);
  }
  return { tallies, disagreements };
}

function noneYet(): Tally {
  return { compared: 0, refused: 0, erred: 0, hits: 0, sameHits: 0, sameOrder: 0, worstDifference: 0 };
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = noneYet();
  for (const { compared, refused, erred, hits, sameHits, sameOrder, worstDifference } of tallies) {
    sum.compared += compared;
    sum.refused += refused;
    sum.erred += erred;
    sum.hits += hits;
    sum.sameHits += sameHits;
    sum.sameOrder += sameOrder;
    sum.worstDifference = Math.max(sum.worstDifference, worstDifference);
  }
  return sum;
}

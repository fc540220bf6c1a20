import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendedAnalysis,
  stockAnalysis,
  type Analysis,
} from '../../../electron/engine/analysis/analysis.ts';
import { tieredMergePolicy } from '../../../electron/engine/index/merging/merge-policy.ts';
import { compareHits } from '../../parity/disagreements.ts';
import { DiskIndex } from '../../parity/disk-index.ts';
import { randomArticle, randomLunrQuery, seededRandom } from '../../parity/random-corpus.ts';
import { StockLunr } from '../../parity/stock-lunr.ts';

type Act = 'put' | 'replace' | 'remove' | 'commit' | 'merge' | 'optimize';

const acts = fc.array(
  fc.tuple(
    fc.constantFrom<Act>('put', 'put', 'put', 'replace', 'remove', 'commit', 'merge', 'optimize'),
    fc.nat(),
  ),
  { minLength: 1, maxLength: 60 },
);

function indexWithHistory(
  history: readonly (readonly [Act, number])[],
  seed: number,
  analysis: Analysis,
): DiskIndex {
  const random = seededRandom(seed);
  const index = new DiskIndex(analysis, { mergePolicy: tieredMergePolicy(2, 4), mergeStepCost: 70 });
  let last = 0;
  for (const [act, pick] of history) {
    const known = 1 + (pick % Math.max(1, last));
    if (act === 'put') index.put((last += 1), randomArticle(random));
    else if (act === 'replace' && last > 0) index.put(known, randomArticle(random));
    else if (act === 'remove') index.remove(known);
    else if (act === 'commit') index.commit();
    else if (act === 'merge') index.mergeStep();
    else if (act === 'optimize') index.optimize();
  }
  index.commit();
  return index;
}

function disagreements(
  history: readonly (readonly [Act, number])[],
  seed: number,
  analysis: Analysis,
): string[] {
  const index = indexWithHistory(history, seed, analysis);
  try {
    const stock = new StockLunr(index.live, analysis);
    const random = seededRandom(seed + 1);
    return Array.from({ length: 25 }, () => randomLunrQuery(random)).flatMap((query) => {
      const compared = stock.compare(index.search(query), query);
      return (compared?.disagreements ?? []).map((text) => `${query}: ${text}`);
    });
  } finally {
    index.close();
  }
}

describe('the index on disk', () => {
  it.each([
    ['the extended analysis', extendedAnalysis],
    ['stock analysis', stockAnalysis],
  ])('answers as one lunr.Index of the live articles would, with %s', (_, analysis) => {
    fc.assert(
      fc.property(acts, fc.nat(1_000_000), (history, seed) => {
        expect(disagreements(history, seed, analysis)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is sound after any history', () => {
    fc.assert(
      fc.property(acts, fc.nat(1_000_000), (history, seed) => {
        const index = indexWithHistory(history, seed, extendedAnalysis);
        const problems = index.check();
        index.close();
        expect(problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('sees a disagreement when there is one', () => {
    const hits = [
      { id: 1, score: 2 },
      { id: 2, score: 1 },
    ];
    const compare = (ours: typeof hits): number => compareHits(ours, hits).disagreements.length;
    expect([
      compare(hits),
      compare(hits.toReversed()),
      compare(hits.slice(1)),
      compare([{ id: 1, score: 2 + 1e-6 }, hits[1] ?? { id: 0, score: 0 }]),
    ]).toEqual([0, 1, 1, 1]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byRelevance } from '../../../../electron/engine/query/ranking/score-order.ts';

const score = fc.oneof(
  fc.constantFrom(0, 1, 1.5, 1 + 1e-12, 2),
  fc.double({ min: -3, max: 900, noNaN: true }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);

describe('an order by relevance', () => {
  it('is that of the scores rounded to a billionth, and of the ids where these are equal', () => {
    const hits = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 500 }), score }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(hits, (found) => {
        const ranked = byRelevance({
          articles: Uint32Array.from(found, ({ id }) => id),
          scores: Float64Array.from(found, (hit) => hit.score),
        });
        const rounded = (value: number): number => Math.round(value * 1e9);
        const expected = [...found].sort((a, b) => rounded(b.score) - rounded(a.score) || a.id - b.id);
        expect([Array.from(ranked.articles), Array.from(ranked.scores)]).toEqual([
          expected.map(({ id }) => id),
          expected.map((hit) => hit.score),
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

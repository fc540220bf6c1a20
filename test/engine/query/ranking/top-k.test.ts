import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extendedAnalysis } from '../../../../electron/engine/analysis/analysis.ts';
import { windowDocuments } from '../../../../electron/engine/query/matching/frequency-list.ts';
import { DiskIndex } from '../../../parity/disk-index.ts';
import { randomArticle, randomLunrQuery, seededRandom } from '../../../parity/random-corpus.ts';
import { article } from '../../../support/article-fields.ts';

function expectFront(index: DiskIndex, query: string, most: number): void {
  const all = index.search(query);
  const best = index.search(query, most);
  expect([query, best.map(({ id }) => id)]).toEqual([query, all.slice(0, most).map(({ id }) => id)]);
  for (const [nth, { score }] of best.entries()) expect(score).toBeCloseTo(all[nth]?.score ?? 0, 9);
}

describe('the best of many', () => {
  const index = new DiskIndex(extendedAnalysis);

  beforeAll(() => {
    const random = seededRandom(11);
    const words = ['dam', 'flood', 'oil', 'river', 'harbour', 'strike', 'election', 'ferry', 'minister'];
    const word = (): string => words[Math.floor(random() ** 2 * words.length)] ?? '';
    // One segment of several windows, whose best are not in the first one, and two small ones.
    const articles = windowDocuments * 2 + 300;
    for (let id = 1; id <= articles; id += 1) {
      const most = id % 700 > 680 ? 3 : 25;
      const body = Array.from({ length: 1 + Math.floor(random() * most) }, word).join(' ');
      index.put(id, article({ headline: random() < 0.1 ? word() : '', body: [body] }));
      if (articles - id === 200 || articles - id === 100) index.commit();
    }
    index.commit();
    for (let id = 5; id < articles; id += 97) index.remove(id);
    index.commit();
  });
  afterAll(() => index.close());

  it.each([
    'dam',
    'minister',
    'dam flood oil',
    '+river -dam minister^3',
    'headline:strike body:ferry',
    'f*',
    'zebra',
  ])('are the first of all, for %s, though windows are left out', (query) => {
    for (const most of [1, 10, 200, 100_000]) expectFront(index, query, most);
  });
});

describe('the best of a few, over any split into segments', () => {
  it('are the first of all', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, articles) => {
        const random = seededRandom(seed);
        const index = new DiskIndex(extendedAnalysis);
        try {
          for (let id = 1; id <= articles; id += 1) {
            index.put(id, randomArticle(random));
            if (random() < 0.2) index.commit();
            if (random() < 0.1) index.remove(1 + Math.floor(random() * id));
          }
          index.commit();
          for (let nth = 0; nth < 15; nth += 1)
            expectFront(index, randomLunrQuery(random), 1 + Math.floor(random() * articles));
        } finally {
          index.close();
        }
      }),
      { numRuns: 30 },
    );
  });
});

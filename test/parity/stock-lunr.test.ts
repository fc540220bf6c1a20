import lunr from 'lunr';
import { expect, test } from 'vitest';
import { stockAnalysis } from '../../electron/engine/analysis/analysis.ts';
import { article } from '../support/article-fields.ts';
import { DiskIndex } from './disk-index.ts';
import { StockLunr } from './stock-lunr.ts';

/**
 * The third node is the end of a word, so that the one after `a` has the text `0` + `13` + `23`; and so has, by the
 * length of the fourth word, the one after `c`, whose only edge `1` leads to node 323.
 */
const confused = ['0q', 'a1', 'a2', `b${'q'.repeat(314)}`, 'c1xyz'].join(' ');

test('where the token set of Lunr confuses its nodes, the terms that are there are found', () => {
  (lunr.TokenSet as unknown as { _nextId: number })._nextId = 1;
  const fields = article({ body: [confused] });
  const stock = new StockLunr(new Map([[1, fields]]), stockAnalysis);
  expect(stock.search('c1xyz')).toEqual([]);
  expect(stock.search('c1xy*')).toEqual([]);
  // It finds the term `c2` there, of which the index has nothing.
  expect(stock.search('c2*')).toBeNull();
  const index = new DiskIndex(stockAnalysis, {});
  try {
    index.put(1, fields);
    index.commit();
    for (const query of ['c1xyz', 'c1xy*', 'a1']) {
      const compared = stock.compare(index.search(query), query);
      expect(compared?.disagreements).toEqual([]);
      expect(compared?.lunrErred).toBe(query.startsWith('c1'));
    }
  } finally {
    index.close();
  }
});

test('what Lunr can answer and we answer otherwise is a disagreement', () => {
  const stock = new StockLunr(new Map([[1, article({ body: ['one'] })]]), stockAnalysis);
  const compared = stock.compare([], 'one');
  expect(compared).toMatchObject({ hits: 1, lunrErred: false, sameHits: false });
  expect(compared?.disagreements).toEqual(['0 hits instead of 1']);
});

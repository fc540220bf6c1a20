import { expect, test } from 'vitest';
import { ResultSets, type ResultSet } from '../../../../electron/engine/query/results/result-sets.ts';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import type { Highlighter } from '../../../../electron/engine/query/results/highlighter.ts';

const answer = {
  request: {
    query: 'ferry',
    grammar: 'news' as const,
    sort: 'relevance' as const,
    filter: { tags: [], sources: [], untagged: false },
    offset: 0,
    limit: 10,
    typing: false,
  },
  found: BitSet.of(Uint32Array.of(1, 2, 3, 7)),
  total: 4,
  hidden: 0,
  ranked: { articles: Uint32Array.of(3, 1), scores: Float64Array.of(3, 2) },
  highlighter: {} as Highlighter,
  refusal: null,
};

test('an answer is kept by its id, and the oldest of many is forgotten', () => {
  const sets = new ResultSets();
  const oldest = sets.add(answer);
  const others = Array.from({ length: 24 }, () => sets.add(answer));
  expect(() => sets.get(oldest.id)).toThrow('search again');
  for (const { id } of others) expect(sets.get(id).id).toBe(id);
});

test('an answer of an engine that died is none of the engine after it', () => {
  const died = new ResultSets();
  const next = new ResultSets();
  next.add(answer);
  expect(() => next.get(died.add(answer).id)).toThrow('search again');
});

test('a page further down goes on behind the first ones, with what was found then and nothing else', () => {
  const sets = new ResultSets();
  const set = sets.add(answer);
  // Meanwhile article 9 came, 7 went, and 2 rose above all others.
  const rankAll = (): ResultSet['ranked'] => ({
    articles: Uint32Array.of(2, 3, 9, 1),
    scores: Float64Array.of(5, 3, 2.5, 2),
  });
  expect(Array.from(sets.page(set, 0, 2, rankAll).articles)).toEqual([3, 1]);
  expect(Array.from(sets.page(set, 0, 10, rankAll).articles)).toEqual([3, 1, 2, 7]);
  expect(Array.from(sets.page(set, 2, 1, rankAll).articles)).toEqual([2]);
});

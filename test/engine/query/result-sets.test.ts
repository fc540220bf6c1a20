import { expect, test } from 'vitest';
import { ResultSets } from '../../../electron/engine/query/result-sets.ts';
import type { Highlighter } from '../../../electron/engine/query/highlighter.ts';

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
  articles: Uint32Array.of(3, 1, 2),
  scores: Float64Array.of(3, 2, 1),
  highlighter: {} as Highlighter,
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

import { describe, expect, it } from 'vitest';
import { documentFields, type Collection } from './collection.ts';
import {
  defaultGrammar,
  meanResult,
  scoreCollection,
  scoreSystem,
  stockName,
  verdictOf,
  type RankingResult,
} from './ranking.ts';

const collection: Collection = {
  name: 'tiny',
  documents: [
    'Rivers\n\nA river floods a town .',
    'Bridges\n\nA bridge over a river .',
    'Hats\n\nWool .',
  ].map(documentFields),
  topics: [{ id: '1', text: 'A bridge NOT a ferry', judgements: new Map([[2, 1]]) }],
};

it('finds the one relevant document first with every system', () => {
  const { scores } = scoreCollection(collection);
  expect(scores.size).toBe(6);
  for (const [name, found] of scores) {
    expect({ name, ...found }).toEqual({ name, ndcg10: 1, map: 1, recall100: 1 });
  }
});

it('averages over topics', () => {
  const topics = [
    { id: '1', text: 'first', judgements: new Map([[1, 1]]) },
    { id: '2', text: 'second', judgements: new Map([[5, 1]]) },
  ];
  const system = { name: 'one', rank: () => [1, 2], close: () => undefined };
  expect(scoreSystem(system, { topics })).toEqual({ ndcg10: 0.5, map: 0.5, recall100: 0.5 });
});

function result(name: string, ours: number, stock: number): RankingResult {
  const scores = (ndcg10: number) => ({ ndcg10, map: 0, recall100: 0 });
  return {
    name,
    scores: new Map([
      [defaultGrammar, scores(ours)],
      [stockName, scores(stock)],
    ]),
  };
}

it('gives every collection the same weight in the mean', () => {
  const { scores } = meanResult([result('a', 0.25, 0.5), result('b', 0.75, 1)]);
  expect([...scores.values()].map(({ ndcg10 }) => ndcg10)).toEqual([0.5, 0.75]);
});

describe('a verdict', () => {
  const wanted = { system: defaultGrammar, baseline: stockName, wanted: 0.02, mayLose: 0.002 };

  it.each([
    ['passes a gain on the mean', [result('a', 0.55, 0.5), result('b', 0.5, 0.5)], /mean \+0\.0250: pass/],
    [
      'fails when a collection loses by it',
      [result('a', 0.56, 0.5), result('b', 0.49, 0.5)],
      /b -0\.0100.*: fail/,
    ],
    ['fails a gain that is too small', [result('a', 0.51, 0.5)], /: fail/],
  ])('%s', (_, results, shown) => {
    const { text, passed } = verdictOf(results, wanted);
    expect([passed, text]).toEqual([shown.source.endsWith('pass'), expect.stringMatching(shown)]);
  });

  it('passes a small loss where no gain is wanted', () => {
    const passed = [0.499, 0.49].map(
      (ours) => verdictOf([result('a', ours, 0.5)], { ...wanted, wanted: -0.002 }).passed,
    );
    expect(passed).toEqual([true, false]);
  });
});

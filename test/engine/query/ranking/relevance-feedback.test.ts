import { expect, it } from 'vitest';
import { feedbackTerms } from '../../../../electron/engine/query/ranking/relevance-feedback.ts';

const best = [
  { score: 3, frequencies: new Map(Object.entries({ dockers: 2, picket: 1, said: 1, typo: 5 })) },
  { score: 1, frequencies: new Map(Object.entries({ dockers: 1, said: 3, rain: 1 })) },
];
const documents = new Map(Object.entries({ dockers: 4, picket: 6, said: 900, typo: 1, rain: 30 }));

function chosen(documentsOf: (term: string) => number): Map<string, number> {
  return feedbackTerms(best, 10, 1000, documentsOf);
}

it('weighs the terms of the best articles against the query, and takes none that one article has', () => {
  const terms = chosen((term) => documents.get(term) ?? 0);
  const sum = [...terms.values()].reduce((all, weight) => all + weight, 0);
  expect(sum).toBeCloseTo(0.3 * 10, 10);
  expect([...terms.keys()]).toEqual(['dockers', 'picket', 'rain', 'said']);
});

it('gives a term that both articles have the sum of what it is in each, by their scores', () => {
  const terms = chosen(() => 10);
  const saturated = (frequency: number): number => (2.2 * frequency) / (1.2 + frequency);
  const dockers = 0.75 * saturated(2) + 0.25 * saturated(1);
  const rain = 0.25 * saturated(1);
  expect((terms.get('dockers') ?? 0) / (terms.get('rain') ?? 0)).toBeCloseTo(dockers / rain, 10);
});

it('takes twenty terms, and asks for the documents of thirty', () => {
  const frequencies = new Map(Array.from({ length: 100 }, (_, nth) => [`t${String(nth)}`, nth + 1]));
  const asked: string[] = [];
  const terms = feedbackTerms([{ score: 1, frequencies }], 1, 1000, (term) => asked.push(term) + 1);
  expect([terms.size, asked.length, asked[0]]).toEqual([20, 30, 't99']);
});

it('chooses nothing of nothing', () => {
  expect(feedbackTerms([], 10, 1000, () => 10).size).toBe(0);
});

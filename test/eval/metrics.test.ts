import { expect, it } from 'vitest';
import { averagePrecision, mean, ndcg, recall } from './metrics.ts';

const graded = new Map([
  [1, 3],
  [2, 1],
  [3, 2],
]);

it('takes the grade as the gain and discounts it by the logarithm of the rank', () => {
  // 1/log2(2) + 0/log2(3) + 3/log2(4) = 2.5, and at best 3/log2(2) + 2/log2(3) + 1/log2(4) = 4.76186
  expect(ndcg([2, 9, 1], graded, 10)).toBeCloseTo(2.5 / 4.76186, 5);
});

it('gives the best order of all judged documents a gain of 1, and none of them a gain of 0', () => {
  expect(ndcg([1, 3, 2], graded, 10)).toBe(1);
  expect(ndcg([7, 8, 9], graded, 10)).toBe(0);
  expect(ndcg([], graded, 10)).toBe(0);
  expect(ndcg([1], new Map(), 10)).toBe(0);
});

it('compares the first documents with the best that as many could be', () => {
  // The best two are 3 and 2/log2(3); those found are 2 and 1/log2(3).
  expect(ndcg([3, 2, 1], graded, 2)).toBeCloseTo((2 + 1 / Math.log2(3)) / (3 + 2 / Math.log2(3)), 12);
  expect(ndcg([9, 8, 1], graded, 2)).toBe(0);
});

it('averages the precision at each relevant document over all of them, found or not', () => {
  // Relevant at ranks 1 and 3, and one never found: (1/1 + 2/3 + 0) / 3.
  expect(averagePrecision([1, 9, 2, 8], graded)).toBeCloseTo((1 + 2 / 3) / 3, 12);
  expect(averagePrecision([9], graded)).toBe(0);
  expect(averagePrecision([9], new Map())).toBe(0);
});

it('counts what share of the relevant documents the first ones hold', () => {
  expect(recall([9, 1, 2], graded, 2)).toBeCloseTo(1 / 3, 12);
  expect(recall([9, 1, 2], graded, 100)).toBeCloseTo(2 / 3, 12);
  expect(recall([1], new Map(), 100)).toBe(0);
});

it('has a mean of nothing', () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 2, 6])).toBe(3);
});

import { describe, expect, it } from 'vitest';
import { logLikelihood, mutualInformation } from '../../../electron/engine/concordance/association.ts';

describe('association of a word with hits', () => {
  it('is 0 where a word stands near hits exactly as often as elsewhere', () => {
    const even = { together: 10, inAll: 100, near: 1000, words: 10_000 };
    expect(logLikelihood(even)).toBeCloseTo(0, 9);
    expect(mutualInformation(even)).toBe(0);
  });

  it('is what the papers give: "the swiss" of Dunning, table 3', () => {
    // 110 times together, 2,442 and 111 times apart, in 31,777 pairs of words: -2 log λ is 270.72 there for its first row.
    const together = 110;
    const table = { together, inAll: 110 + 111, near: 110 + 2442, words: 110 + 2442 + 111 + 29_114 };
    expect(logLikelihood(table)).toBeCloseTo(270.72, 1);
  });

  it('counts in bits: eight times as often as by chance is 3', () => {
    expect(mutualInformation({ together: 8, inAll: 10, near: 100, words: 1000 })).toBe(3);
  });

  it('stays a number where a word stands near hits only, or everywhere', () => {
    expect(logLikelihood({ together: 5, inAll: 5, near: 10, words: 100 })).toBeGreaterThan(0);
    expect(logLikelihood({ together: 10, inAll: 100, near: 10, words: 100 })).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { compareSides, type Rounds } from './compare-sides.ts';

const cost = (cpuMs: number): Readonly<{ cpuMs: number; ms: number }> => ({ cpuMs, ms: 2 * cpuMs });

function roundsOf(...costs: readonly (readonly [now: number, again: number, then: number])[]): Rounds {
  return costs.map(([now, again, then]) => ({ now: cost(now), again: cost(again), then: cost(then) }));
}

describe('one build against another', () => {
  it('is slower when it takes longer by more than it differs from itself', () => {
    expect(compareSides(roundsOf([120, 123, 100], [123, 120, 100], [120, 120, 100]))).toEqual({
      now: cost(120),
      then: cost(100),
      ratio: 1.215,
      spread: 1.025,
      verdict: 'slower',
    });
  });

  it('is no slower when it takes longer by less than it differs from itself', () => {
    expect(compareSides(roundsOf([90, 120, 100], [110, 100, 100], [105, 105, 100])).verdict).toBe(
      'no slower',
    );
  });

  it('is faster when it takes less by more than it differs from itself', () => {
    expect(compareSides(roundsOf([50, 51, 100], [51, 50, 100], [50, 50, 100])).verdict).toBe('faster');
  });

  it('holds the sides of one round against each other, whatever the machine did in another', () => {
    expect(compareSides(roundsOf([100, 100, 100], [300, 300, 300], [100, 100, 100])).verdict).toBe(
      'no slower',
    );
  });
});

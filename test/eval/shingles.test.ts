import { describe, expect, it } from 'vitest';
import { overlapOf } from './shingles.ts';

describe('overlapOf', () => {
  it('is one for the same words, whatever stands between them', () => {
    expect(overlapOf('The gull sat on the mole.', 'The gull, sat on\nthe mole').f1).toBe(1);
  });

  it('counts runs of four words, each as often as it stands in both', () => {
    expect(overlapOf('one two three four five', 'zero one two three four')).toEqual({
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
    expect(overlapOf('a b c d', 'a b c d a b c d').recall).toBe(1);
  });

  it('is nothing where nothing was found', () => {
    expect(overlapOf('one two three four', '').f1).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { rowsInSteps } from '../../electron/engine/rows-in-steps.ts';
import { troubleOf } from '../../electron/engine/sqlite-trouble.ts';

const rising = (row: number, before: number): boolean => row > before;

describe('rows in steps', () => {
  it('gives all of them, and asks for those after the last one', () => {
    const all = [1, 2, 5, 7, 9];
    const steps = rowsInSteps(
      (last: number | null) => all.filter((row) => row > (last ?? 0)).slice(0, 2),
      rising,
    );
    expect([...steps]).toEqual([[1, 2], [5, 7], [9]]);
  });

  it.each([
    { what: 'the same rows again', first: [1, 2] },
    { what: 'rows that fall within a step', first: [2, 1] },
  ])('takes $what for damage, instead of going round for ever', ({ first }) => {
    let trouble: unknown = null;
    try {
      for (const _ of rowsInSteps(() => first, rising));
    } catch (error) {
      trouble = troubleOf(error);
    }
    expect(trouble).toBe('damaged');
  });
});

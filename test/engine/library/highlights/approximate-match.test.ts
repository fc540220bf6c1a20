import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ApproximatePattern,
  bestMatches,
  editsBetween,
} from '../../../../electron/engine/library/highlights/approximate-match.ts';

/** The table of R. A. Wagner and M. J. Fischer; `atTop` is what it costs to leave out a letter in front. */
function plainErrors(pattern: string, text: string, atTop: 0 | 1): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const errors = [pattern.length];
  for (let at = 1; at <= text.length; at += 1) {
    const next = [at * atTop];
    for (let row = 1; row <= pattern.length; row += 1) {
      const same = pattern[row - 1] === text[at - 1] ? 0 : 1;
      next.push(
        Math.min(
          (column[row - 1] as number) + same,
          (column[row] as number) + 1,
          (next[row - 1] as number) + 1,
        ),
      );
    }
    column = next;
    errors.push(column[pattern.length] as number);
  }
  return errors;
}

const letters = (max: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ي'), maxLength: max });

test('has as many errors at each end as the plain table, for patterns of any number of blocks', () => {
  fc.assert(
    fc.property(
      letters(140).filter((pattern) => pattern !== ''),
      letters(160),
      (pattern, text) => {
        const fast = new ApproximatePattern(pattern);
        expect([...fast.errorsAtEnds(text)]).toEqual(plainErrors(pattern, text, 0));
        expect([...fast.errorsOfOpenings(text)]).toEqual(plainErrors(pattern, text, 1));
      },
    ),
    { numRuns: 300 },
  );
});

test('finds where a changed passage begins and ends', () => {
  const text = 'The pilots waited for the tide. The harbor master wrote to the minister. Nobody replied.';
  const [match] = bestMatches('The harbour master writes to the minister.', text, 12, 3);
  expect(text.slice(match?.start, match?.end)).toBe('The harbor master wrote to the minister.');
  expect(match?.errors).toBe(editsBetween('The harbour master writes', 'The harbor master wrote'));
});

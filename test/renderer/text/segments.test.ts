import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from '../../../renderer/text/segments.ts';

test('cuts a text at its marks and numbers them as they were given', () => {
  expect(segmentsOf('a river rose', [[2, 7]])).toEqual([
    { start: 0, text: 'a ', mark: null },
    { start: 2, text: 'river', mark: 0 },
    { start: 7, text: ' rose', mark: null },
  ]);
});

test('gives the text back whole, whatever the ranges are', () => {
  const range = fc.tuple(fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
      const segments = segmentsOf(text, ranges);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      expect(new Set(segments.map((segment) => segment.start)).size).toBe(segments.length);
    }),
  );
});

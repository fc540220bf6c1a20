import { expect, test } from 'vitest';
import { extendedAnalysis, stockAnalysis } from '../../../electron/engine/analysis/analysis.ts';

test.each([
  ['extended', extendedAnalysis],
  ['stock', stockAnalysis],
])('a plain letter of the %s analysis is the same next to any other', (_, { plainWords, formOf }) => {
  const { letters } = plainWords();
  const units = [...letters.keys()].filter((unit) => letters[unit] !== 0);
  expect(units.length).toBeGreaterThanOrEqual(62);
  const differing = units.flatMap((first) =>
    units.filter(
      (second) =>
        formOf(String.fromCharCode(first, second)) !==
        String.fromCharCode(letters[first] ?? 0, letters[second] ?? 0),
    ),
  );
  expect(differing).toEqual([]);
});

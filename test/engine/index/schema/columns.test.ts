import { expect, test } from 'vitest';
import { namedColumns } from '../../../../electron/contract/named-columns.ts';
import { columnNumber, namesOf, type ColumnName } from '../../../../electron/engine/index/schema/columns.ts';
import { indexFields } from '../../../../electron/engine/index/schema/fields.ts';

test('each column of a segment has a number of its own, whatever the tables hold', () => {
  const names: ColumnName[] = [
    ...(['articles', 'days', 'words', 'first-terms', 'form-terms', 'form-numbers', 'guessed-days'] as const),
    ...namedColumns.flatMap(({ name }) => [name, namesOf(name)]),
    ...indexFields.map((_, field): ColumnName => `length-${field}`),
  ];
  expect(new Set(names.map(columnNumber)).size).toBe(names.length);
});

test('named columns keep the numbers that the documents say', () => {
  expect(namedColumns.map(({ name }) => [columnNumber(name), columnNumber(namesOf(name))])).toEqual(
    expect.arrayContaining([
      [3, 4],
      [5, 6],
      [7, 8],
    ]),
  );
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRow } from '../../electron/contract/csv-row.ts';

it('is read back as it was written, but for what would be a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (cells) => {
      const [read] = parse(csvRow(cells), { record_delimiter: '\r\n' });
      expect(read).toEqual(cells.map((cell) => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)));
    }),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('leaves nothing to carry out of %j', (cell) => {
  expect(csvRow([cell])).toMatch(/^"?'/u);
});

it('leaves numbers as they are', () => {
  expect(csvRow([-1.5, 'a', 'say "no", twice'])).toBe('-1.5,a,"say ""no"", twice"\r\n');
});

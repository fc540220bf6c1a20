import { expect, test } from 'vitest';
import { saidDate } from '../../../../electron/engine/article/dates/said-date.ts';

test.each([
  ['2021-07-26', '2021-07-26'],
  ['20210726', '2021-07-26'],
  ['2021-07-26T14:30:00+02:00', '2021-07-26T14:30'],
  ['20210726T143000Z', '2021-07-26T14:30'],
  ['2021-07', '2021-07'],
  ['2021', '2021'],
  ['Mon, 26 Jul 2021 14:30:00 +0200', '2021-07-26T14:30'],
  ['26. Juli 2021', '2021-07-26'],
  ['July 26, 2021 Monday', '2021-07-26'],
])('%s is %s', (written, date) => {
  expect(saidDate(written, '2024-06-01')?.date).toBe(date);
});

test.each(['', 'yesterday', '3013-05-01', '2021-13-40', '0000-00-00'])('%s is no date', (written) => {
  expect(saidDate(written, '2024-06-01')).toBeNull();
});

import { expect, test } from 'vitest';
import { correctedFields } from '../../../../electron/contract/requests/corrected-fields.ts';
import { typedDate } from '../../../../renderer/text/fields/typed-date.ts';

test.each([
  ['1987', '1987'],
  [' 1987-2 ', '1987-02'],
  ['1987-02-26', '1987-02-26'],
  ['1987/2/6', '1987-02-06'],
  ['1987.02.26', '1987-02-26'],
  ['1987-02-26 9:05', '1987-02-26T09:05'],
  ['1987-02-26T14:30', '1987-02-26T14:30'],
  ['١٩٨٧-٠٢-٢٦', '1987-02-26'],
  ['۱۹۸۷/۲/۶', '1987-02-06'],
  ['2024–02–29', '2024-02-29'],
  ['0099-01-31', '0099-01-31'],
])('"%s" is %s, which the engine takes', (typed, date) => {
  expect(typedDate(typed)).toEqual({ date });
  expect(correctedFields({ published: date }, 'fields')).toEqual({ published: date });
});

const form = 'Write the date as 1987, 1987-02, 1987-02-26 or 1987-02-26 14:30.';
test.each([
  ['26 February 1987', form],
  ['26.2.1987', form],
  ['87', form],
  ['1987-02-26 14', form],
  ['1987-13', 'There is no month 13: write 01 to 12.'],
  ['1987-00-01', 'There is no month 0: write 01 to 12.'],
  ['1987-02-29', 'February 1987 has 28 days.'],
  ['2024-02-30', 'February 2024 has 29 days.'],
  ['2024-04-31', 'April 2024 has 30 days.'],
  ['2024-04-00', 'April 2024 has 30 days.'],
  ['2024-04-30 24:00', 'There is no such time of day: write 00:00 to 23:59.'],
])('"%s" is refused in a sentence', (typed, problem) => {
  expect(typedDate(typed)).toEqual({ problem });
});

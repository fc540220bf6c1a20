import { expect, test } from 'vitest';
import { correctedFields } from '../../electron/contract/requests/corrected-fields.ts';

test('a day that no calendar has is refused, and a field that has to have a value', () => {
  for (const published of ['1987-02-30', '1987-13', 'yesterday'])
    expect(() => correctedFields({ published }, 'correct:')).toThrow(/must be a date/);
  expect(() => correctedFields({ headline: null }, 'correct:')).toThrow(/must be a text/);
  expect(() => correctedFields({ language: 'English' }, 'correct:')).toThrow(/code of a language/);
  expect(() => correctedFields({}, 'correct:')).toThrow(/one of headline/);
});

test('fields are as they were written, without the white space around them', () => {
  expect(
    correctedFields({ published: '1988-02-29', place: null, byline: ' Mina Okoro ' }, 'correct:'),
  ).toEqual({
    byline: 'Mina Okoro',
    place: null,
    published: '1988-02-29',
  });
});

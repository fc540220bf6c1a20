import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const body =
  'The first turbine at the new dam was connected to the grid on Tuesday, and it turned for an hour or so.';
const arabic =
  'قال الوزير إن السد الجديد سيفتح أبوابه غداً بعد أعمال الترميم التي استمرت شهوراً طويلة في المدينة.';

function guess(lines: readonly string[], path = 'page.txt') {
  const { published } = fieldsOf(lines, { path });
  return [published?.date, published?.guess];
}

describe('what nobody said of a date', () => {
  it('is the year of a dateline that is taken from the time of the file', () => {
    expect(guess(['Turbine turns', `GENEVA, April 30 (AP) - ${body}`])).toEqual([
      '2024-04-30',
      { part: 'year', from: 'file-time' },
    ]);
  });

  it('is no year that the path has', () => {
    expect(guess(['Turbine turns', `GENEVA, April 30 (AP) - ${body}`], '2022/05/01/a.txt')).toEqual([
      '2022-04-30',
      undefined,
    ]);
  });

  it('is the order of a day and a month that both could be months', () => {
    expect(guess(['Turbine turns at the dam', 'Published: 03/04/2022', body])).toEqual([
      '2022-04-03',
      { part: 'day-month', from: 'published-line' },
    ]);
    expect(guess(['Turbine turns at the dam', 'Published: 23/04/2022', body])).toEqual([
      '2022-04-23',
      undefined,
    ]);
    expect(guess([body], 'minutes 03-04-2022.txt')).toEqual([
      '2022-04-03',
      { part: 'day-month', from: 'path' },
    ]);
  });

  it('is no order that the path says as well, or that the language knows', () => {
    expect(guess(['Turbine turns at the dam', 'Published: 03/04/2022', body], '2022-04-03.txt')).toEqual([
      '2022-04-03',
      undefined,
    ]);
    expect(guess(['السد الجديد يفتح أبوابه', '03/04/2022', arabic, arabic])).toEqual([
      '2022-04-03',
      undefined,
    ]);
  });
});

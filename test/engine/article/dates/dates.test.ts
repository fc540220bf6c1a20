import { describe, expect, it } from 'vitest';
import { solarHijriToGregorian } from '../../../../electron/engine/article/dates/calendar.ts';
import { findDates } from '../../../../electron/engine/article/dates/dates.ts';
import {
  dateOfFile,
  dateOfPath,
  publishedFrom,
} from '../../../../electron/engine/article/dates/published.ts';

const today = '2024-06-01';

function first(text: string): string | undefined {
  const [date] = findDates(text);
  return date === undefined ? undefined : publishedFrom(date, 'published-line', 1, today)?.date;
}

describe('findDates', () => {
  it.each([
    ['Published: 26 Jul 2021 14:30', '2021-07-26T14:30'],
    ['July 26th, 2021 at 2:30 pm', '2021-07-26T14:30'],
    ['12:05 am, Monday, July 26, 2021', '2021-07-26T00:05'],
    ['2021-07-26T08:15:00Z', '2021-07-26T08:15'],
    ['26.07.2021', '2021-07-26'],
    ['07/26/2021', '2021-07-26'],
    ['26. Juli 2021', '2021-07-26'],
    ['26 de julio de 2021', '2021-07-26'],
    ['le 26 août 2021', '2021-08-26'],
    ['26 Tîrmeh 2021', '2021-07-26'],
    ['٢٦ تموز / يوليو ٢٠٢١', '2021-07-26'],
    ['26 تشرين الثاني 2021', '2021-11-26'],
    ['١٧ی حوزەیرانی ٢٠٢٠', '2020-06-17'],
    ['۴ مرداد ۱۴۰۰', '2021-07-26'],
    ['1400/05/04', '2021-07-26'],
    ['July 2021', '2021-07'],
  ])('reads %s', (text, date) => {
    expect(first(text)).toBe(date);
  });

  it.each(['31 June 2021', '2021-13-40', '45 July 2021', 'May said so', 'Shr 34 cts vs 1.19'])(
    'finds no date in %s',
    (text) => {
      expect(first(text)).toBeUndefined();
    },
  );

  it('says when day and month could be the other way round', () => {
    expect(findDates('03/04/2021').map(({ certain }) => certain)).toEqual([false]);
  });
});

describe('solarHijriToGregorian', () => {
  it('agrees with days known in both calendars', () => {
    expect([
      solarHijriToGregorian(1400, 1, 1),
      solarHijriToGregorian(1399, 12, 30),
      solarHijriToGregorian(1378, 10, 11),
    ]).toEqual([
      [2021, 3, 21],
      [2021, 3, 20],
      [2000, 1, 1],
    ]);
  });
});

describe('publication dates', () => {
  it('after today are not believed', () => {
    expect(first('26 July 2031')).toBeUndefined();
  });

  it.each([
    ['2021/07/26/story.txt', '2021-07-26'],
    ['a/2021-07-26-story.txt', '2021-07-26'],
    ['a/20210726_story.txt', '2021-07-26'],
    ['2021/07/story.txt', '2021-07'],
    ['story-1234567890.txt', undefined],
    ['2021/02/31/story.txt', undefined],
  ])('are read out of the path %s', (path, date) => {
    expect(dateOfPath(path, today)?.date).toBe(date);
  });

  it('are hardly believed when only the file has one', () => {
    expect(dateOfFile(Date.UTC(2023, 0, 2), today)).toEqual({
      date: '2023-01-02',
      precision: 'day',
      from: 'file-time',
      confidence: 0.1,
    });
  });
});

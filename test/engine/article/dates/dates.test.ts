import { describe, expect, it } from 'vitest';
import { solarHijriToGregorian } from '../../../../electron/engine/article/dates/calendar.ts';
import { findDates } from '../../../../electron/engine/article/dates/dates.ts';
import { dateOfPath } from '../../../../electron/engine/article/dates/date-in-name.ts';
import { dateOfFile, publishedFrom } from '../../../../electron/engine/article/dates/published.ts';

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
    ['Tue, 10/12/2021 - 13:05', '2021-10-12T13:05'],
    ['Friday 10/12/2021', '2021-12-10'],
    ['10-12-2021 (Dienstag)', '2021-10-12'],
    ['الثلاثاء 10/12/2021', '2021-10-12'],
    ['Monday 10/12/2021', '2021-12-10'],
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
    ["4'ê Gulanê 2021", '2021-05-04'],
    ['4ê Gulana 2021an', '2021-05-04'],
    ['11’ê Çileya Paşîn 2021', '2021-01-11'],
    ['4 مئی 2021', '2021-05-04'],
    ['2021年5月4日', '2021-05-04'],
    ['2021年5月4日 10:30', '2021-05-04T10:30'],
    ['2021년 5월 4일', '2021-05-04'],
    ['4 Μαΐου 2021', '2021-05-04'],
    ['7 تشرين 1 2020', '2020-10-07'],
    ['7 تشرين ٢ ٢٠٢٠', '2020-11-07'],
    ['12 كانون أول 2020', '2020-12-12'],
    ['٣ كانون ٢ ٢٠٢١', '2021-01-03'],
    ['9 غشت 2021', '2021-08-09'],
    ['9 جويلية 2021', '2021-07-09'],
    ['4. listopada 2021.', '2021-10-04'],
    ['4 listopada 2021', '2021-11-04'],
    ['2021. május 4.', '2021-05-04'],
    ['2021 m. gegužės 4 d.', '2021-05-04'],
    ['2021. gada 4. maijs', '2021-05-04'],
    ['4 במאי 2021', '2021-05-04'],
    ['4 травня 2021', '2021-05-04'],
    ['den 4 maj 2021 kl. 10.40', '2021-05-04T10:40'],
    ['4 toukokuuta 2021', '2021-05-04'],
    ['4 tháng 5, 2021', '2021-05-04'],
    ['4 พฤษภาคม 2564', '2021-05-04'],
    ['١٤ی گوڵانی ٢٧٢١', '2021-05-04'],
    ['۱۴ اردیبهشت ماه ۱۴۰۰', '2021-05-04'],
    ['4 de maio de 2021 às 10h15', '2021-05-04T10:15'],
    ['4 d’abril de 2021', '2021-04-04'],
    ['4 मई 2021', '2021-05-04'],
    ['5 تشرين 1/أكتوبر 2020', '2020-10-05'],
    ['4 maart 2021', '2021-03-04'],
    ['12.10.2021 10.40 Uhr', '2021-10-12T10:40'],
  ])('reads %s', (text, date) => {
    expect(first(text)).toBe(date);
  });

  it.each([
    '31 June 2021',
    '2021-13-40',
    '45 July 2021',
    'May said so',
    'Shr 34 cts vs 1.19',
    '2021年13月4日',
    '4 كانون 3 2021',
  ])('finds no date in %s', (text) => {
    expect(first(text)).toBeUndefined();
  });

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
    ['a/minutes 26-07-2021.txt', '2021-07-26'],
    ['26_07_2021.txt', '2021-07-26'],
    ['a/26.07.2021 minutes.txt', '2021-07-26'],
    ['minutes 2021 07 26.txt', '2021-07-26'],
    ['minutes July 26 2021.txt', '2021-07-26'],
    ['minutes_26_juillet_2021.txt', '2021-07-26'],
    ['minutes of 07-26-2021.txt', '2021-07-26'],
    ['26072021.txt', '2021-07-26'],
    ['2021/07/5/story.txt', '2021-07-05'],
    ['2021/7/5/story.txt', '2021-07-05'],
    ['2021-07-5-story.txt', '2021-07-05'],
    ['2021/07/5-things-to-know.txt', '2021-07'],
    ['1400/05/04/story.txt', '2021-07-26'],
    ['minutes 12-34-2021.txt', undefined],
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

import { expect, test } from 'vitest';
import type { Published } from '../../../electron/contract/article.ts';
import { articleId, sourceId } from '../../../electron/contract/ids.ts';
import { citation } from '../../../renderer/text/citation.ts';
import { say, setLanguage } from '../../../electron/words/say.ts';
import { count, duration } from '../../../renderer/text/counts.ts';
import { dateGuess, longDate, shortDate } from '../../../renderer/text/date-text.ts';
import { langAttribute, languageName } from '../../../renderer/text/language-name.ts';
import { pathName } from '../../../renderer/text/path-name.ts';
import { articleView } from '../support/answers.ts';

const day: Published = { date: '2021-07-26', precision: 'day', from: 'url', confidence: 1 };

test.each([
  ['2021', '2021', '2021'],
  ['2021-07', 'Jul 2021', 'July 2021'],
  ['2021-07-06', '6 Jul 2021', '6 July 2021'],
  ['2021-07-26T14:30', '26 Jul 2021', '26 July 2021, 14:30'],
])('says the date %s as exactly as it is known', (date, short, long) => {
  expect([shortDate({ ...day, date }), longDate({ ...day, date })]).toEqual([short, long]);
});

test('says no date in a list where only the file has one, which the reader does', () => {
  const published: Published = { ...day, from: 'file-time' };
  expect([shortDate(published), dateGuess(published)]).toEqual(['', 'a guess: the time of the file']);
});

test('says what of a date is guessed, in the list and in the reader', () => {
  const yearGuessed: Published = { ...day, from: 'dateline', guess: { part: 'year', from: 'file-time' } };
  const orderGuessed: Published = { ...day, guess: { part: 'day-month', from: 'url' } };
  expect([shortDate(yearGuessed), dateGuess(yearGuessed)]).toEqual([
    '26 Jul?',
    'year guessed from the time of the file',
  ]);
  expect([shortDate(orderGuessed), dateGuess(orderGuessed)]).toEqual([
    '26 Jul 2021?',
    'day and month could be the other way round',
  ]);
  expect(dateGuess(day)).toBeNull();
});

test('counts in groups of three and in the right number', () => {
  const articles = (count: number) => say('count.articles', { count });
  expect([count(18204), articles(1), articles(18204)]).toEqual(['18,204', '1 article', '18,204 articles']);
});

test('says how long a search took in a unit that fits', () => {
  expect([duration(0.84), duration(14.2), duration(1234)]).toEqual(['0.8 ms', '14 ms', '1.2 s']);
});

test('names languages, and says nothing of an unknown one', () => {
  expect([languageName('ckb'), languageName('und'), langAttribute('und')]).toEqual([
    'Central Kurdish',
    null,
    '',
  ]);
});

test('names a file of either kind of system by the last part of its path', () => {
  expect([pathName('/a/b.txt'), pathName('C:\\a\\b'), pathName('/a/b/'), pathName('/')]).toEqual([
    'b.txt',
    'b',
    'b',
    '/',
  ]);
});

test('cites a passage with who published it, where and when', () => {
  const view = articleView(1, {
    headline: 'River rises',
    agency: 'AP',
    outlet: 'Courier',
    place: 'Mosul',
    published: day,
  });
  const located = {
    ...view,
    locations: [{ source: sourceId(1), path: '/news/1.txt', record: null, missing: false }],
  };
  expect(citation(located, ' It rose. ')).toBe(
    '“It rose.”\n\n“River rises”, Courier/AP, Mosul, 26 July 2021. /news/1.txt',
  );
});

test('cites an article of which little is known', () => {
  expect(citation({ ...articleView(1), id: articleId(1) }, '')).toBe('“Headline 1”, undated.');
});

test('never cites the time of a file as a date of publication', () => {
  const view = articleView(1);
  const fields = { ...view.fields, published: { ...day, from: 'file-time' as const } };
  expect(citation({ ...view, fields }, '')).toBe('“Headline 1”, undated.');
});

test.each([
  [{ part: 'year', from: 'file-time' }, '26 July, year not said'],
  [{ part: 'day-month', from: 'published-line' }, '2021'],
] as const)('cites nothing of a date that is guessed: %j', (guess, words) => {
  const view = articleView(1);
  const fields = { ...view.fields, published: { ...day, guess } };
  expect(citation({ ...view, fields }, '')).toContain(`, ${words}.`);
});

test('writes months as numbers in an Arabic list, which has no room for their names', () => {
  setLanguage('ar', 'ar-EG');
  const dates = ['2021-07-06T14:30', '2021-07', '2021'].map((date) => shortDate({ ...day, date }));
  expect(dates).toEqual(['6/7/2021', '7/2021', '2021']);
  expect(shortDate({ ...day, guess: { part: 'year', from: 'file-time' } })).toMatch(/^26\/7[?؟]$/u);
  setLanguage('en');
});

test('writes numbers, months and languages as the locale does', () => {
  setLanguage('ar', 'ar-MA');
  expect([longDate(day), languageName('ku')]).toEqual(['26 يوليوز 2021', 'الكردية']);
  setLanguage('ar', 'ar-IQ');
  expect([longDate(day), say('count.articles', { count: 3 })]).toEqual(['26 تموز 2021', '٣ مقالات']);
  setLanguage('en');
});

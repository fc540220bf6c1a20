import { afterEach, expect, test } from 'vitest';
import type { ArticleFields } from '../../../electron/contract/article.ts';
import { citationStyles, type CitationStyle } from '../../../electron/contract/citation-styles.ts';
import { setLanguage } from '../../../electron/words/say.ts';
import { cite } from '../../../renderer/text/citing/cite.ts';
import { articleView } from '../support/answers.ts';

afterEach(() => setLanguage('en'));

const day = { date: '2021-07-26', precision: 'day', from: 'meta', confidence: 1 } as const;

function cited(style: CitationStyle, fields: Partial<ArticleFields>): string {
  const view = articleView(1);
  return cite(style, { ...view, fields: { ...view.fields, ...fields } });
}

const whole = {
  ...{ headline: 'River rises', byline: 'Mina Okoro, Sam Vale', outlet: 'The Courier', published: day },
  url: 'https://x.example/river',
};

test.each([
  ['apa', 'Okoro, M., & Vale, S. (2021, July 26). River rises. The Courier. https://x.example/river'],
  [
    'chicago',
    'Okoro, Mina, and Sam Vale. “River rises.” The Courier, July 26, 2021. https://x.example/river.',
  ],
  ['mla', 'Okoro, Mina, and Sam Vale. “River rises.” The Courier, 26 July 2021, https://x.example/river.'],
  [
    'harvard',
    'Okoro, M. and Vale, S. (2021) ‘River rises’, The Courier, 26 July. Available at: https://x.example/river.',
  ],
  [
    'footnote',
    'Mina Okoro and Sam Vale, “River rises,” The Courier, July 26, 2021, https://x.example/river.',
  ],
] as const)('%s cites a newspaper article', (style, words) => {
  expect(cited(style, whole)).toBe(words);
});

test.each([
  ['apa', 'River rises. (n.d.).'],
  ['chicago', '“River rises.”'],
  ['mla', '“River rises.”'],
  ['harvard', '‘River rises’ (n.d.).'],
  ['footnote', '“River rises”.'],
] as const)('%s cites what is known where little is', (style, words) => {
  expect(cited(style, { headline: 'River rises', published: null })).toBe(words);
});

test.each([
  [{ ...day, guess: { part: 'year', from: 'file-time' } }],
  [{ ...day, from: 'file-time' }],
] as const)('no style cites a year that nobody said: %j', (published) => {
  for (const style of citationStyles) expect(cited(style, { ...whole, published })).not.toMatch(/2021|July/u);
});

test('of a date of which day and month may be the other way round, the year is cited alone', () => {
  const published = { ...day, guess: { part: 'day-month', from: 'url' } } as const;
  expect(cited('mla', { ...whole, published })).toContain('The Courier, 2021, https');
  expect(cited('apa', { ...whole, published })).toContain('(2021).');
});

test('cites an agency for an author, and many by the first', () => {
  expect(cited('apa', { ...whole, byline: null, agency: 'Northwire' })).toMatch(
    /^Northwire. \(2021, July 26\)/u,
  );
  const many = 'Ada Low, Bea Low, Cy Low, Dan Low';
  expect(cited('mla', { ...whole, byline: many })).toMatch(/^Low, Ada, et al. “River/u);
  expect(cited('footnote', { ...whole, byline: many })).toMatch(/^Ada Low et al., “River/u);
});

test('a headline that asks gets no stop behind it', () => {
  expect(cited('chicago', { ...whole, headline: 'Who pays?' })).toContain('“Who pays?” The Courier');
  expect(cited('apa', { ...whole, headline: 'Wait...' })).toContain('Wait....');
});

test('Arabic words keep their places in an English citation, and whole given names', () => {
  const arabic = {
    headline: 'إضراب الميناء',
    byline: 'أحمد الحلو',
    outlet: 'القدس',
    published: day,
    url: null,
  };
  expect(cited('apa', arabic)).toBe(
    '\u2068الحلو, أحمد\u2069. (2021, July 26). \u2068إضراب الميناء\u2069. \u2068القدس\u2069.',
  );
});

test('an Arabic interface cites in Arabic', () => {
  setLanguage('ar', 'ar-EG');
  const arabic = {
    headline: 'إضراب الميناء',
    byline: 'أحمد الحلو',
    outlet: 'القدس',
    published: day,
    url: null,
  };
  expect(cited('chicago', arabic)).toBe('الحلو، أحمد. «إضراب الميناء». القدس، 26 يوليو، 2021.');
  expect(cited('apa', { ...arabic, published: null })).toContain('(د.ت.)');
});

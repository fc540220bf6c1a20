import { expect, test } from 'vitest';
import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { lastDayOf } from '../../../renderer/text/trends/period-days.ts';
import {
  mirroredParts,
  pictureParts,
  pictureSize,
  pictureSvg,
} from '../../../renderer/text/trends/trend-picture.ts';
import { trendTable } from '../../../renderer/text/trends/trend-table.ts';
import { trendValues } from '../../../renderer/text/trends/trend-values.ts';

const counts: TrendCounts = {
  unit: 'month',
  periods: [
    { key: '2020-01-01', articles: [2, 0], all: 4, words: 100 },
    { key: '2020-02-01', articles: [1, 1], all: 10, words: 900 },
  ],
  undated: [0, 0],
};

test('a table has the queries in its head, and no formula', () => {
  expect(trendTable(counts, ['dam, "old"', '=cmd()'])).toBe(
    'from,"dam, ""old""",\'=cmd(),all articles,all words\r\n' +
      '2020-01-01,2,0,4,100\r\n2020-02-01,1,1,10,900\r\n',
  );
});

test('a picture has bars, lines, its queries in words, and no markup of theirs', () => {
  const words = { names: ['a<b', 'c'], title: 'Articles', first: 'Jan', last: 'Feb', most: '2' };
  const inks = { paper: '#fff', ink: '#000', soft: '#666', lines: ['#00f', '#f00'] };
  const svg = pictureSvg(
    pictureParts(counts, { measure: 'articles', hasBars: true }, words, inks),
    'Articles: a<b; c',
    '#fff',
  );
  expect([svg.match(/<rect/gu)?.length, svg.match(/<polyline/gu)?.length]).toEqual([3, 2]);
  expect(svg).toContain('<title>Articles: a&lt;b; c</title>');
  expect(svg).not.toContain('a<b');
});

test.each([
  ['articles', [2, 1]],
  ['thousand', [500, 100]],
  ['million', [20_000, 1_111]],
] as const)('articles are counted as %s', (measure, values) => {
  expect(trendValues(counts, measure).rows[0]?.map(Math.round)).toEqual(values);
});

test('a picture of many queries has a line for each, and room for their names', () => {
  const names = Array.from({ length: 9 }, (_, nth) => `query ${nth}`);
  const many = {
    ...counts,
    periods: counts.periods.map((one) => ({ ...one, articles: names.map(() => 1) })),
  };
  const words = { names, title: 'Articles', first: 'Jan', last: 'Feb', most: '1' };
  const inks = { paper: '#fff', ink: '#000', soft: '#666', lines: ['#00f', '#f00'] };
  const svg = pictureSvg(pictureParts(many, { measure: 'million', hasBars: false }, words, inks), '', '#fff');
  expect([svg.match(/<polyline/gu)?.length, svg.includes('stroke-dasharray="8 4"')]).toEqual([10, true]);
});

test('for who reads from the right, time runs to the left', () => {
  const words = { names: ['dam', 'flood'], title: 'Articles', first: 'Jan', last: 'Feb', most: '2' };
  const inks = { paper: '#fff', ink: '#000', soft: '#666', lines: ['#00f', '#f00'] };
  const parts = pictureParts(counts, { measure: 'articles', hasBars: true }, words, inks);
  const mirrored = mirroredParts(parts);
  const bars = mirrored.flatMap((part) => (part.kind === 'bar' ? [part.x] : []));
  expect(bars[0]).toBeGreaterThan(bars[1] ?? 0);
  const textOf = (said: string) => mirrored.find((part) => part.kind === 'text' && part.text === said);
  expect(textOf('Jan')).toMatchObject({ x: pictureSize.width - 56, anchor: 'end' });
  expect(textOf('Feb')).toMatchObject({ x: 24, anchor: 'start' });
  expect(mirroredParts(mirrored)).toEqual(parts);
});

test('a period ends with its last day', () => {
  expect([
    lastDayOf('2020-02-01', 'month'),
    lastDayOf('2020-01-01', 'year'),
    lastDayOf('2020-02-28', 'day'),
  ]).toEqual(['2020-02-29', '2020-12-31', '2020-02-28']);
});

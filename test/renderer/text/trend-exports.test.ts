import { expect, test } from 'vitest';
import type { TrendCounts } from '../../../electron/contract/trends-api.ts';
import { lastDayOf, periodName } from '../../../renderer/text/trends/period-days.ts';
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

test('what was counted in a single period is a line through it', () => {
  const words = { names: ['dam', 'flood'], title: 'Articles', first: '2020', last: '2020', most: '2' };
  const inks = { paper: '#fff', ink: '#000', soft: '#666', lines: ['#00f', '#f00'] };
  const single = { ...counts, periods: counts.periods.slice(0, 1) };
  const lines = pictureParts(single, { measure: 'articles', hasBars: false }, words, inks).flatMap((part) =>
    part.kind === 'line' ? [part.points] : [],
  );
  expect(lines.map((points) => points.map(([x]) => x))).toEqual(
    Array.from({ length: 3 }, () => [56, pictureSize.width - 24]),
  );
});

test('a period is called as its month is in a list', () => {
  expect(['2016-09-02', '2016-09-01'].map((first) => periodName(first, 'day'))).toEqual([
    '2 Sep 2016',
    '1 Sep 2016',
  ]);
  expect([periodName('2016-09-01', 'month'), periodName('2016-01-01', 'year')]).toEqual(['Sep 2016', '2016']);
});

test('a period ends with its last day', () => {
  expect([
    lastDayOf('2020-02-01', 'month'),
    lastDayOf('2020-01-01', 'year'),
    lastDayOf('2020-02-28', 'day'),
  ]).toEqual(['2020-02-29', '2020-12-31', '2020-02-28']);
});

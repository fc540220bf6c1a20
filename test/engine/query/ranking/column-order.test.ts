import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleFields } from '../../../../electron/contract/article.ts';
import type { Timeline } from '../../../../electron/contract/search.ts';
import { articleId } from '../../../../electron/contract/ids.ts';
import { IndexReader, type IndexSnapshot } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { sortByColumn } from '../../../../electron/engine/query/ranking/column-order.ts';
import { facetCounts } from '../../../../electron/engine/query/results/facets.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { publishedOn } from '../small-archive.ts';
import { article } from '../../../support/article-fields.ts';

type Dated = Readonly<{ date: string | null; fromFile: boolean; ends: boolean }>;

const dayMs = 86_400_000;
/** Dates of a few days, of some years, and of centuries. */
const archives = fc.constantFrom(3, 40, 2000, 30_000).chain((days) =>
  fc.array(
    fc.record({
      date: fc.option(
        fc
          .nat({ max: days })
          .map((day) => new Date(Date.UTC(1931, 3, 5) + day * dayMs).toISOString().slice(0, 10)),
      ),
      fromFile: fc.boolean(),
      ends: fc.boolean(),
    }),
    { maxLength: 60 },
  ),
);

function fieldsOf({ date, fromFile }: Dated): ArticleFields {
  const published = date === null ? null : publishedOn(date);
  if (published === null) return article({});
  return article({
    published: fromFile && date?.endsWith('3') === true ? { ...published, from: 'file-time' } : published,
  });
}

/** The date that counts: the time of a file does not. */
function dateOf(dated: Dated): string | null {
  const { published } = fieldsOf(dated);
  return published === null || published.from === 'file-time' ? null : published.date;
}

/** Articles from 1 on, in segments that end where the articles say. */
function withIndex<Value>(dated: readonly Dated[], look: (snapshot: IndexSnapshot) => Value): Value {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    for (const [nth, one] of dated.entries()) {
      writer.add(articleId(nth + 1), fieldsOf(one));
      if (one.ends) writer.commit(nth + 1);
    }
    writer.commit(dated.length + 1);
    return new IndexReader(db).snapshot(look);
  } finally {
    db.close();
  }
}

test.each(['newest', 'oldest'] as const)(
  'the %s come first, then by id, and those without a date last',
  (order) => {
    fc.assert(
      fc.property(archives, fc.nat({ max: 70 }), (dated, most) => {
        const found = withIndex(dated, (snapshot) => {
          const matched = snapshot.segments.map((segment) => segment.liveDocuments());
          return sortByColumn(snapshot, matched, order, most).articles;
        });
        const sign = order === 'newest' ? -1 : 1;
        const expected = dated
          .map((one, nth) => ({ id: nth + 1, date: dateOf(one) }))
          .sort((a, b) => {
            if (a.date === b.date) return a.id - b.id;
            if (a.date === null || b.date === null) return a.date === null ? 1 : -1;
            return a.date < b.date ? -sign : sign;
          })
          .map(({ id }) => id);
        expect([...found]).toEqual(expected.slice(0, most));
      }),
    );
  },
);

test.each([
  ['longest', [2, 5, 1, 4, 3]],
  ['added', [5, 4, 3, 2, 1]],
  ['outlet', [3, 4, 1, 5, 2]],
] as const)('sorted by %s', (order, expected) => {
  const outlets = ['Écho', null, 'Daily', 'écho', 'Zeit'];
  const lengths = [3, 900_000_000, 0, 3, 71];
  const db = openDatabase(':memory:', { readOnly: false });
  const writer = IndexWriter.open(db);
  for (const [nth, words] of lengths.entries()) {
    writer.add(articleId(nth + 1), article({ words, outlet: outlets[nth] ?? null }));
    if (nth === 2) writer.commit(nth);
  }
  writer.commit(lengths.length);
  const found = new IndexReader(db).snapshot((snapshot) =>
    sortByColumn(
      snapshot,
      snapshot.segments.map((segment) => segment.liveDocuments()),
      order,
      5,
    ),
  );
  db.close();
  expect([...found.articles]).toEqual(expected);
});

test('only so many of very many are sorted at the end, and they are the first', () => {
  const dated = Array.from({ length: 5000 }, (_, nth): Dated => ({
    date: new Date(Date.UTC(1931, 3, 5) + ((nth * 7919) % 1000) * dayMs).toISOString().slice(0, 10),
    fromFile: false,
    ends: nth % 1500 === 0,
  }));
  withIndex(dated, (snapshot) => {
    const matched = snapshot.segments.map((segment) => segment.liveDocuments());
    const all = sortByColumn(snapshot, matched, 'oldest', 5000).articles;
    expect(sortByColumn(snapshot, matched, 'oldest', 20).articles).toEqual(all.subarray(0, 20));
    expect(new Set(all).size).toBe(5000);
  });
});

const lengths = { day: 10, month: 7, year: 4 } as const;
const longest = 120;

function nextStart(key: string, unit: Timeline['unit']): string {
  const [year = 0, month = 0, day = 0] = key.split('-').map(Number);
  const next = {
    day: Date.UTC(year, month - 1, day + 1),
    month: Date.UTC(year, month, 1),
    year: Date.UTC(year + 1, 0, 1),
  }[unit];
  return new Date(next).toISOString().slice(0, 10);
}

test('a timeline counts every article once, has no gaps, and is as fine as its bars allow', () => {
  fc.assert(
    fc.property(archives, (dated) => {
      const { unit, bars, undated } = withIndex(
        dated,
        (snapshot) =>
          facetCounts(
            snapshot,
            snapshot.segments.map((segment) => segment.liveDocuments()),
          ).timeline,
      );
      const dates = dated
        .map(dateOf)
        .filter((date) => date !== null)
        .sort();
      expect(undated).toBe(dated.length - dates.length);
      for (const { key, articles } of bars) {
        const start = key.slice(0, lengths[unit]);
        expect(key).toBe(`${start}${'-01-01'.slice(start.length - 10 || 6)}`);
        expect(articles).toBe(dates.filter((date) => date.startsWith(start)).length);
      }
      expect(bars.reduce((sum, { articles }) => sum + articles, 0)).toBe(dates.length);
      for (const [nth, { key }] of bars.slice(1).entries())
        expect(key).toBe(nextStart(bars[nth]?.key ?? '', unit));
      const first = dates[0];
      const last = dates.at(-1);
      if (first === undefined || last === undefined) {
        expect(bars).toEqual([]);
        return;
      }
      expect(first.startsWith(bars[0]?.key.slice(0, lengths[unit]) ?? '-')).toBe(true);
      expect(last.startsWith(bars.at(-1)?.key.slice(0, lengths[unit]) ?? '-')).toBe(true);
      if (unit !== 'year') expect(bars.length).toBeLessThanOrEqual(longest);
      if (unit === 'month')
        expect((Date.parse(last) - Date.parse(first)) / dayMs + 1).toBeGreaterThan(longest);
      if (unit === 'year') {
        const months =
          Number(last.slice(0, 4)) * 12 +
          Number(last.slice(5, 7)) -
          Number(first.slice(0, 4)) * 12 -
          Number(first.slice(5, 7)) +
          1;
        expect(months).toBeGreaterThan(longest);
      }
    }),
  );
});

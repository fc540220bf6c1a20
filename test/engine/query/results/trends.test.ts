import { expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { IndexReader } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { trendsOf, type TrendPeriods } from '../../../../electron/engine/query/results/trends.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { article } from '../../../support/article-fields.ts';
import { publishedOn } from '../small-archive.ts';

const days = ['2019-12-31', '2020-01-01', '2020-01-20', '2020-03-02', null, '2021-05-05'];

/** Counts all articles, and those with an even id. */
function trends(periods: TrendPeriods) {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    for (const [nth, day] of days.entries()) {
      const published = day === null ? null : publishedOn(day);
      writer.add(articleId(nth + 1), article({ body: ['word'], words: 10, published }));
      if (nth === 2) writer.commit(1);
    }
    writer.commit(2);
    return new IndexReader(db).snapshot((snapshot) => {
      const all = snapshot.segments.map((segment) => segment.liveDocuments());
      const even = snapshot.segments.map((segment, nth) => {
        const set = all[nth]?.copy() ?? segment.liveDocuments();
        segment.liveDocuments().forEach((document) => {
          if ((segment.articles[document] ?? 0) % 2 === 1) set.delete(document);
        });
        return set;
      });
      return trendsOf(snapshot, [all, even], periods);
    });
  } finally {
    db.close();
  }
}

test('articles of several answers are counted by year beside all articles and words of the year', () => {
  expect(trends({ unit: 'year', span: null })).toEqual({
    unit: 'year',
    periods: [
      { key: '2019-01-01', articles: [1, 0], all: 1, words: 10 },
      { key: '2020-01-01', articles: [3, 2], all: 3, words: 30 },
      { key: '2021-01-01', articles: [1, 1], all: 1, words: 10 },
    ],
    undated: [1, 0],
  });
});

test('a span has every one of its periods, in the unit that gives few enough', () => {
  const { unit, periods } = trends({ unit: null, span: { from: '2020-01-01', to: '2020-01-31' } });
  expect([unit, periods.length, periods[19]?.articles]).toEqual(['day', 31, [1, 0]]);
  expect(trends({ unit: null, span: null }).unit).toBe('month');
});

test('days of more than a person takes in are counted by month', () => {
  const { unit } = trends({ unit: 'day', span: { from: '1900-01-01', to: '2021-01-01' } });
  expect(unit).toBe('month');
});

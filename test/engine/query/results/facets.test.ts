import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import { IndexReader, type IndexSnapshot } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { facetCounts } from '../../../../electron/engine/query/results/facets.ts';
import type { DocumentSets } from '../../../../electron/engine/query/matching/weighted-terms.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { article } from '../../../support/article-fields.ts';
import { publishedOn } from '../small-archive.ts';

type Archived = Readonly<{ day: number; isDeleted: boolean }>;

const archived = fc.record<Archived>({
  day: fc.integer({ min: 1, max: 28 }),
  isDeleted: fc.boolean(),
});

function withIndex<Value>(articles: readonly Archived[], work: (snapshot: IndexSnapshot) => Value): Value {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    for (const [nth, { day }] of articles.entries()) {
      const published = publishedOn(`2020-02-${String(day).padStart(2, '0')}`);
      writer.add(articleId(nth + 1), article({ body: ['word'], published }));
      if (nth % 5 === 4) writer.commit(nth);
    }
    writer.commit(articles.length);
    for (const [nth, { isDeleted }] of articles.entries()) if (isDeleted) writer.remove(articleId(nth + 1));
    writer.commit(articles.length + 1);
    return new IndexReader(db).snapshot(work);
  } finally {
    db.close();
  }
}

function countOf(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

test('few, most or all of the live articles are counted as one by one', () => {
  fc.assert(
    fc.property(
      fc.array(archived, { minLength: 1, maxLength: 20 }),
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      (articles, isMatched) => {
        const live = articles.map((_, nth) => nth).filter((nth) => articles[nth]?.isDeleted === false);
        const ids = live.filter((nth) => isMatched[nth] === true);
        const overview = withIndex(articles, (snapshot) => {
          const matched: DocumentSets = snapshot.segments.map((segment) => {
            const set = new BitSet(segment.row.articles);
            segment.liveDocuments().forEach((document) => {
              if (isMatched[(segment.articles[document] ?? 0) - 1] === true) set.add(document);
            });
            return set;
          });
          return facetCounts(snapshot, matched);
        });
        const found = ids.flatMap((nth) => articles[nth] ?? []);
        expect([...overview.found.toArray()]).toEqual(ids.map((nth) => nth + 1));
        expect(overview.total).toBe(ids.length);
        expect(
          new Map(
            overview.timeline.bars
              .filter(({ articles: count }) => count > 0)
              .map(({ key, articles: count }) => [key, count]),
          ),
        ).toEqual(countOf(found.map(({ day }) => `2020-02-${String(day).padStart(2, '0')}`)));
      },
    ),
  );
});

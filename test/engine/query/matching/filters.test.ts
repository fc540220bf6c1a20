import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import { IndexReader } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import {
  filterByArticles,
  filterByName,
  filterByWords,
} from '../../../../electron/engine/query/matching/filters.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { article } from '../../../support/article-fields.ts';

const articles = 77;
const deleted = 40;
const languages = ['en', 'ar', 'fa'];
const wordsOf = (id: number): number => (id * 37) % 100;
const languageOf = (id: number): string => languages[id % 3] ?? '';

const db = openDatabase(':memory:', { readOnly: false });
const writer = IndexWriter.open(db);
for (let id = 1; id <= articles; id += 1) {
  writer.add(articleId(id), article({ words: wordsOf(id), language: languageOf(id), body: ['word'] }));
}
writer.commit(1);
writer.remove(articleId(deleted));
writer.commit(2);
afterAll(() => db.close());

test('filters find the live articles of one segment that have what is asked for', () => {
  const ids = fc.array(fc.nat(articles + 200), { maxLength: 90 });
  const reader = new IndexReader(db);
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.subarray(languages), ids, (from, to, names, wanted) => {
      reader.snapshot(({ segments }) => {
        const [segment] = segments;
        if (segment === undefined) throw new Error('there is no segment');
        const found = (set: BitSet): number[] =>
          Array.from(set.toArray(), (document) => segment.articles[document] ?? 0);
        const live = Array.from({ length: articles }, (_, at) => at + 1).filter((id) => id !== deleted);
        expect([
          found(filterByWords(segment, from, to)),
          found(filterByName(segment, 'languages', (name) => names.includes(name))),
          found(filterByArticles(segment, BitSet.of(Uint32Array.from(wanted)))),
        ]).toEqual([
          live.filter((id) => wordsOf(id) >= from && wordsOf(id) <= to),
          live.filter((id) => names.includes(languageOf(id))),
          live.filter((id) => wanted.includes(id)),
        ]);
      });
    }),
  );
});

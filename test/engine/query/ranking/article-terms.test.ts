import { afterAll, expect, it } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { searchedFields } from '../../../../electron/engine/index/schema/fields.ts';
import { IndexReader } from '../../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../../electron/engine/index/index-writer.ts';
import { isWordTerm, streamOf } from '../../../../electron/engine/index/schema/streams.ts';
import { articleTerms } from '../../../../electron/engine/query/ranking/article-terms.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { analysis } from '../small-archive.ts';
import { article } from '../../../support/article-fields.ts';

const db = openDatabase(':memory:', { readOnly: false });
afterAll(() => db.close());

it('has the terms of an article, as often as the index has them', () => {
  const fields = article({
    headline: 'Dockers’ strike: the strikers strike again',
    standfirst: 'A union says no — … ’ -',
    place: 'Basra',
    captions: [{ text: 'A crane at dawn', credit: 'Reuters photo' }],
    body: ['Cranes stood still in al-Faw.', 'ميناء الفاو'],
    furniture: ['Related posts'],
  });
  const writer = IndexWriter.open(db);
  writer.add(articleId(1), fields);
  writer.commit(1);
  const indexed: [string, number, number][] = [];
  new IndexReader(db).snapshot(({ segments }) => {
    for (const segment of segments) {
      for (const { term, postings } of segment.dictionary.entries()) {
        for (const entry of postings) {
          const field = searchedFields.find((number) => streamOf(number, false) === entry.stream);
          const frequency = segment.frequencies(entry)[0] ?? 0;
          if (isWordTerm(term) && field !== undefined) indexed.push([term, field, frequency]);
        }
      }
    }
  });
  const counted = [...articleTerms(fields, analysis)].flatMap(([term, counts]) =>
    [...counts].map(([field, count]): [string, number, number] => [term, field, count]),
  );
  const keys = (rows: readonly [string, number, number][]): string[] => rows.map((row) => row.join()).sort();
  expect(counted.length).toBeGreaterThan(12);
  expect(keys(counted)).toEqual(keys(indexed));
});

import { expect, test } from 'vitest';
import { articleId } from '../../../electron/contract/ids.ts';
import { IndexReader } from '../../../electron/engine/index/index-snapshot.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { article } from '../../support/article-fields.ts';
import { randomArticle, seededRandom } from '../../parity/random-corpus.ts';

type List = Readonly<{ stream: number; documents: number[]; frequencies: number[] }>;

test('the short lists of a term are those of the dictionary', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    const random = seededRandom(1);
    // More terms than a row of short lists has, each in a few articles, next to those that are in all of them.
    for (let id = 1; id <= 400; id += 1) {
      const words = Array.from({ length: 30 }, (_, nth) => `w${String((id * 30 + nth) % 6000)}x`);
      const { body } = randomArticle(random);
      writer.add(articleId(id), article({ body: ['everywhere', words.join(' '), ...body] }));
    }
    writer.commit(1);
    new IndexReader(db).read(({ segments: [segment] }) => {
      if (segment === undefined) throw new Error('there is no segment');
      const entries = [...segment.dictionary.entries()];
      const long: string[] = [];
      let short = 0;
      segment.shortLists.find(
        entries.map((_, number) => number),
        (entry, nth) => {
          const { forms = [], postings = [] } = entries[nth] ?? {};
          const lists: List[] = [];
          while (entry.next()) {
            const { stream, count, documents, frequencies } = entry;
            lists.push({
              stream,
              documents: [...documents.subarray(0, count)],
              frequencies: [...frequencies.subarray(0, count)],
            });
          }
          expect([entry.formCount, lists]).toEqual([
            forms.length,
            postings.map((list) => ({
              stream: list.stream,
              documents: [...segment.documents(list)],
              frequencies: [...segment.frequencies(list)],
            })),
          ]);
          short += 1;
        },
        (nth) => long.push(entries[nth]?.term ?? ''),
      );
      expect(short).toBeGreaterThan(4096);
      expect(long).toContain('everywher');
      expect(short + long.length).toBe(segment.row.terms);
    });
  } finally {
    db.close();
  }
});

test('a check names short lists that are not those of the dictionary', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  try {
    const writer = IndexWriter.open(db);
    writer.add(articleId(1), article({ body: ['one two two'] }));
    writer.commit(1);
    writer.add(articleId(2), article({ body: ['one two three'] }));
    writer.commit(2);
    expect(writer.check()).toEqual([]);
    db.exec('DELETE FROM short_lists WHERE segment = 1');
    expect(writer.check().join()).toContain('short_lists 0 is missing of segment 1');
  } finally {
    db.close();
  }
});

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockKind, ReadArticle } from '../../../electron/contract/article.ts';
import { articleId, type ArticleId } from '../../../electron/contract/ids.ts';
import { migrate } from '../../../electron/engine/library/migrate.ts';
import { decodeRecord, encodeRecord } from '../../../electron/engine/library/text-record.ts';
import { TextReader } from '../../../electron/engine/library/text-reader.ts';
import { textMigrations } from '../../../electron/engine/library/text-schema.ts';
import { packRecords } from '../../../electron/engine/library/text-block.ts';
import { TextWriter, type TextPart } from '../../../electron/engine/library/text-writer.ts';
import { openDatabase, type Database } from '../../../electron/engine/sqlite.ts';

let db: Database;

beforeEach(() => {
  db = openDatabase(':memory:', { readOnly: false });
  migrate(db, textMigrations);
});

afterEach(() => db.close());

function article(text: string, kinds: readonly BlockKind[] = ['body']): ReadArticle {
  const size = Math.floor(text.length / kinds.length);
  const blocks = kinds.map((kind, nth) => ({
    kind,
    start: nth * size,
    end: nth === kinds.length - 1 ? text.length : (nth + 1) * size,
  }));
  const fields = {
    headline: text.slice(0, 10),
    standfirst: null,
    byline: null,
    place: null,
    agency: null,
    published: null,
    captions: [{ text: 'A caption', credit: null }],
    body: [text],
    furniture: [],
    language: 'en',
    direction: 'ltr' as const,
    outlet: null,
    section: null,
    url: null,
    words: 1,
  };
  return { text, blocks, fields };
}

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

/** Records as they come from an ingest worker, with one in between that is not wanted. */
function partsOf(records: ReadonlyMap<ArticleId, Uint8Array>): TextPart[] {
  const unwanted = encodeRecord(article('unwanted'));
  const all = [...records].flatMap(([id, bytes]) => [
    { id: -1, bytes: unwanted },
    { id, bytes },
  ]);
  const keyed = all.map(({ bytes }, key) => ({ key, bytes }));
  return [{ ids: Int32Array.from(all, ({ id }) => id), blocks: packRecords(keyed) }];
}

test('a record gives back the article that it was made of, whatever its text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const whole = article(`${text}\ud800`, ['headline', 'space', 'body', 'furniture']);
      expect(decodeRecord(encodeRecord(whole))).toEqual(whole);
    }),
  );
});

test('after any writing, replacing and removing, each article reads as it was last written', () => {
  const id = fc.integer({ min: 1, max: 12 });
  const text = fc.tuple(anyText, fc.nat({ max: 30_000 })).map(([some, size]) => some + 'x'.repeat(size));
  const step = fc.record({ put: fc.dictionary(id.map(String), text), remove: fc.array(id) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      db.exec('DELETE FROM blocks; DELETE FROM records');
      const writer = new TextWriter(db);
      const expected = new Map<ArticleId, ReadArticle>();
      for (const { put, remove } of steps) {
        const records = new Map<ArticleId, Uint8Array>();
        const removed = remove.map(articleId).filter((gone) => put[gone] === undefined);
        for (const gone of removed) expected.delete(gone);
        for (const [key, value] of Object.entries(put)) {
          expected.set(articleId(Number(key)), article(value));
          records.set(articleId(Number(key)), encodeRecord(article(value)));
        }
        writer.apply(partsOf(records), removed);
      }
      const all = Array.from({ length: 12 }, (_, at) => articleId(at + 1));
      expect(new TextReader(db).read(all)).toEqual(expected);
      const unused = db.prepare('SELECT id FROM blocks WHERE id NOT IN (SELECT block FROM records)').all();
      expect(unused).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('small records share a block of about 32 kB', () => {
  const records = new Map(
    Array.from({ length: 200 }, (_, at) => [
      articleId(at + 1),
      encodeRecord(article(`story ${at} `.repeat(50))),
    ]),
  );
  const bytes = [...records.values()].reduce((sum, record) => sum + record.length, 0);
  new TextWriter(db).apply(partsOf(records), []);
  const { blocks } = db.prepare<{ blocks: number }>('SELECT count(*) AS blocks FROM blocks').get() ?? {
    blocks: 0,
  };
  expect(blocks).toBe(Math.ceil(bytes / 33_500));
});

test('a damaged block is not taken for text', () => {
  new TextWriter(db).apply(partsOf(new Map([[articleId(1), encodeRecord(article('story'))]])), []);
  db.exec(`UPDATE blocks SET bytes = x'00112233'`);
  expect(() => new TextReader(db).read([articleId(1)])).toThrow('text.sqlite: block 1 is damaged');
});

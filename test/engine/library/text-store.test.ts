import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockKind, ExtractedArticle } from '../../../electron/contract/article.ts';
import { articleId, type ArticleId } from '../../../electron/contract/ids.ts';
import { blockKinds } from '../../../electron/engine/library/texts/block-kinds.ts';
import { migrate } from '../../../electron/engine/library/schema/migrate.ts';
import { TextReader } from '../../../electron/engine/library/texts/text-reader.ts';
import { textMigrations } from '../../../electron/engine/library/texts/text-schema.ts';
import { TextPacker } from '../../../electron/engine/library/texts/text-packer.ts';
import { TextWriter, type TextPart } from '../../../electron/engine/library/texts/text-writer.ts';
import { openDatabase, type Database } from '../../../electron/engine/sqlite.ts';

let db: Database;

beforeEach(() => {
  db = openDatabase(':memory:', { readOnly: false });
  migrate(db, textMigrations);
});

afterEach(() => db.close());

function article(text: string, kinds: readonly BlockKind[] = ['body']): ExtractedArticle {
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

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('word37', 'story', ' ', '. ', '\ud800', 'سیل', 'Ƿ', 'a'), { maxLength: 60 })
    .map((parts) => parts.join('')),
);

/** Texts as they come from an ingest worker, with one in between that is not wanted. */
function partsOf(articles: ReadonlyMap<ArticleId, ExtractedArticle>, packer: TextPacker): TextPart[] {
  const all = [...articles].flatMap(([id, one]) => [
    { id: -1, one: article('unwanted') },
    { id, one },
  ]);
  return [{ ids: Int32Array.from(all, ({ id }) => id), texts: packer.pack(all.map(({ one }) => one)) }];
}

/** Articles of some hundred words, most of which are in all of them. */
function stories(count: number, from = 1): Map<ArticleId, ExtractedArticle> {
  const words = Array.from({ length: 120 }, (_, nth) => `word${String(nth * 37)}`).join(' ');
  return new Map(
    Array.from({ length: count }, (_, at) => [
      articleId(from + at),
      article(`story ${String(at)}: ${words}.`),
    ]),
  );
}

function storedBytes(): number {
  return db.prepare<{ bytes: number }>('SELECT sum(length(record)) AS bytes FROM texts').get()?.bytes ?? 0;
}

function lists(): number[] {
  return db
    .prepare<{ texts: number }>('SELECT texts FROM word_lists ORDER BY id')
    .all()
    .map(({ texts }) => texts);
}

test('after any writing, replacing and removing, each article reads as it was last written', () => {
  const id = fc.integer({ min: 1, max: 12 });
  const text = fc.tuple(anyText, fc.nat({ max: 30_000 })).map(([some, size]) => some + 'x'.repeat(size));
  const step = fc.record({ put: fc.dictionary(id.map(String), text), remove: fc.array(id) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      db.exec('DELETE FROM texts; DELETE FROM word_lists; DELETE FROM word_list_copies');
      const packer = new TextPacker();
      // The first articles teach a list of words.
      packer.pack([...stories(200).values()]);
      const writer = new TextWriter(db);
      const expected = new Map<ArticleId, ExtractedArticle>();
      for (const { put, remove } of steps) {
        const records = new Map<ArticleId, ExtractedArticle>();
        const removed = remove.map(articleId).filter((gone) => put[gone] === undefined);
        for (const gone of removed) expected.delete(gone);
        for (const [key, value] of Object.entries(put)) {
          expected.set(articleId(Number(key)), article(value));
          records.set(articleId(Number(key)), article(value));
        }
        writer.apply(partsOf(records, packer), removed);
      }
      const all = Array.from({ length: 12 }, (_, at) => articleId(at + 1));
      expect(new TextReader(db).read(all)).toEqual(expected);
      expect(lists()).toEqual(expected.size === 0 ? [] : [expected.size]);
    }),
    { numRuns: 60 },
  );
});

test('words that many articles share take one byte or two', () => {
  const articles = stories(200);
  const texts = [...articles.values()].reduce((sum, { text }) => sum + text.length, 0);
  new TextWriter(db).apply(partsOf(articles, new TextPacker()), []);
  expect(storedBytes()).toBeLessThan(texts / 4);
  expect(new TextReader(db).read([...articles.keys()])).toEqual(articles);
});

test('a few articles are written by the words of those before', () => {
  const writer = new TextWriter(db);
  writer.apply(partsOf(stories(200), new TextPacker()), []);
  const before = storedBytes();
  const few = stories(3, 1001);
  writer.apply(partsOf(few, new TextPacker()), []);
  expect(storedBytes() - before).toBeLessThan(before / 50);
  expect(new TextReader(db).read([...few.keys()])).toEqual(few);
  expect(lists()).toEqual([203]);
});

test('no list of words outlives its texts', () => {
  const writer = new TextWriter(db);
  const articles = stories(200);
  writer.apply(partsOf(articles, new TextPacker()), []);
  writer.apply([], [...articles.keys()].slice(1));
  expect(lists()).toEqual([1]);
  writer.apply([], [articleId(1)]);
  expect(lists()).toEqual([]);
});

test('a damaged text is not taken for text, and costs no other', () => {
  const articles = stories(3);
  new TextWriter(db).apply(partsOf(articles, new TextPacker()), []);
  db.exec(`UPDATE texts SET record = x'00112233' WHERE article = 2`);
  const reader = new TextReader(db);
  expect(() => reader.read([articleId(2)])).toThrow('text.sqlite: the text of article 2 is damaged');
  articles.delete(articleId(2));
  expect(reader.readUndamaged([1, 2, 3].map(articleId))).toEqual(articles);
});

test('a text that lies in the row of another one is damaged', () => {
  new TextWriter(db).apply(partsOf(stories(2), new TextPacker()), []);
  db.exec(`DELETE FROM texts WHERE article = 2; UPDATE texts SET article = 2 WHERE article = 1`);
  expect(() => new TextReader(db).read([articleId(2)])).toThrow('the text of article 2 is damaged');
});

test('one damaged copy of a list of words loses nothing', () => {
  const articles = stories(200);
  new TextWriter(db).apply(partsOf(articles, new TextPacker()), []);
  db.exec(`UPDATE word_list_copies SET bytes = x'00112233' WHERE copy = 1`);
  expect(new TextReader(db).read([...articles.keys()])).toEqual(articles);
  db.exec(`UPDATE word_list_copies SET bytes = x'00112233'`);
  expect(() => new TextReader(db).read([articleId(1)])).toThrow('text.sqlite: list of words 1 is damaged');
});

/** Stores articles in one block, as version 1 did. */
function storeAsVersion1(articles: ReadonlyMap<ArticleId, ExtractedArticle>): void {
  const records = [...articles.values()].map(({ text, blocks, fields }) => {
    const flat = blocks.flatMap(({ kind, start, end }) => [blockKinds.indexOf(kind), end - start]);
    return Buffer.from(
      JSON.stringify({ text, blocks: flat, fields: { ...fields, body: [[0, text.length]] } }),
    );
  });
  const bytes = brotliCompressSync(Buffer.concat(records));
  const checksum = createHash('sha256').update(bytes).digest().subarray(0, 16);
  const block = db.prepare('INSERT INTO blocks (checksum, bytes) VALUES (?, ?)').run(checksum, bytes);
  let start = 0;
  for (const [nth, id] of [...articles.keys()].entries()) {
    const length = records[nth]?.length ?? 0;
    db.prepare('INSERT INTO records (article, block, start, length) VALUES (?, ?, ?, ?)').run(
      id,
      Number(block.lastInsertRowid),
      start,
      length,
    );
    start += length;
  }
}

test('articles of version 1 are read where they are, and leave their block with the first one that goes', () => {
  const articles = stories(3);
  storeAsVersion1(articles);
  const ids = [...articles.keys()];
  expect(new TextReader(db).read(ids)).toEqual(articles);
  const renewed = stories(1, 2);
  new TextWriter(db).apply(partsOf(renewed, new TextPacker()), [articleId(1)]);
  articles.delete(articleId(1));
  for (const [id, one] of renewed) articles.set(id, one);
  expect(new TextReader(db).read(ids)).toEqual(articles);
  expect(db.prepare('SELECT id FROM blocks').all()).toEqual([]);
  expect(db.prepare('SELECT article FROM records').all()).toEqual([]);
});

test('a damaged block of version 1 is not taken for text', () => {
  storeAsVersion1(stories(2));
  db.exec(`UPDATE blocks SET bytes = x'00112233'`);
  expect(() => new TextReader(db).read([articleId(1)])).toThrow('text.sqlite: block 1 is damaged');
});

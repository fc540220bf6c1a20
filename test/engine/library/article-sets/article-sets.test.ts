import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId, sourceId, type ArticleId } from '../../../../electron/contract/ids.ts';
import { FileRegistry } from '../../../../electron/engine/ingest/files/file-registry.ts';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';
import { LibraryOperations } from '../../../../electron/engine/library/commits/apply-operations.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { pageArticles } from '../../../../electron/engine/library/article-sets/article-set-page.ts';
import { ArticleSets } from '../../../../electron/engine/library/article-sets/article-sets.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import type { LibraryOperation } from '../../../../electron/engine/library/commits/commit-operations.ts';
import { mendSets, setsProblems } from '../../../../electron/engine/library/article-sets/sets-problems.ts';
import { Sources } from '../../../../electron/engine/library/sources/sources.ts';
import { Tags } from '../../../../electron/engine/library/tags/tags.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';

let db: Database;
let change: number;

function openMemory(): void {
  db = openDatabase(':memory:', { readOnly: false });
  db.exec('PRAGMA foreign_keys = ON');
  migrate(db, libraryMigrations);
  const sources = new Sources(db);
  for (const path of ['/a', '/b', '/c']) sources.add(path, 0);
  change = 0;
}

beforeEach(openMemory);
afterEach(() => db.close());

function commit(...operations: LibraryOperation[]): void {
  new LibraryOperations(db).apply(++change, operations);
}

function put(article: number): LibraryOperation {
  return { op: 'put', article: articleId(article), sha256: '00'.repeat(32), encoding: 'utf-8' };
}

function locate(article: number, source: number, path: string): LibraryOperation {
  return {
    op: 'locate',
    source: sourceId(source),
    path,
    article: articleId(article),
    sha256: '00'.repeat(32),
    size: 1,
    modifiedMs: 1,
  };
}

/** Every set as the rows have it. */
function rowsBy(sql: string): Map<number, number[]> {
  const sets = new Map<number, number[]>();
  for (const { key, article } of db.prepare<{ key: number; article: number }>(sql).all()) {
    sets.set(key, [...(sets.get(key) ?? []), article]);
  }
  return sets;
}

const bySource = 'SELECT DISTINCT source AS key, article FROM locations ORDER BY source, article';
const byTag = 'SELECT tag AS key, article FROM article_tags ORDER BY tag, article';

function expectToAgree(sets: ArticleSets, rows: Map<number, number[]>): void {
  sets.refresh();
  const counts = [...sets.counts(null).entries()].filter(([, count]) => count > 0);
  expect(new Map(counts)).toEqual(new Map([...rows].map(([key, articles]) => [key, articles.length])));
  for (const [key, articles] of rows) expect([...sets.union(new Set([key])).toArray()]).toEqual(articles);
}

const numbers = fc.constantFrom(1, 2, 3, pageArticles - 1, pageArticles, pageArticles + 1, 3 * pageArticles);
const aSource = fc.integer({ min: 1, max: 3 });
const act = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    article: numbers,
    source: aSource,
    file: fc.nat({ max: 5 }),
  }),
  fc.record({ do: fc.constant('split' as const), article: numbers, from: numbers }),
  fc.record({ do: fc.constant('remove' as const), articles: fc.uniqueArray(numbers, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('vanish' as const), article: numbers }),
  fc.record({ do: fc.constant('move' as const), articles: fc.uniqueArray(numbers, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('removeSource' as const), source: aSource }),
  fc.record({
    do: fc.constant('tag' as const),
    articles: fc.uniqueArray(numbers),
    add: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']),
    remove: fc.subarray(['a', 'b', 'c']),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
);

function exists(table: 'articles' | 'sources', id: number): boolean {
  return db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

function perform(chosen: typeof act extends fc.Arbitrary<infer Value> ? Value : never, tags: Tags): void {
  switch (chosen.do) {
    case 'import':
      if (!exists('sources', chosen.source)) return;
      commit(put(chosen.article), locate(chosen.article, chosen.source, `/x/${chosen.file}`));
      return;
    case 'split':
      if (!exists('articles', chosen.from)) return;
      commit(put(chosen.article), {
        op: 'copyTagsAndNotes',
        from: articleId(chosen.from),
        to: articleId(chosen.article),
      });
      return;
    case 'remove':
      commit(...chosen.articles.map((id): LibraryOperation => ({ op: 'remove', article: articleId(id) })));
      return;
    case 'vanish': {
      const gone = db
        .prepare<{ id: number }>('SELECT id FROM locations WHERE article = ?')
        .all(chosen.article);
      new FileRegistry(db).markMissing(gone.map(({ id }) => id));
      return;
    }
    case 'move':
      new FileRegistry(db).settleMoves(new Set<ArticleId>(chosen.articles.map(articleId)));
      return;
    case 'removeSource':
      if (exists('sources', chosen.source)) new Sources(db).remove(sourceId(chosen.source));
      return;
    case 'tag':
      tags.set(Uint32Array.from(chosen.articles), chosen.add, chosen.remove);
      return;
    case 'undo':
      tags.undo();
      return;
    case 'redo':
      tags.redo();
  }
}

test('the sets of a reader agree with the rows after any acts, and check finds nothing', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      db.close();
      openMemory();
      const tags = new Tags(db);
      const sources = new ArticleSets(db, 'source');
      const tagged = new ArticleSets(db, 'tag');
      for (const chosen of acts) {
        perform(chosen, tags);
        expect(setsProblems(db)).toEqual([]);
        expectToAgree(sources, rowsBy(bySource));
        expectToAgree(tagged, rowsBy(byTag));
      }
    }),
    { numRuns: 300 },
  );
});

test('a set of a tag that is taken back holds no copy of an article any more', () => {
  const tags = new Tags(db);
  const tagged = new ArticleSets(db, 'tag');
  commit(put(3 * pageArticles), locate(3 * pageArticles, 1, '/x/0'));
  tags.set(Uint32Array.of(3 * pageArticles), ['i'], []);
  perform({ do: 'split', article: 1, from: 3 * pageArticles }, tags);
  tags.undo();
  expect(setsProblems(db)).toEqual([]);
  expectToAgree(tagged, new Map());
});

test('sets of any size are counted among any articles', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 3 * pageArticles }), { maxLength: 400 });
  const range = fc.record({ from: fc.integer({ min: 1, max: 7000 }), count: fc.nat({ max: 5000 }) });
  const some = fc.oneof(
    ids.map((values) => Uint32Array.from(values)),
    range.map(({ from, count }) => Uint32Array.from({ length: count }, (_, at) => from + at)),
  );
  db.exec(`WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${3 * pageArticles})
    INSERT INTO articles (id, sha256, encoding, change) SELECT id, x'00', 'utf-8', 1 FROM n`);
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), some, (lists, found) => {
      db.exec('SAVEPOINT before');
      db.exec('DELETE FROM article_tags; DELETE FROM tags');
      const put = db.prepare('INSERT OR IGNORE INTO article_tags VALUES (?, ?)');
      for (const [at, list] of lists.entries()) {
        db.exec(`INSERT INTO tags VALUES (${70_000 * (at + 1)}, 't${at}', 't${at}', 'slate', 0)`);
        for (const id of list) put.run(70_000 * (at + 1), id);
      }
      mendSets(db);
      const sets = new ArticleSets(db, 'tag');
      sets.refresh();
      const among = new Set(found);
      const counts = sets.counts(BitSet.of(found));
      for (const [at, list] of lists.entries()) {
        expect(counts[70_000 * (at + 1)] ?? 0).toBe(list.filter((id) => among.has(id)).length);
      }
      expect([...sets.union(null).toArray()]).toEqual(
        [...new Set(lists.flatMap((list) => [...list]))].sort((a, b) => a - b),
      );
      db.exec('ROLLBACK TO before; RELEASE before');
    }),
    { numRuns: 30 },
  );
});

test('only pages that changed are read again', () => {
  commit(put(1), locate(1, 1, '/a/1'), put(pageArticles), locate(pageArticles, 1, '/a/2'));
  const sets = new ArticleSets(db, 'source');
  expect([...sets.takeNews()].sort()).toEqual([0, 1]);
  expect(sets.takeNews()).toEqual([]);
  commit(put(2), locate(2, 2, '/b/2'));
  expect(sets.takeNews()).toEqual([0]);
});

test('an edited file changes no set', () => {
  commit(put(1), locate(1, 1, '/a/1'));
  const sets = new ArticleSets(db, 'source');
  sets.takeNews();
  commit(put(1), locate(1, 1, '/a/1'));
  expect(sets.takeNews()).toEqual([]);
});

test('what differs from the rows is named, and mended from them', () => {
  commit(put(1), locate(1, 1, '/a/1'));
  new Tags(db).set(Uint32Array.of(1), ['Spain'], []);
  db.exec(
    `DELETE FROM article_tags; UPDATE source_pages SET members = x''; UPDATE meta SET value = 7 WHERE key = 'articles'`,
  );
  expect(setsProblems(db)).toEqual([
    'library.sqlite: 1 pages of articles by source differ from the rows they are made of',
    'library.sqlite: 1 pages of articles by tag differ from the rows they are made of',
    'library.sqlite: 1 articles are counted as 7',
  ]);
  mendSets(db);
  expect(setsProblems(db)).toEqual([]);
  expectToAgree(new ArticleSets(db, 'source'), rowsBy(bySource));
});

test('a library of version 1 gets its sets from its rows', () => {
  db.close();
  db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations.slice(0, 1));
  db.exec(`
    INSERT INTO sources (id, path, added_at_ms) VALUES (1, '/a', 0), (2, '/b', 0);
    INSERT INTO articles (id, sha256, encoding, change) VALUES (3, x'00', 'utf-8', 1), (${2 * pageArticles}, x'01', 'utf-8', 1);
    INSERT INTO locations (source, path, article, sha256, size, modified_ms)
      VALUES (1, '/a/1', 3, x'00', 1, 1), (2, '/b/1', 3, x'00', 1, 1), (2, '/b/2', ${2 * pageArticles}, x'01', 1, 1);
    INSERT INTO tags VALUES (7, 'Spain', 'spain', 'slate');
    INSERT INTO article_tags VALUES (7, 3);
    INSERT INTO tag_acts (id, label, changed) VALUES (1, 'Add “Spain”', 1);
    INSERT INTO tag_steps VALUES (1, 0, '{"step":"attach","tag":7}', x'03000000');
  `);
  migrate(db, libraryMigrations);
  expect(setsProblems(db)).toEqual([]);
  expectToAgree(new ArticleSets(db, 'source'), rowsBy(bySource));
  expectToAgree(new ArticleSets(db, 'tag'), rowsBy(byTag));
  expect(new Tags(db).undo()).toEqual({ changed: 1, label: 'Add “Spain”' });
  expectToAgree(new ArticleSets(db, 'tag'), new Map());
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId, sourceId } from '../../../../electron/contract/ids.ts';
import { LibraryOperations } from '../../../../electron/engine/library/commits/apply-operations.ts';
import { LibraryReader } from '../../../../electron/engine/library/library-reader.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import {
  nextArticleId,
  type LibraryOperation,
} from '../../../../electron/engine/library/commits/commit-operations.ts';
import { FileRegistry } from '../../../../electron/engine/ingest/files/file-registry.ts';
import { Sources } from '../../../../electron/engine/library/sources/sources.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';

let db: Database;
let operations: LibraryOperations;
let reader: LibraryReader;
let change: number;

beforeEach(() => {
  db = openDatabase(':memory:', { readOnly: false });
  db.exec('PRAGMA foreign_keys = ON');
  migrate(db, libraryMigrations);
  new Sources(db).add('/a', 0);
  operations = new LibraryOperations(db);
  reader = new LibraryReader(db);
  change = 0;
});

afterEach(() => db.close());

const source = sourceId(1);

function put(article: number, sha = 'aa'): LibraryOperation {
  return { op: 'put', article: articleId(article), sha256: sha.repeat(32), encoding: 'utf-8' };
}

function locate(article: number, path: string): LibraryOperation {
  const sha256 = 'aa'.repeat(32);
  return { op: 'locate', source, path, article: articleId(article), sha256, size: 1, modifiedMs: 1 };
}

function fail(path: string): LibraryOperation {
  return { op: 'fail', source, path, code: 'empty', reason: 'no text', atMs: 1, size: 0, modifiedMs: 1 };
}

function commit(...some: LibraryOperation[]): void {
  operations.apply(++change, some);
}

test('a file that is read is no failure any more, in the same commit and in a later one', () => {
  commit(fail('/a/1'), put(1), locate(1, '/a/1'), fail('/a/2'));
  expect(reader.failures(0, 10).failures.map(({ path }) => path)).toEqual(['/a/2']);
  commit(put(2), locate(2, '/a/2'));
  expect(reader.counts()).toMatchObject({ articles: 2, failed: 0 });
});

test('a file that is read has not ended the process any more', () => {
  const known = new FileRegistry(db);
  known.countCrash({ path: '/a/1', place: null });
  known.countCrash({ path: '/a/2', place: null });
  commit(put(1), locate(1, '/a/1'));
  expect([...known.ofPaths(['/a/1', '/a/2']).crashes]).toEqual([['/a/2', 1]]);
});

test('an article that is found again is not missing any more', () => {
  const known = new FileRegistry(db);
  commit(put(1), locate(1, '/a/1'));
  expect(known.markMissing([known.ofPaths(['/a/1']).locations.get('/a/1')?.id ?? 0])).toBe(1);
  commit(locate(1, '/a/1'));
  expect(reader.counts()).toMatchObject({ articles: 1, missing: 0 });
  expect(known.ofPaths(['/a/1']).locations.get('/a/1')?.missing).toBe(false);
});

test('putting an article again is an edit, and counts once', () => {
  commit(put(1), put(2), locate(1, '/a/1'));
  commit(put(1, 'bb'));
  expect(reader.counts().articles).toBe(2);
  expect(reader.cards([articleId(1)]).get(articleId(1))?.sha256).toBe('bb'.repeat(32));
});

test('the id of a removed article is never given away again', () => {
  commit(put(1), put(7));
  commit({ op: 'remove', article: articleId(7) }, { op: 'remove', article: articleId(99) });
  expect(reader.counts().articles).toBe(1);
  expect(nextArticleId(db)).toBe(8);
});

test('a commit of which one operation fails leaves nothing behind', () => {
  const unknown = { ...locate(1, '/a/1'), article: articleId(5) };
  expect(() => commit(put(1), unknown)).toThrow(/FOREIGN KEY/);
  expect(reader.counts().articles).toBe(0);
  expect(nextArticleId(db)).toBe(1);
});

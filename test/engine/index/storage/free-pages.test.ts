import { afterEach, expect, test } from 'vitest';
import { trimStep } from '../../../../electron/engine/index/storage/free-pages.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';

let db: Database;

afterEach(() => db.close());

/** A database of which most pages are free. */
function openWithFreePages(autoVacuum: 'NONE' | 'INCREMENTAL'): void {
  db = openDatabase(':memory:', { readOnly: false });
  db.exec(`PRAGMA auto_vacuum = ${autoVacuum};
    CREATE TABLE kept (bytes BLOB);
    CREATE TABLE dropped (bytes BLOB);
    INSERT INTO dropped VALUES (zeroblob(4000000));
    INSERT INTO kept VALUES (zeroblob(100000));
    DROP TABLE dropped`);
}

function freePages(): number | undefined {
  return db.prepare<{ freelist_count: number }>('PRAGMA freelist_count').get()?.freelist_count;
}

test('free pages go back to the disk, some at a time', () => {
  openWithFreePages('INCREMENTAL');
  expect(trimStep(db)).toBe(true);
  expect(freePages()).toBeGreaterThan(0);
  while (trimStep(db));
  expect(freePages()).toBe(0);
});

test('a file that was begun without giving pages back keeps them, and there is nothing to do', () => {
  openWithFreePages('NONE');
  const before = freePages();
  expect(trimStep(db)).toBe(false);
  expect(freePages()).toBe(before);
});

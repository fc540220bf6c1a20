import { saying } from '../support/saying.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../electron/engine/sqlite.ts';
import { troubleOf } from '../../electron/engine/sqlite-trouble.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'microfiche-sqlite-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** Ways to ask, by the name of the method that meets the trouble. */
const ways: Readonly<Record<string, (db: Database) => unknown>> = {
  exec: (db) => {
    db.exec('UPDATE t SET b = 1');
  },
  run: (db) => db.prepare('UPDATE t SET b = 1').run(),
  get: (db) => db.prepare('SELECT sum(length(b)) FROM t').get(),
  all: (db) => db.prepare('SELECT * FROM t').all(),
  iterate: (db) => [...db.prepare('SELECT * FROM t').iterate()],
};

function filled(path: string, journal: 'wal' | 'delete' = 'wal'): void {
  const db = openDatabase(path, { readOnly: false, journal });
  db.exec('CREATE TABLE t(a, b)');
  const insert = db.prepare('INSERT INTO t VALUES (?, ?)');
  db.exec('BEGIN');
  for (let nth = 0; nth < 3000; nth += 1) insert.run(nth, 'x'.repeat(100));
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

describe('a damaged database', () => {
  it.each(Object.entries(ways))('is known as one by %s', (_name, ask) => {
    const path = join(dir, 'damaged.sqlite');
    filled(path);
    const bytes = readFileSync(path);
    bytes.fill(0x55, 4096 * 3, 4096 * 60);
    writeFileSync(path, bytes);
    const db = openDatabase(path, { readOnly: false });
    try {
      expect(() => ask(db)).toThrow(
        expect.objectContaining({
          failure: { code: 'damaged', message: saying(path) },
        }),
      );
    } finally {
      db.close();
    }
  });
});

describe('a locked database', () => {
  it.each(Object.entries(ways))('is known as one by %s', (_name, ask) => {
    const path = join(dir, 'locked.sqlite');
    filled(path, 'delete');
    const holder = openDatabase(path, { readOnly: false, journal: 'delete' });
    holder.exec('BEGIN EXCLUSIVE');
    const db = openDatabase(path, { readOnly: false, journal: 'delete', timeoutMs: 0 });
    try {
      let thrown: unknown = null;
      try {
        ask(db);
      } catch (error) {
        thrown = error;
      }
      expect(troubleOf(thrown)).toBe('locked');
    } finally {
      db.close();
      holder.close();
    }
  });
});

describe('what only speaks of trouble', () => {
  it.each([
    ['an error of another kind', new Error('database is locked')],
    [
      'a statement that names it',
      Object.assign(new Error('no such column: "file is not a database"'), { code: 'ERR_SQLITE_ERROR' }),
    ],
    ['no error', 'database is locked'],
  ])('is none: %s', (_what, thrown) => {
    expect(troubleOf(thrown)).toBeNull();
  });
});

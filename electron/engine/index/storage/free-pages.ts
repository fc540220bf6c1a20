import { inTransaction, type Database } from '../../sqlite.ts';

const scrubbedAtOnce = 4 * 1024 * 1024;

/**
 * Overwrites some of the free pages of a database, which still hold what was deleted, by filling them with zeros; false
 * once none is left. `secure_delete` would do so at every merge, for twice the writing, and is only wanted now and then.
 */
export function scrubStep(db: Database): boolean {
  return inTransaction(db, () => {
    db.exec('CREATE TABLE IF NOT EXISTS scrub(zeros BLOB NOT NULL)');
    const { pages, bytes } = freePages(db);
    if (pages === 0) {
      db.exec('DROP TABLE scrub');
      return false;
    }
    db.prepare('INSERT INTO scrub VALUES (zeroblob(?))').run(Math.min(scrubbedAtOnce, pages * (bytes - 4)));
    return true;
  });
}

const trimmedAtOnce = 256;

const incremental = 2;

/**
 * Gives some free pages back to the disk: the last pages of the file move into them. False when none is left, or
 * when the file was begun without `auto_vacuum = INCREMENTAL` and keeps them.
 */
export function trimStep(db: Database): boolean {
  if (freePages(db).pages === 0) return false;
  if (db.prepare<{ auto_vacuum: number }>('PRAGMA auto_vacuum').get()?.auto_vacuum !== incremental)
    return false;
  // The pragma moves a page for each row that is asked for.
  db.prepare(`PRAGMA incremental_vacuum(${String(trimmedAtOnce)})`).all();
  return freePages(db).pages > 0;
}

function freePages(db: Database): Readonly<{ pages: number; bytes: number }> {
  const free = db.prepare<{ pages: number; bytes: number }>(
    'SELECT freelist_count AS pages, page_size AS bytes FROM pragma_freelist_count(), pragma_page_size()',
  );
  return free.get() ?? { pages: 0, bytes: 0 };
}

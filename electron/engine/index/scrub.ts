import { inTransaction, type Database } from '../sqlite.ts';

const scrubbedAtOnce = 4 * 1024 * 1024;

/**
 * Overwrites some of the free pages of a database, which still hold what was deleted, by filling them with zeros; false
 * once none is left. `secure_delete` would do so at every merge, for twice the writing, and is only wanted now and then.
 */
export function scrubStep(db: Database): boolean {
  return inTransaction(db, () => {
    db.exec('CREATE TABLE IF NOT EXISTS scrub(zeros BLOB NOT NULL)');
    const free = db.prepare<{ pages: number; bytes: number }>(
      'SELECT freelist_count AS pages, page_size AS bytes FROM pragma_freelist_count(), pragma_page_size()',
    );
    const { pages = 0, bytes = 0 } = free.get() ?? {};
    if (pages === 0) {
      db.exec('DROP TABLE scrub');
      return false;
    }
    db.prepare('INSERT INTO scrub VALUES (zeroblob(?))').run(Math.min(scrubbedAtOnce, pages * (bytes - 4)));
    return true;
  });
}

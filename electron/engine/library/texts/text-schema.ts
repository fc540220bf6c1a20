import type { Database } from '../../sqlite.ts';
import type { Migration } from '../schema/migrate.ts';

/** Layout of `text.sqlite`: the text of the articles, and the journal that carries a commit over to the library. */
export const textMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO meta VALUES ('change', 0);
      CREATE TABLE blocks (id INTEGER PRIMARY KEY AUTOINCREMENT, checksum BLOB NOT NULL, bytes BLOB NOT NULL);
      CREATE TABLE records (
        article INTEGER PRIMARY KEY,
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        length INTEGER NOT NULL
      );
      CREATE INDEX records_by_block ON records (block);
      CREATE TABLE journal (change INTEGER PRIMARY KEY, operations TEXT NOT NULL);
    `,
  },
  {
    version: 2,
    // What is stored in blocks stays there; `stored` names all articles that have a text.
    sql: `
      CREATE TABLE texts (
        article INTEGER PRIMARY KEY,
        list INTEGER NOT NULL,
        crc INTEGER NOT NULL,
        record BLOB NOT NULL
      );
      CREATE TABLE word_lists (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 BLOB NOT NULL UNIQUE,
        texts INTEGER NOT NULL
      );
      CREATE TABLE word_list_copies (
        list INTEGER NOT NULL,
        copy INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (list, copy)
      );
      CREATE VIEW stored AS SELECT article FROM texts UNION ALL SELECT article FROM records;
    `,
  },
];

/** Records of about a thousand bytes fill larger pages better. */
const pageBytes = 16_384;

/**
 * Sets the size of the pages of a database that is still empty, and that free ones can be given back: in write-ahead mode
 * it has to be written anew for that.
 */
export function sizeNewPages(db: Database): void {
  if (db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined) return;
  db.exec(
    `PRAGMA journal_mode = DELETE; PRAGMA page_size = ${String(pageBytes)}; PRAGMA auto_vacuum = INCREMENTAL; VACUUM; PRAGMA journal_mode = WAL`,
  );
}

import type { Migration } from './migrate.ts';

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
];

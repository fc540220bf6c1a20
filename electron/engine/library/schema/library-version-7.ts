import type { Migration } from './migrate.ts';

/**
 * Fields of articles that people corrected: `value` in place of what was read (`was`), both JSON; `change` is the commit that put it
 * into the text. An act holds what each field was corrected to before and after it, or null where it was not.
 */
export const libraryVersion7: Migration = {
  version: 7,
  sql: `
    CREATE TABLE corrections (
      article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      was TEXT NOT NULL,
      change INTEGER NOT NULL,
      at_ms REAL NOT NULL,
      crc INTEGER NOT NULL,
      PRIMARY KEY (article, field)
    ) WITHOUT ROWID;

    CREATE TABLE correction_acts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      label TEXT NOT NULL,
      changed INTEGER NOT NULL,
      at_ms REAL NOT NULL
    );
    CREATE TABLE correction_steps (
      act INTEGER NOT NULL REFERENCES correction_acts (id) ON DELETE CASCADE,
      article INTEGER NOT NULL,
      field TEXT NOT NULL,
      before TEXT,
      PRIMARY KEY (act, article, field)
    ) WITHOUT ROWID;
  `,
};

import type { Migration } from './migrate.ts';

/**
 * Passages that people marked, with what finds them again; which articles they have read, put away or in a queue; and acts on either,
 * `steps` being JSON of what was before and after.
 */
export const libraryVersion12: Migration = {
  version: 12,
  sql: `
    CREATE TABLE highlights (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      rival INTEGER NOT NULL,
      colour TEXT NOT NULL,
      note TEXT NOT NULL,
      created_at_ms REAL NOT NULL,
      changed_at_ms REAL NOT NULL,
      crc INTEGER NOT NULL
    );
    CREATE INDEX highlights_by_article ON highlights (article);

    CREATE TABLE reading_states (
      article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      read_at_ms REAL,
      excluded_at_ms REAL,
      queue_place REAL,
      crc INTEGER NOT NULL
    );

    CREATE TABLE annotation_acts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      label TEXT NOT NULL,
      changed INTEGER NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0,
      steps TEXT NOT NULL,
      crc INTEGER NOT NULL
    );
  `,
};

import type { Migration } from './migrate.ts';

/**
 * Files that hold many records: where a record stands in its file, files that were read to their end, and failures and crashes of single
 * records. A failure of the file itself has the record ''.
 */
export const libraryVersion6: Migration = {
  version: 6,
  sql: `
    ALTER TABLE locations ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE record_files (
      path TEXT PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      format TEXT NOT NULL,
      size INTEGER NOT NULL,
      modified_ms REAL NOT NULL,
      records INTEGER NOT NULL,
      last_location INTEGER NOT NULL,
      warning TEXT
    ) WITHOUT ROWID;
    CREATE INDEX record_files_by_source ON record_files (source);

    CREATE TABLE new_failures (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      record TEXT NOT NULL DEFAULT '',
      code TEXT NOT NULL,
      reason TEXT NOT NULL,
      at_ms REAL NOT NULL,
      size INTEGER NOT NULL,
      modified_ms REAL NOT NULL,
      UNIQUE (path, record)
    );
    INSERT INTO new_failures (id, source, path, code, reason, at_ms, size, modified_ms)
      SELECT id, source, path, code, reason, at_ms, size, modified_ms FROM failures;
    DROP TABLE failures;
    ALTER TABLE new_failures RENAME TO failures;
    CREATE INDEX failures_by_source ON failures (source);

    CREATE TABLE record_crashes (
      path TEXT NOT NULL, place INTEGER NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (path, place)
    ) WITHOUT ROWID;
  `,
};

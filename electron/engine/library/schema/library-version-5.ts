import type { Migration } from './migrate.ts';

/** Encodings that people chose for files and folders, by their absolute paths. */
export const libraryVersion5: Migration = {
  version: 5,
  sql: 'CREATE TABLE encodings (path TEXT PRIMARY KEY, encoding TEXT NOT NULL) WITHOUT ROWID;',
};

import type { Migration } from './migrate.ts';

/** Lines that people chose to be furniture in all articles of a source. */
export const libraryVersion9: Migration = {
  version: 9,
  sql: `CREATE TABLE hidden_lines (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    line TEXT NOT NULL,
    PRIMARY KEY (source, line)
  ) WITHOUT ROWID;`,
};

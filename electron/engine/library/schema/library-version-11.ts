import type { Migration } from './migrate.ts';

/**
 * Searches that people keep, and those that they made. `question` is JSON; articles from `seen_up_to` on are new since the person looked;
 * `found` is what a search of the history found then.
 */
export const libraryVersion11: Migration = {
  version: 11,
  sql: `
    CREATE TABLE saved_searches (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      question TEXT NOT NULL,
      created_at_ms REAL NOT NULL,
      seen_up_to INTEGER NOT NULL,
      seen_at_ms REAL NOT NULL,
      crc INTEGER NOT NULL
    );
    CREATE TABLE search_history (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      question TEXT NOT NULL,
      found INTEGER NOT NULL,
      at_ms REAL NOT NULL
    );
  `,
};

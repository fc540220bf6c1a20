import type { Migration } from './migrate.ts';

/** Where people were in the articles that they read, which is no more than a convenience; and what every answer asks for, at hand. */
export const libraryVersion13: Migration = {
  version: 13,
  sql: `
    CREATE INDEX reading_states_excluded ON reading_states (article) WHERE excluded_at_ms IS NOT NULL;

    CREATE TABLE reading_places (
      article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      block INTEGER NOT NULL,
      share REAL NOT NULL
    );
  `,
};

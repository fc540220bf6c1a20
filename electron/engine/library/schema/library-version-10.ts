import type { Migration } from './migrate.ts';

/**
 * Which format each record and each failure was read by (empty where a version before did not note it), the columns that people chose
 * for the tables of a source, and the labels that files give their articles, in their order.
 */
export const libraryVersion10: Migration = {
  version: 10,
  sql: `
    ALTER TABLE locations ADD COLUMN format TEXT NOT NULL DEFAULT '';
    UPDATE locations SET format = (SELECT format FROM record_files f WHERE f.path = locations.path)
      WHERE record <> '' AND path IN (SELECT path FROM record_files);
    DROP INDEX locations_by_source;
    CREATE INDEX locations_by_source ON locations (source, article, missing, format);
    ALTER TABLE failures ADD COLUMN format TEXT NOT NULL DEFAULT '';

    CREATE TABLE chosen_columns (
      source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      columns TEXT NOT NULL,
      roles TEXT NOT NULL,
      PRIMARY KEY (source, columns)
    ) WITHOUT ROWID;

    CREATE TABLE labels (
      article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      label TEXT NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (article, label)
    ) WITHOUT ROWID;
  `,
};

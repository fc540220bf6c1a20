import type { Migration } from './migrate.ts';

/**
 * Acts of correcting can be done again: a step holds what its field was corrected to after it as well. Until now that stood in the next
 * step of the field, or is what it is corrected to.
 */
export const libraryVersion8: Migration = {
  version: 8,
  sql: `
    ALTER TABLE correction_acts ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE correction_steps ADD COLUMN after TEXT;
    CREATE INDEX steps_of_field ON correction_steps (article, field, act);
    UPDATE correction_steps AS s SET after =
      CASE WHEN EXISTS
        (SELECT 1 FROM correction_steps n WHERE n.article = s.article AND n.field = s.field AND n.act > s.act)
      THEN (SELECT before FROM correction_steps n
            WHERE n.article = s.article AND n.field = s.field AND n.act > s.act ORDER BY n.act LIMIT 1)
      ELSE (SELECT value FROM corrections c WHERE c.article = s.article AND c.field = s.field) END;
    DROP INDEX steps_of_field;
  `,
};

import { expect, test } from 'vitest';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';

test('acts of correcting of version 7 learn what they corrected to from the next act, or from what holds now', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations.slice(0, 7));
  db.exec(`
    INSERT INTO articles (id, sha256, encoding, change) VALUES (3, x'00', 'utf-8', 1);
    INSERT INTO corrections VALUES (3, 'place', '"Old Esta"', 'null', 1, 0, 0);
    INSERT INTO correction_acts VALUES (1, 'one', 1, 0), (2, 'two', 1, 0), (3, 'three', 1, 0);
    INSERT INTO correction_steps VALUES
      (1, 3, 'place', NULL), (1, 3, 'byline', NULL), (2, 3, 'byline', '"Mina"'), (3, 3, 'place', '"Esta"');
  `);
  migrate(db, libraryMigrations);
  expect(db.prepare('SELECT act, field, after FROM correction_steps').all()).toEqual([
    { act: 1, field: 'byline', after: '"Mina"' },
    { act: 1, field: 'place', after: '"Esta"' },
    { act: 2, field: 'byline', after: null },
    { act: 3, field: 'place', after: '"Old Esta"' },
  ]);
});

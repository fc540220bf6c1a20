import { expect, test } from 'vitest';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';

test('records of version 9 learn their format from their file, and files of one record have none', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations.slice(0, 9));
  db.exec(`
    INSERT INTO sources (id, path, added_at_ms) VALUES (1, '/press', 0);
    INSERT INTO articles (id, sha256, encoding, change) VALUES (1, x'00', 'utf-8', 1), (2, x'01', 'utf-8', 1);
    INSERT INTO record_files VALUES ('/press/a.mbox', 1, 'mbox', 1, 1, 1, 1, NULL);
    INSERT INTO locations (source, path, record, article, sha256, size, modified_ms) VALUES
      (1, '/press/a.mbox', 'x@example.org', 1, x'00', 1, 1), (1, '/press/b.txt', '', 2, x'01', 1, 1);
  `);
  migrate(db, libraryMigrations);
  expect(db.prepare('SELECT path, format FROM locations ORDER BY path').all()).toEqual([
    { path: '/press/a.mbox', format: 'mbox' },
    { path: '/press/b.txt', format: '' },
  ]);
});

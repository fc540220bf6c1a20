import { expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { LibraryReader } from '../../../../electron/engine/library/library-reader.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate, schemaVersion } from '../../../../electron/engine/library/schema/migrate.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';

test('a library of version 12 keeps its states of reading, and has no places', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations.slice(0, 12));
  db.exec(`INSERT INTO articles (id, sha256, encoding, change) VALUES (3, x'00', 'utf-8', 1);
    INSERT INTO reading_states (article, read_at_ms, excluded_at_ms, queue_place, crc) VALUES (3, NULL, 7, NULL, 5)`);
  migrate(db, libraryMigrations.slice(0, 13));
  expect(schemaVersion(db)).toBe(13);
  const { annotations } = new LibraryReader(db);
  expect([...annotations.inState('excluded').toArray()]).toEqual([3]);
  expect(annotations.place(articleId(3))).toBe(null);
});

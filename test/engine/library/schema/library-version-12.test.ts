import { expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { LibraryReader } from '../../../../electron/engine/library/library-reader.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate, schemaVersion } from '../../../../electron/engine/library/schema/migrate.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';

test('a library of version 11 has no highlights, and its notes as they were', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations.slice(0, 11));
  db.exec(`INSERT INTO articles (id, sha256, encoding, change) VALUES (3, x'00', 'utf-8', 1);
    INSERT INTO notes (id, article, text, created_at_ms, changed_at_ms, crc) VALUES (7, 3, 'Ask the pilot', 1, 2, 5)`);
  migrate(db, libraryMigrations.slice(0, 12));
  expect(schemaVersion(db)).toBe(12);
  const reader = new LibraryReader(db);
  expect(reader.annotations.noteTexts()).toEqual([{ article: 3, text: 'Ask the pilot' }]);
  expect(reader.annotations.highlights(articleId(3))).toEqual([]);
  expect(reader.cards([articleId(3)]).get(articleId(3))).toMatchObject({ highlights: 0, states: [] });
});

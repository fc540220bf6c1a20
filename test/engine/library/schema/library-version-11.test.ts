import { expect, test } from 'vitest';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate, schemaVersion } from '../../../../electron/engine/library/schema/migrate.ts';
import { SearchShelf } from '../../../../electron/engine/library/searches/search-shelf.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';

test('a library of version 10 keeps searches from then on, and loses nothing', () => {
  const db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations.slice(0, 10));
  db.exec(`INSERT INTO tags (id, name, folded, colour, crc) VALUES (1, 'Docks', 'docks', 'red', 0)`);
  migrate(db, libraryMigrations.slice(0, 11));
  expect(schemaVersion(db)).toBe(11);
  const searches = new SearchShelf(db);
  const filter = { tags: [], sources: [], untagged: true };
  const saved = searches.save(
    'Untagged',
    { query: 'ferry', grammar: 'news', sort: 'oldest', filter },
    4,
    1000,
  );
  expect(searches.list()).toEqual([saved]);
  expect(db.prepare('SELECT name FROM tags').all()).toEqual([{ name: 'Docks' }]);
});

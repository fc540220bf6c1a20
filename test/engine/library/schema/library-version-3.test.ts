import { saying } from '../../../support/saying.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { libraryIdOf } from '../../../../electron/engine/library/schema/library-id.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import { LibraryReader } from '../../../../electron/engine/library/library-reader.ts';
import { setsProblems } from '../../../../electron/engine/library/article-sets/sets-problems.ts';
import { Tags } from '../../../../electron/engine/library/tags/tags.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';

let db: Database;

beforeEach(() => {
  db = openDatabase(':memory:', { readOnly: false });
  db.exec('PRAGMA foreign_keys = ON');
  migrate(
    db,
    libraryMigrations.filter(({ version }) => version < 3),
  );
  for (let id = 1; id <= 6; id += 1)
    db.prepare(`INSERT INTO articles (id, sha256, encoding, change) VALUES (?, x'00', 'utf-8', 1)`).run(id);
  db.exec(`UPDATE meta SET value = 6 WHERE key = 'articles'`);
});

afterEach(() => db.close());

/** A tag of version 2, whose names were compared in lower case. */
function tag(id: number, name: string, ...articles: number[]): void {
  db.prepare(`INSERT INTO tags VALUES (?, ?, ?, 'slate')`).run(id, name, name.normalize('NFC').toLowerCase());
  for (const article of articles) db.prepare('INSERT INTO article_tags VALUES (?, ?)').run(id, article);
}

function act(id: number, undone: 0 | 1, step: object): void {
  db.prepare('INSERT INTO tag_acts VALUES (?, ?, 1, ?, 10)').run(id, `act ${id}`, undone);
  db.prepare('INSERT INTO tag_steps VALUES (?, 0, ?, NULL)').run(id, JSON.stringify(step));
}

function taggedWith(): Record<string, number[]> {
  const reader = new LibraryReader(db);
  return Object.fromEntries(reader.tags().map(({ name }) => [name, [...reader.articleIdsTagged(name)]]));
}

describe('bringing a library of version 2 up to version 3', () => {
  it('makes one tag of those that differ in case alone, with the articles of all', () => {
    tag(1, 'STRASSE', 1);
    tag(2, 'Straße', 2, 3);
    tag(3, 'Straße/Brücke', 4);
    tag(4, 'ısı', 5);
    tag(5, 'isi', 6);
    const notices = migrate(db, libraryMigrations);
    expect(notices).toEqual([saying('“Straße” and “STRASSE”')]);
    expect(taggedWith()).toEqual({
      isi: [6],
      Straße: [1, 2, 3, 4],
      'Straße/Brücke': [4],
      ısı: [5],
    });
    expect(setsProblems(db)).toEqual([]);
    expect(new Tags(db).set(Uint32Array.of(6), ['STRAẞE'], []).changed).toBe(1);
    expect(taggedWith()['Straße']).toEqual([1, 2, 3, 4, 6]);
  });

  it('forgets the acts that would take back what was done to one of two tags that are one', () => {
    tag(1, 'STRASSE', 1);
    tag(2, 'Straße', 2, 3);
    tag(3, 'harbour', 4);
    act(1, 0, { step: 'recolour', tag: 3, from: 'red', to: 'slate' });
    act(2, 0, { step: 'attach', tag: 1 });
    act(3, 0, { step: 'recolour', tag: 3, from: 'red', to: 'slate' });
    act(4, 1, { step: 'recolour', tag: 3, from: 'slate', to: 'amber' });
    act(5, 1, { step: 'delete', tag: 2, name: 'Straße', colour: 'slate' });
    migrate(db, libraryMigrations);
    expect(db.prepare('SELECT id FROM tag_acts').all()).toEqual([{ id: 3 }, { id: 4 }]);
    expect(db.prepare('SELECT act FROM tag_steps').all()).toEqual([{ act: 3 }, { act: 4 }]);
  });

  it('forgets the acts that would bring back a name which another tag has now', () => {
    tag(2, 'Straße', 2, 3);
    act(1, 0, { step: 'delete', tag: 1, name: 'STRASSE', colour: 'slate' });
    act(2, 0, { step: 'delete', tag: 7, name: 'straße', colour: 'slate' });
    act(3, 0, { step: 'delete', tag: 8, name: 'quay', colour: 'slate' });
    migrate(db, libraryMigrations);
    const tags = new Tags(db);
    expect(tags.undo()).toMatchObject({ label: 'act 3' });
    expect(tags.undo()).toBeNull();
  });

  it('gives the library an id of its own, and a checksum to what people wrote', () => {
    tag(1, 'harbour', 1);
    db.prepare(`INSERT INTO notes VALUES (1, 2, 'Ask the pilot', 5, 6)`).run();
    act(1, 0, { step: 'recolour', tag: 1, from: 'red', to: 'slate' });
    migrate(db, libraryMigrations);
    expect(libraryIdOf(db)).toBeGreaterThan(0);
    for (const table of ['tags', 'notes', 'tag_steps'])
      expect(db.prepare(`SELECT crc FROM ${table} WHERE crc <> 0`).all()).toHaveLength(1);
    expect(new LibraryReader(db).notes(articleId(2))).toMatchObject([{ text: 'Ask the pilot' }]);
  });
});

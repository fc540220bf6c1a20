import { word } from '../../../../electron/words/word.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tagColours, type Tag } from '../../../../electron/contract/archive-api.ts';
import { articleId, tagId } from '../../../../electron/contract/ids.ts';
import { LibraryOperations } from '../../../../electron/engine/library/commits/apply-operations.ts';
import { LibraryReader } from '../../../../electron/engine/library/library-reader.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import { wordsProblems } from '../../../../electron/engine/library/words-problems.ts';
import { Tags } from '../../../../electron/engine/library/tags/tags.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';
import { saying } from '../../../support/saying.ts';

const articles = 12;

let db: Database;
let tags: Tags;
let reader: LibraryReader;

function openMemory(count: number): void {
  db = openDatabase(':memory:', { readOnly: false });
  db.exec('PRAGMA foreign_keys = ON');
  migrate(db, libraryMigrations);
  db.exec(`WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${count})
    INSERT INTO articles (id, sha256, encoding, change) SELECT id, x'00', 'utf-8', 1 FROM n`);
  tags = new Tags(db);
  reader = new LibraryReader(db);
}

beforeEach(() => openMemory(articles));
afterEach(() => db.close());

function named(name: string): Tag {
  const tag = reader.tags().find((candidate) => candidate.name === name);
  if (tag === undefined) throw new Error(`no tag ${name}`);
  return tag;
}

/** Every tag with its colour and its articles. */
function state(): readonly unknown[] {
  return reader.tags().map((tag) => [tag, [...reader.articleIdsTagged(tag.name)]]);
}

const ids = (...values: number[]): Uint32Array => Uint32Array.from(values);

describe('names', () => {
  test('are trimmed, composed and freed of empty parts', () => {
    expect(tags.create('  Élections  / Spain // ', null).name).toBe('Élections/Spain');
  });

  test('are one tag in whatever case, and in whatever form their letters are written', () => {
    tags.set(ids(1), ['Straße', 'Café'], []);
    tags.set(ids(2), ['STRASSE', 'CAFE\u0301', 'ısı'], []);
    expect(state()).toMatchObject([
      [{ name: 'Café' }, [1, 2]],
      [{ name: 'Straße' }, [1, 2]],
      [{ name: 'ısı' }, [2]],
    ]);
    expect([...reader.articleIdsTagged('straẞe')]).toEqual([1, 2]);
    expect([...reader.articleIdsTagged('isi')]).toEqual([]);
  });

  test('are taken whatever their case', () => {
    tags.create('Politics', null);
    expect(() => tags.create('POLITICS ', null)).toThrow(
      expect.objectContaining({
        failure: { code: 'name-taken', message: saying(/^There is a tag “Politics” already.$/u) },
      }),
    );
  });

  test.each(['', '   ', '/', ' / ', 'x'.repeat(201)])('%j is refused', (name) => {
    expect(() => tags.create(name, null)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'bad-request' }) as unknown }),
    );
  });

  test('of 200 characters are allowed, counted as people count them', () => {
    expect(tags.create('😀'.repeat(200), null).articles).toBe(0);
  });
});

test('colours follow the palette in rotation unless one is chosen', () => {
  const made = Array.from({ length: 9 }, (_, number) => tags.create(`tag ${number}`, null).colour);
  expect(made).toEqual([...tagColours, tagColours[0]]);
  expect(tags.create('chosen', 'teal').colour).toBe('teal');
});

test('setting a tag makes it and counts the articles that really changed', () => {
  expect(tags.set(ids(1, 2, 3), ['Politics'], [])).toEqual({ changed: 3, label: 'Add “Politics”' });
  expect(tags.set(ids(2, 3, 4, 99), ['politics'], [])).toMatchObject({ changed: 1 });
  expect([...reader.articleIdsTagged('POLITICS')]).toEqual([1, 2, 3, 4]);
});

test('undoing a setting takes the tag from those alone that it was given to', () => {
  tags.set(ids(1, 2), ['Politics'], []);
  tags.set(ids(2, 3), ['Politics'], []);
  expect(tags.undo()).toEqual({ changed: 1, label: 'Add “Politics”' });
  expect([...reader.articleIdsTagged('Politics')]).toEqual([1, 2]);
  expect(tags.redo()).toMatchObject({ changed: 1 });
  expect([...reader.articleIdsTagged('Politics')]).toEqual([1, 2, 3]);
});

test('a nested tag is found by the tag around it', () => {
  tags.set(ids(1), ['Spain/Elections'], []);
  tags.set(ids(2), ['Spain'], []);
  tags.set(ids(3), ['Spainish'], []);
  expect([...reader.articleIdsTagged('spain')]).toEqual([1, 2]);
  expect([...reader.articleIdsTagged('Spain/elections')]).toEqual([1]);
});

test('renaming a tag carries the nested ones along', () => {
  tags.set(ids(1), ['Spain', 'Spain/Elections'], []);
  tags.rename(named('Spain').id, 'Spain/Old');
  expect(reader.tags().map(({ name }) => name)).toEqual(['Spain/Old', 'Spain/Old/Elections']);
  tags.undo();
  expect(reader.tags().map(({ name }) => name)).toEqual(['Spain', 'Spain/Elections']);
});

test('renaming to the name of another tag is refused; to another case of its own it is not', () => {
  tags.create('Spain', null);
  tags.create('France', null);
  expect(() => tags.rename(named('Spain').id, 'france')).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'name-taken' }) as unknown }),
  );
  tags.rename(named('Spain').id, 'SPAIN');
  expect(reader.tags().map(({ name }) => name)).toEqual(['France', 'SPAIN']);
});

test('merging gives every article the tag that stays, and undoing gives each its own back', () => {
  tags.set(ids(1, 2), ['Vote'], []);
  tags.set(ids(2, 3), ['Election'], []);
  const before = state();
  expect(tags.merge([named('Vote').id], named('Election').id)).toEqual({
    changed: 2,
    label: 'Merge “Vote” into “Election”',
  });
  expect(reader.tags()).toMatchObject([{ name: 'Election', articles: 3 }]);
  tags.undo();
  expect(state()).toEqual(before);
});

test('an act after an undo forgets what could have been redone', () => {
  tags.create('Spain', null);
  tags.undo();
  tags.create('France', null);
  expect(tags.redo()).toBeNull();
  expect(tags.undo()).toMatchObject({ label: 'Create “France”' });
});

test('acts are remembered in the library, a hundred of them', () => {
  for (let number = 0; number < 120; number += 1) tags.create(`tag ${number}`, null);
  const reopened = new Tags(db);
  let undone = 0;
  while (reopened.undo() !== null) undone += 1;
  expect(undone).toBe(100);
  expect(reader.tags()).toHaveLength(20);
});

test('undoing passes over articles that were removed meanwhile', () => {
  tags.set(ids(1, 2), ['Spain'], []);
  tags.delete(named('Spain').id);
  new LibraryOperations(db).apply(2, [{ op: 'remove', article: articleId(1) }]);
  tags.undo();
  expect([...reader.articleIdsTagged('Spain')]).toEqual([2]);
});

test('a copy of an article keeps its tags through undoing and redoing the act that made one of them', () => {
  tags.set(Uint32Array.of(1), ['ports'], []);
  new LibraryOperations(db).apply(2, [{ op: 'copyTagsAndNotes', from: articleId(1), to: articleId(2) }]);
  const tagged = state();
  tags.undo();
  expect(state()).toEqual([]);
  tags.redo();
  expect(state()).toEqual(tagged);
  tags.delete(named('ports').id);
  tags.undo();
  new LibraryOperations(db).apply(3, [{ op: 'copyTagsAndNotes', from: articleId(2), to: articleId(3) }]);
  const copied = state();
  tags.redo();
  expect(wordsProblems(db)).toEqual([]);
  tags.undo();
  expect(state()).toEqual(copied);
  expect(wordsProblems(db)).toEqual([]);
});

test('a tag that is gone is said to be gone', () => {
  expect(() => tags.delete(tagId(77))).toThrow(
    expect.objectContaining({
      failure: { code: 'not-found', message: saying(/^This tag is not there any more.$/u) },
    }),
  );
});

test('a hundred thousand articles are tagged in one act, and untagged by one undo', () => {
  db.close();
  openMemory(100_000);
  const all = Uint32Array.from({ length: 100_000 }, (_, at) => at + 1);
  expect(tags.set(all, ['Everything'], [])).toMatchObject({ changed: 100_000 });
  expect(named('Everything').articles).toBe(100_000);
  tags.undo();
  expect(reader.tags()).toEqual([]);
});

test('old acts are forgotten when remembering them takes too much room, the newest one never', () => {
  const all = ids(...Array.from({ length: articles }, (_, at) => at + 1));
  const sparing = new Tags(db, 600);
  // Remembering one of these takes about 150 bytes.
  for (let number = 0; number < 10; number += 1) sparing.set(all, [`tag ${number}`], []);
  let undone = 0;
  while (sparing.undo() !== null) undone += 1;
  expect(undone).toBe(4);
  const forgetful = new Tags(db, 1);
  forgetful.set(all, ['one'], []);
  forgetful.set(all, ['two'], []);
  expect(forgetful.undo()).toMatchObject({ label: 'Add “two”' });
  expect(forgetful.undo()).toBeNull();
});

test('a tag with thousands nested in it is renamed, even into itself', () => {
  const names = Array.from({ length: 3000 }, (_, number) => `a/${number}`);
  tags.set(ids(1), ['a', 'a/a', ...names], []);
  tags.rename(named('a').id, 'a/a');
  expect(
    reader
      .tags()
      .slice(0, 3)
      .map((tag) => tag.name),
  ).toEqual(['a/a', 'a/a/0', 'a/a/1']);
  expect(named('a/a/a').articles).toBe(1);
  tags.undo();
  expect(reader.tags().map((tag) => tag.name)).toEqual(['a', ...[...names, 'a/a'].sort()]);
});

test('the label of an act on very many tags names some of them', () => {
  const names = Array.from({ length: 1025 }, (_, number) => `tag ${number}`);
  expect(word(tags.set(ids(1), names, []).label)).toMatch(/“tag 19” and 1,005 more$/);
});

const name = fc.constantFrom('a', 'A', 'b', 'a/b', 'a/b/c', 'b/a', 'c');
const some = fc.uniqueArray(fc.integer({ min: 1, max: articles }), { maxLength: 6 });
const place = fc.nat({ max: 6 });
const act = fc.oneof(
  fc.record({ do: fc.constant('create' as const), name }),
  fc.record({ do: fc.constant('rename' as const), place, name }),
  fc.record({ do: fc.constant('recolour' as const), place, colour: fc.constantFrom(...tagColours) }),
  fc.record({ do: fc.constant('merge' as const), places: fc.array(place, { maxLength: 3 }), into: place }),
  fc.record({ do: fc.constant('delete' as const), place }),
  fc.record({
    do: fc.constant('set' as const),
    articles: some,
    add: fc.array(name, { maxLength: 2 }),
    remove: fc.array(name, { maxLength: 2 }),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

function perform(chosen: Act): void {
  const existing = reader.tags();
  const at = (nth: number): Tag['id'] => existing[nth % Math.max(existing.length, 1)]?.id ?? tagId(0);
  try {
    switch (chosen.do) {
      case 'create':
        tags.create(chosen.name, null);
        return;
      case 'rename':
        tags.rename(at(chosen.place), chosen.name);
        return;
      case 'recolour':
        tags.recolour(at(chosen.place), chosen.colour);
        return;
      case 'merge':
        tags.merge(chosen.places.map(at), at(chosen.into));
        return;
      case 'delete':
        tags.delete(at(chosen.place));
        return;
      case 'set':
        tags.set(Uint32Array.from(chosen.articles), chosen.add, chosen.remove);
        return;
    }
  } catch (error) {
    // A name that is taken or a tag that is not there: the act is refused and must leave no trace.
    expect(error).toHaveProperty('failure');
  }
}

test('any acts are taken back and done again exactly', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
      db.close();
      openMemory(articles);
      tags.set(ids(1, 2, 3), ['a', 'b'], []);
      db.exec('DELETE FROM tag_acts');
      const before = state();
      for (const chosen of acts) perform(chosen);
      const after = state();
      expect(wordsProblems(db)).toEqual([]);
      while (tags.undo() !== null);
      expect(state()).toEqual(before);
      while (tags.redo() !== null);
      expect(state()).toEqual(after);
    }),
    { numRuns: 150 },
  );
});

import { saying } from '../../support/saying.ts';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articleId } from '../../../electron/contract/ids.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { deleteDatabaseFiles } from '../../../electron/engine/library/files/library-folder.ts';
import type { Database } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

// SQLite says that the disk is full when a file may not have more pages than it was told.

const { opened, limits } = vi.hoisted(() => ({
  opened: new Map<string, Database>(),
  limits: new Map<string, number>(),
}));

vi.mock(import('../../../electron/engine/sqlite.ts'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    openDatabase: (path, options) => {
      const db = actual.openDatabase(path, options);
      if (!options.readOnly) {
        opened.set(basename(path), db);
        const limit = limits.get(basename(path));
        if (limit !== undefined) db.exec(`PRAGMA max_page_count = ${limit}`);
      }
      return db;
    },
  };
});

const plenty = 1_000_000_000;

/** Lets a file have so many pages more than it has, now and when it is opened again. */
function leaveRoom(name: string, pages: number): void {
  const db = opened.get(name);
  const held = db?.prepare<{ page_count: number }>('PRAGMA page_count').get()?.page_count ?? 0;
  limits.set(name, held + pages);
  db?.exec(`PRAGMA max_page_count = ${held + pages}`);
}

let library: TemporaryLibrary;

function writeArticles(from: number, to: number): void {
  for (let nth = from; nth < to; nth += 1) {
    // Letters at random, so that the text can't be packed small.
    const words = Array.from({ length: 300 }, (_, at) => ((nth + 1) * (at + 7919) * 2654435761).toString(36));
    library.write(`${nth}.txt`, `Report ${nth} of the harbour\n\nThe harbour said ${words.join(' ')}.\n`);
  }
}

beforeEach(async () => {
  opened.clear();
  limits.clear();
  library = new TemporaryLibrary();
  writeArticles(0, 20);
  await library.open();
  await library.import();
});

afterEach(() => library.dispose());

describe('on a full disk', () => {
  it.each([
    ['text.sqlite', 20],
    ['library.sqlite', 1],
    ['index.sqlite', 10],
  ])(
    'an import that finds no room in %s stops, says so, and goes on once there is room',
    async (file, pages) => {
      writeArticles(20, 320);
      leaveRoom(file, pages);
      await expect(library.import()).rejects.toMatchObject({
        failure: { code: 'disk-full', message: saying('full') },
      });
      expect(library.events).toContainEqual({
        name: 'noticed',
        payload: { message: saying('disk') },
      });
      const kept = Object.values(library.contents());
      expect(kept.filter(({ text }) => text.startsWith('Report')).length).toBeGreaterThanOrEqual(20);

      leaveRoom(file, plenty);
      await library.import();
      expect(Object.keys(library.contents())).toHaveLength(320);
      expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
      await library.close();
      expect(library.indexed()).toHaveLength(320);
    },
  );

  it.each([
    ['text.sqlite', 20],
    ['library.sqlite', 1],
    ['index.sqlite', 10],
  ])(
    'a library that was closed with no room in %s is whole when it is opened with room',
    async (file, pages) => {
      writeArticles(20, 320);
      leaveRoom(file, pages);
      await expect(library.import()).rejects.toMatchObject({ failure: { code: 'disk-full' } });
      await library.close();
      limits.clear();
      await library.open();
      await library.writer.importFinished({});
      expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
      await library.import();
      expect(Object.keys(library.contents())).toHaveLength(320);
    },
  );

  it('an act on tags is not done at all, and can be done again', async () => {
    await library.tag('1.txt', 'kept');
    leaveRoom('library.sqlite', 0);
    const names = Array.from({ length: 400 }, (_, nth) => `tag number ${nth} ${'x'.repeat(150)}`);
    const act = { ids: Uint32Array.from(library.ids()), add: names, remove: ['kept'] };
    await expect(library.writer.setTags(act)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(Object.values(library.contents()).flatMap(({ tags }) => tags)).toEqual(['kept']);
    expect(await library.writer.undoState({})).toEqual({ undo: 'Add “kept”', redo: null });

    leaveRoom('library.sqlite', plenty);
    expect(await library.writer.setTags(act)).toMatchObject({ changed: 20 });
  });

  it('a note is not written at all, and can be written again', async () => {
    leaveRoom('library.sqlite', 0);
    const note = { article: library.ids()[0] ?? articleId(0), text: 'x'.repeat(100_000) };
    await expect(library.writer.addNote(note)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(Object.values(library.contents()).flatMap(({ notes }) => notes)).toEqual([]);

    leaveRoom('library.sqlite', plenty);
    await library.writer.addNote(note);
    expect(Object.values(library.contents()).flatMap(({ notes }) => notes)).toEqual([note.text]);
  });

  it('an index that finds no room to be built anew is built when there is room', async () => {
    await library.close();
    deleteDatabaseFiles(libraryPaths(library.dir).index);
    limits.set('index.sqlite', 15);
    await library.open();
    await library.writer.importFinished({}).catch(() => undefined);
    expect(library.events).toContainEqual({
      name: 'noticed',
      payload: { message: saying(/could not be brought up to date: The disk that holds .* is full/) },
    });
    await library.close();

    limits.clear();
    await library.open();
    await library.writer.importFinished({});
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  it('an index that can not even be begun is said to lack room, and is begun when there is room', async () => {
    await library.close();
    deleteDatabaseFiles(libraryPaths(library.dir).index);
    limits.set('index.sqlite', 2);
    await expect(library.open()).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    // What the first try left is no reason to throw anything away.
    await expect(library.open()).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    limits.clear();
    await library.open();
    await library.writer.importFinished({});
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  it('segments stay unmerged until there is room, and everything is still found', async () => {
    for (let nth = 20; nth < 29; nth += 1) {
      if (nth === 26) leaveRoom('index.sqlite', 60);
      writeArticles(nth, nth + 1);
      await library.import().catch(() => undefined);
    }
    leaveRoom('index.sqlite', plenty);
    await library.import();
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    await library.close();
    expect(library.indexed()).toHaveLength(29);
  });
});

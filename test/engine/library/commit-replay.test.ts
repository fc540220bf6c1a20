import { word } from '../../../electron/words/word.ts';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportProgress } from '../../../electron/contract/archive-api.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

/** Has the next commit stop after a step, as a crash would, and opens the library again. */
async function failAfter(step: 'text' | 'library', act: () => Promise<unknown>): Promise<void> {
  await library.close();
  await library.open({
    onStep: (done) => {
      if (done === step) throw new Error('the power went out');
    },
  });
  await expect(act()).rejects.toThrow('the power went out');
  await library.close();
  await library.open();
  await library.writer.importFinished({});
}

/** The index is brought up to date after the opening, so that it has to be waited for. */
async function settle(): Promise<void> {
  await library.writer.check({ repair: false });
}

for (const step of ['text', 'library'] as const) {
  test(`a crash after the ${step} was written loses nothing that was written`, async () => {
    library.write('one.txt', 'First story');
    library.write('two.txt', 'Second story');
    library.write('empty.txt', '');
    await failAfter(step, () => library.import());
    await settle();
    expect(Object.values(library.contents()).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['First story', 'Second story']),
    );
    expect(library.failures()).toEqual({ 'empty.txt': 'empty' });
    expect(library.indexed()).toEqual(library.ids());
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    expect(await library.import()).toMatchObject({ added: 0, unchanged: 2, failed: 1 });
  });

  test(`a crash after the ${step} was written does not undo a removal`, async () => {
    library.write('one.txt', 'First story');
    library.write('two.txt', 'Second story');
    await library.open();
    await library.import();
    const [removed = 0, kept = 0] = library.ids();
    await failAfter(step, () => library.writer.removeArticles({ ids: Uint32Array.of(removed) }));
    await settle();
    expect(library.ids()).toEqual([kept]);
    expect(library.indexed()).toEqual([kept]);
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  test(`a crash after the ${step} was written copies the tags of a split article once`, async () => {
    library.write('one.txt', 'First story');
    library.write('copy.txt', 'First story');
    await library.open();
    await library.import();
    await library.tag('one.txt', 'Politics');
    await library.writer.addNote({ article: library.idAt('one.txt'), text: 'call her' });
    library.write('copy.txt', 'Another story');
    await failAfter(step, () => library.import());
    await library.import();
    expect(Object.values(library.contents())).toEqual([
      { paths: ['one.txt'], text: 'First story', tags: ['Politics'], notes: ['call her'], missing: false },
      { paths: ['copy.txt'], text: 'Another story', tags: ['Politics'], notes: ['call her'], missing: false },
    ]);
  });
}

test('an article id is never used again, even after the newest article was removed', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.writer.removeArticles({ ids: Uint32Array.from(library.ids()) });
  library.remove('one.txt');
  library.write('two.txt', 'Second story');
  await library.import();
  expect(library.ids()).toEqual([2]);
});

test('a lost index is built anew from the texts, and the person is told', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.close();
  rmSync(libraryPaths(library.dir).index);
  await library.open();
  await settle();
  expect(library.indexed()).toEqual(library.ids());
  expect(await library.writer.writerStatus({})).toMatchObject({
    notices: ['The search index was missing and is built anew.'],
  });
});

test('a damaged index is built anew from the texts', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.close();
  library.overwrite('index');
  await library.open();
  await settle();
  expect(library.indexed()).toEqual(library.ids());
  const { notices } = await library.writer.writerStatus({});
  expect(notices.map(word).join()).toMatch(/^The search index could not be used .* and is built anew\.$/);
});

test('lost texts are read from their sources again, and tags stay', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.tag('one.txt', 'Politics');
  const before = library.contents();
  await library.close();
  rmSync(libraryPaths(library.dir).text);
  await library.open();
  await settle();
  await library.writer.importFinished({});
  expect(library.contents()).toEqual(before);
  expect(library.indexed()).toEqual(library.ids());
});

test('lost texts are read again at the next opening when the library was closed before', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  const before = library.contents();
  await library.close();
  rmSync(libraryPaths(library.dir).text);
  library.nowMs += 60_000;
  await library.open();
  await library.close();
  expect(library.contents()).not.toEqual(before);
  await library.open();
  await library.writer.importFinished({});
  expect(library.contents()).toEqual(before);
});

test('a damaged text database is put aside and read from the sources again', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  const before = library.contents();
  await library.close();
  library.overwrite('text');
  await library.open();
  await settle();
  await library.writer.importFinished({});
  expect(library.contents()).toEqual(before);
});

test('an import that begins while the index is built anew ends with everything indexed', async () => {
  for (let number = 0; number < 100; number += 1) library.write(`${number}.txt`, `Story number ${number}`);
  await library.open();
  await library.import();
  await library.close();
  rmSync(libraryPaths(library.dir).index);
  await library.open();
  library.write('later.txt', 'A later story');
  expect(await library.import()).toMatchObject({ seen: 101, added: 1, unchanged: 100 });
  expect(library.indexed()).toEqual(library.ids());
  const states = library.events.flatMap(({ name, payload }) =>
    name === 'importProgressed' ? [(payload as ImportProgress).state] : [],
  );
  expect(states.slice(3)).toEqual(['rebuilding', 'idle', 'scanning', 'importing', 'idle']);
});

test('a library that is closed while its index is built anew goes on at the next opening', async () => {
  for (let number = 0; number < 100; number += 1) library.write(`${number}.txt`, `Story number ${number}`);
  await library.open();
  await library.import();
  await library.close();
  rmSync(libraryPaths(library.dir).index);
  await library.open();
  await library.close();
  expect(library.indexed()).toEqual([]);
  await library.open();
  await settle();
  expect(library.indexed()).toEqual(library.ids());
});

test('at rest, the texts keep neither the journal of commits that all databases hold nor free pages', async () => {
  const texts = (): Readonly<{ journal: number; freePages: number }> | undefined => {
    const db = openDatabase(libraryPaths(library.dir).text, { readOnly: true });
    const sql = `SELECT (SELECT count(*) FROM journal) AS journal,
      (SELECT freelist_count FROM pragma_freelist_count()) AS freePages`;
    const kept = db.prepare<{ journal: number; freePages: number }>(sql).get();
    db.close();
    return kept;
  };
  for (let number = 0; number < 200; number += 1)
    library.write(`${String(number)}.txt`, `Story ${String(number)}`);
  await library.open();
  await library.import();
  await expect.poll(texts).toEqual({ journal: 0, freePages: 0 });
  library.write('one.txt', 'One more story');
  await failAfter('text', () => library.import());
  await settle();
  expect(library.ids()).toHaveLength(201);
  await expect.poll(texts).toEqual({ journal: 0, freePages: 0 });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

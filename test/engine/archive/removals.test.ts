import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maxUndoableRemoval } from '../../../electron/contract/removing.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

const remove = (...names: string[]) =>
  library.writer.removeArticles({ ids: Uint32Array.from(names, (name) => library.idAt(name)) });

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

const isSound = async (): Promise<void> =>
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });

/** Three articles, of which the first has all that people can give one, and the second lies at two places, both missing. */
async function writeThree(): Promise<void> {
  library.write('one.txt', 'The ferry sank off Quay Street at dawn');
  library.write('two.txt', 'Masons have mended the pier at last');
  library.write('copies/two.txt', 'Masons have mended the pier at last');
  library.write('three.txt', 'The council met on the matter for three hours');
  await library.import();
  await library.tag('one.txt', 'Water');
  const one = library.idAt('one.txt');
  await library.writer.addNote({ article: one, text: 'Ask the harbour master.' });
  await library.writer.addNote({ article: one, text: 'Twice.' });
  await library.writer.correct({ ids: Uint32Array.of(one), fields: { place: 'Port Ellen' } });
  rmSync(library.path('two.txt'));
  rmSync(library.path('copies/two.txt'));
  await library.import();
}

const corrected = () =>
  library.read((_reader, _texts, db) =>
    db.prepare('SELECT article, field, value, was FROM corrections').all(),
  );

test('what was removed last is given back as it was: text, places, tags, notes and corrections', async () => {
  await writeThree();
  const before = library.contents();
  const ids = library.indexed().sort();
  expect(Object.values(before).map(({ missing }) => missing)).toContain(true);
  const correctedBefore = corrected();
  const [one, two] = [library.idAt('one.txt'), library.idAt('two.txt')];
  expect(await library.writer.removeArticles({ ids: Uint32Array.of(one, two, one) })).toEqual({
    removed: 2,
    canUndo: true,
  });
  expect(library.indexed()).toEqual([library.idAt('three.txt')]);

  expect(await library.writer.undoRemoval({})).toEqual({ givenBack: 2 });
  expect(library.contents()).toEqual(before);
  expect(library.indexed().sort()).toEqual(ids);
  expect([corrected(), correctedBefore.length]).toEqual([correctedBefore, 1]);
  await isSound();
  expect(await library.writer.undoRemoval({})).toEqual({ givenBack: 0 });

  await library.import();
  await library.close();
  await library.open();
  expect(library.contents()).toEqual(before);
  await isSound();
});

test('what was read again out of a file meanwhile gives way, and its tags and notes are kept', async () => {
  await writeThree();
  const before = library.contents();
  await remove('one.txt', 'three.txt');
  library.write('three.txt', 'The council met again');
  await library.import();
  const anew = library.idAt('one.txt');
  expect(before[anew]).toBeUndefined();
  await library.tag('one.txt', 'Later');
  await library.writer.undoRemoval({});
  await library.import();
  const [one, three] = [library.idAt('one.txt'), library.idAt('three.txt')];
  expect(library.contents()).toEqual({
    ...before,
    [one]: { ...before[one], tags: ['Later', 'Water'] },
    [three]: { ...before[three], text: 'The council met again' },
  });
  await isSound();
});

test('a tag that was deleted since stays so', async () => {
  await writeThree();
  await remove('one.txt');
  const [tag] = library.read((reader) => reader.tags());
  if (tag === undefined) throw new Error('the tag is gone');
  await library.writer.deleteTag({ tag: tag.id });
  await library.writer.undoRemoval({});
  expect(library.contents()[library.idAt('one.txt')]).toMatchObject({ tags: [] });
  await isSound();
});

test.each(['text', 'library'] as const)(
  'a crash after the step that writes to %s leaves the undoing done at the next opening',
  async (last) => {
    await writeThree();
    await library.close();
    let isCrashing = false;
    await library.open({
      onStep: (step) => {
        if (isCrashing && step === last) throw new Error('the power went out');
      },
    });
    const before = library.contents();
    await remove('one.txt', 'two.txt');
    isCrashing = true;
    await expect(library.writer.undoRemoval({})).rejects.toThrow('the power went out');
    await library.close();
    await library.open();
    await library.writer.importFinished({});
    expect(library.contents()).toEqual(before);
    await isSound();
  },
);

test('only the last removal is given back, none after a source was removed or the library closed, and none of too many', async () => {
  await writeThree();
  await remove('one.txt');
  await remove('three.txt');
  expect(await library.writer.undoRemoval({})).toEqual({ givenBack: 1 });
  expect(await library.writer.undoRemoval({})).toEqual({ givenBack: 0 });

  const tooMany = Uint32Array.from({ length: maxUndoableRemoval + 1 }, (_, at) => at + 1);
  expect(await library.writer.removeArticles({ ids: tooMany })).toEqual({ removed: 2, canUndo: false });
  expect(await library.writer.undoRemoval({})).toEqual({ givenBack: 0 });
});

import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

const untouched = { tags: [], notes: [], missing: false };

test('every file of a folder and its subfolders becomes an article', async () => {
  library.write('one.txt', 'First story');
  library.write('2021/07/two.TXT', 'Second story');
  library.write('picture.png', 'not for us');
  const { seen, done, added } = await library.import();
  expect({ seen, done, added }).toEqual({ seen: 2, done: 2, added: 2 });
  expect(Object.values(library.contents())).toEqual(
    expect.arrayContaining([
      { ...untouched, paths: ['one.txt'], text: 'First story' },
      { ...untouched, paths: ['2021/07/two.TXT'], text: 'Second story' },
    ]),
  );
  expect(library.indexed()).toEqual(library.ids());
});

test('an edited file stays the same article and keeps its tags and notes', async () => {
  library.write('one.txt', 'First story');
  await library.import();
  await library.tag('one.txt', 'Politics');
  const [id = library.idAt('one.txt')] = library.ids();
  await library.writer.addNote({ article: id, text: 'call her' });
  library.write('one.txt', 'First story, corrected');
  expect(await library.import()).toMatchObject({ added: 0, updated: 1, missing: 0 });
  expect(library.contents()).toEqual({
    [id]: {
      paths: ['one.txt'],
      text: 'First story, corrected',
      tags: ['Politics'],
      notes: ['call her'],
      missing: false,
    },
  });
});

test('a moved file stays the same article, at its new place only', async () => {
  library.write('old/one.txt', 'First story');
  await library.import();
  await library.tag('old/one.txt', 'Politics');
  const before = library.ids();
  library.write('new/moved.txt', 'First story');
  library.remove('old');
  expect(await library.import()).toMatchObject({ added: 0, missing: 0, duplicates: 0 });
  expect(library.contents()).toEqual({
    [before[0] ?? 0]: {
      ...untouched,
      paths: ['new/moved.txt'],
      text: 'First story',
      tags: ['Politics'],
    },
  });
});

test('a copy is one more place of the same article', async () => {
  library.write('one.txt', 'First story');
  library.write('copy.txt', 'First story');
  expect(await library.import()).toMatchObject({ seen: 2, added: 1, duplicates: 1 });
  library.write('later/copy.txt', 'First story');
  expect(await library.import()).toMatchObject({ seen: 3, added: 0, duplicates: 1, unchanged: 2 });
  expect(Object.values(library.contents())).toEqual([
    { ...untouched, paths: ['copy.txt', 'later/copy.txt', 'one.txt'], text: 'First story' },
  ]);
});

test('editing one of several places splits it off and copies tags and notes', async () => {
  library.write('one.txt', 'First story');
  library.write('copy.txt', 'First story');
  await library.import();
  await library.tag('one.txt', 'Politics', 'Spain');
  const kept = library.idAt('one.txt');
  await library.writer.addNote({ article: kept, text: 'call her' });
  library.write('copy.txt', 'Another story');
  expect(await library.import()).toMatchObject({ added: 0, updated: 1 });
  const people = { tags: ['Politics', 'Spain'], notes: ['call her'], missing: false };
  expect(library.contents()).toEqual({
    [kept]: { ...people, paths: ['one.txt'], text: 'First story' },
    [library.idAt('copy.txt')]: { ...people, paths: ['copy.txt'], text: 'Another story' },
  });
});

test('two copies edited in one scan leave no article behind that no file holds', async () => {
  library.write('one.txt', 'First story');
  library.write('copy.txt', 'First story');
  await library.import();
  library.write('one.txt', 'Story A');
  library.write('copy.txt', 'Story B');
  await library.import();
  expect(
    Object.values(library.contents())
      .map(({ paths, text }) => `${paths.join()}: ${text}`)
      .sort(),
  ).toEqual(['copy.txt: Story B', 'one.txt: Story A']);
});

test('a vanished file leaves its article readable, searchable and marked as missing', async () => {
  library.write('one.txt', 'First story');
  library.write('two.txt', 'Second story');
  await library.import();
  await library.tag('one.txt', 'Politics');
  const id = library.idAt('one.txt');
  library.remove('one.txt');
  expect(await library.import()).toMatchObject({ missing: 1, unchanged: 1 });
  expect(library.contents()[id]).toEqual({
    paths: ['(one.txt)'],
    text: 'First story',
    tags: ['Politics'],
    notes: [],
    missing: true,
  });
  expect(library.indexed()).toContain(id);
});

test('a file that comes back is not missing any more', async () => {
  const path = library.write('one.txt', 'First story');
  await library.import();
  const id = library.idAt('one.txt');
  renameSync(path, `${path}.aside`);
  await library.import();
  renameSync(`${path}.aside`, path);
  expect(await library.import()).toMatchObject({ added: 0, unchanged: 1, missing: 0 });
  expect(library.contents()).toEqual({ [id]: { ...untouched, paths: ['one.txt'], text: 'First story' } });
});

test('a file that was missing and is found elsewhere is the same article', async () => {
  library.write('one.txt', 'First story');
  await library.import();
  const id = library.idAt('one.txt');
  library.remove('one.txt');
  await library.import();
  library.write('elsewhere.txt', 'First story');
  await library.import();
  expect(library.contents()).toEqual({
    [id]: { ...untouched, paths: ['elsewhere.txt'], text: 'First story' },
  });
});

test('an article is not missing while one of its files is there', async () => {
  library.write('one.txt', 'First story');
  library.write('copy.txt', 'First story');
  await library.import();
  library.remove('copy.txt');
  expect(await library.import()).toMatchObject({ missing: 0 });
  expect(Object.values(library.contents())).toEqual([
    { ...untouched, paths: ['one.txt', '(copy.txt)'], text: 'First story' },
  ]);
});

test('a source that is away has nothing missing, and says that it is away', async () => {
  library.write('one.txt', 'First story');
  await library.import();
  renameSync(library.folder, `${library.folder}-unmounted`);
  await library.writer.rescan({ sources: [] });
  expect(await library.writer.importFinished({})).toMatchObject({ missing: 0 });
  expect(library.read((reader) => reader.sources())).toMatchObject([{ away: true, articles: 1, missing: 0 }]);
  renameSync(`${library.folder}-unmounted`, library.folder);
  await library.import();
  expect(library.read((reader) => reader.sources())).toMatchObject([{ away: false, missing: 0 }]);
});

test('an article is shown where it can be reached, when one of its sources is away', async () => {
  library.write('one.txt', 'First story');
  await library.import();
  const id = library.idAt('one.txt');
  const renamed = `${library.folder}-renamed`;
  renameSync(library.folder, renamed);
  await library.writer.rescan({ sources: [] });
  await library.writer.importFinished({});
  await library.writer.addSources({ paths: [renamed] });
  await library.writer.importFinished({});
  const path = `${renamed}/one.txt`;
  expect(library.read((reader) => [reader.cards([id]).get(id)?.path, reader.locations(id)[0]?.path])).toEqual(
    [path, path],
  );
});

test('a file whose times alone have changed is unchanged', async () => {
  library.write('one.txt', 'First story');
  await library.import();
  library.write('one.txt', 'First story');
  expect(await library.import()).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
});

test('a folder inside a source is scanned again and not added twice', async () => {
  library.write('one.txt', 'First story');
  library.write('inner/two.txt', 'Second story');
  await library.import();
  library.write('inner/three.txt', 'Third story');
  library.remove('one.txt');
  expect(await library.import([library.path('inner')])).toMatchObject({ seen: 2, added: 1, missing: 0 });
  expect(library.read((reader) => reader.sources())).toMatchObject([{ path: library.folder, articles: 3 }]);
});

test('a folder around a source takes in the rest, and keeps everything when the inner source is removed', async () => {
  library.write('one.txt', 'First story');
  library.write('inner/two.txt', 'Second story');
  await library.import([library.path('inner')]);
  await library.import();
  const sources = library.read((reader) => reader.sources());
  expect(sources.map(({ path, articles }) => [path, articles])).toEqual([
    [library.folder, 1],
    [library.path('inner'), 1],
  ]);
  const inner = sources[1];
  if (inner === undefined) throw new Error('the inner source is not there');
  expect(await library.writer.sourceRemovalImpact({ source: inner.id })).toEqual({
    articles: 0,
    tagged: 0,
    noted: 0,
  });
  expect(await library.writer.removeSource({ source: inner.id })).toEqual({ removed: 0 });
  expect(library.read((reader) => reader.sources())).toMatchObject([{ path: library.folder, articles: 2 }]);
});

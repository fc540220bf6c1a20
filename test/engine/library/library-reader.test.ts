import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId, noteId } from '../../../electron/contract/ids.ts';
import { LibraryReader } from '../../../electron/engine/library/library-reader.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  library.write('a/one.txt', 'First story');
  library.write('a/copy.txt', 'First story');
  library.write('b/two_x.txt', 'Second story');
  await library.open();
  await library.import([library.path('a'), library.path('b')]);
});

afterEach(() => library.dispose());

test('a card shows a path, the tags in order, how many notes, and what the file was', async () => {
  await library.tag('b/two_x.txt', 'Zebra', 'apple');
  const id = library.idAt('b/two_x.txt');
  await library.writer.addNote({ article: id, text: 'call her' });
  expect(library.read((reader) => reader.cards([id, articleId(77)]))).toEqual(
    new Map([
      [
        id,
        {
          path: library.path('b/two_x.txt'),
          tags: ['apple', 'Zebra'],
          notes: 1,
          highlights: 0,
          states: [],
          missing: false,
          sha256: 'c74c617e6fefd0c547dc845153e1a5c3e7d727cedac407f7ff264c40c1b46779',
          encoding: 'utf-8',
        },
      ],
    ]),
  );
});

test('articles are found by a part of their path, in any case, and signs stand for themselves', () => {
  const two = library.idAt('b/two_x.txt');
  const found = (text: string): number[] =>
    library.read((reader) => [...reader.articleIdsAtPath({ kind: 'text', name: text })]);
  expect(found('TWO_X')).toEqual([two]);
  expect(found('two%')).toEqual([]);
  expect(found('/a/')).toEqual([library.idAt('a/one.txt')]);
  expect(found('articles')).toEqual(library.ids());
});

test('counts agree with the lists', async () => {
  await library.tag('a/one.txt', 'Politics');
  library.read((reader) => {
    const [a, b] = reader.sources();
    expect([...reader.articleIdsTagged('politics')]).toEqual([library.idAt('a/one.txt')]);
    expect(reader.tags()).toMatchObject([{ name: 'Politics', articles: 1 }]);
    expect(reader.counts()).toEqual({ articles: 2, missing: 0, sources: 2, failed: 0, tags: 1, notes: 0 });
    expect([a?.articles, b?.articles]).toEqual([1, 1]);
  });
});

test('articles that have vanished are counted with their source', async () => {
  library.remove('b/two_x.txt');
  await library.import([library.path('b')]);
  library.read((reader) => {
    expect(reader.sources().map(({ articles, missing }) => [articles, missing])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(reader.counts()).toMatchObject({ articles: 2, missing: 1 });
  });
});

test('the revision changes with a commit of the writer, and only then', async () => {
  const db = openDatabase(libraryPaths(library.dir).library, { readOnly: true });
  const reader = new LibraryReader(db);
  const before = reader.revision();
  expect(reader.revision()).toBe(before);
  await library.tag('a/one.txt', 'Politics');
  expect(reader.revision()).not.toBe(before);
  db.close();
});

test('notes are added, edited and deleted', async () => {
  const article = library.idAt('a/one.txt');
  const note = await library.writer.addNote({ article, text: 'call her' });
  library.nowMs += 1000;
  const edited = await library.writer.editNote({ note: note.id, text: 'she called' });
  expect(edited).toEqual({ ...note, text: 'she called', changedAtMs: note.createdAtMs + 1000 });
  expect(library.read((reader) => reader.notes(article))).toEqual([edited]);
  await library.writer.deleteNote({ note: note.id });
  expect(library.read((reader) => reader.notes(article))).toEqual([]);
  await expect(library.writer.editNote({ note: noteId(77), text: 'x' })).rejects.toMatchObject({
    failure: { code: 'not-found' },
  });
  await expect(library.writer.addNote({ article: articleId(77), text: 'x' })).rejects.toMatchObject({
    failure: { code: 'article-missing', id: 77 },
  });
});

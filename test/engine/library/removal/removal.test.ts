import { saying } from '../../../support/saying.ts';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { articleId } from '../../../../electron/contract/ids.ts';
import { TextReader } from '../../../../electron/engine/library/texts/text-reader.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

/** Files of the library that hold a word, stored texts decoded. */
function filesHolding(word: string): string[] {
  const holding = readdirSync(library.dir).filter((file) =>
    readFileSync(join(library.dir, file)).includes(word),
  );
  const db = openDatabase(libraryPaths(library.dir).text, { readOnly: true });
  const stored = db.prepare<{ article: number }>('SELECT article FROM stored').all();
  const texts = new TextReader(db).read(stored.map(({ article }) => articleId(article)));
  db.close();
  const isStored = [...texts.values()].some(({ text }) => text.includes(word));
  return isStored ? [...holding, 'a text of text.sqlite'] : holding;
}

test('a removed article is nowhere in the files of the library, and its neighbours are whole', async () => {
  library.write('one.txt', 'The story of Xylophonia and nothing else');
  library.write('two.txt', 'Second story');
  await library.import();
  await library.tag('one.txt', 'Politics');
  const gone = library.idAt('one.txt');
  const kept = library.idAt('two.txt');
  await library.writer.addNote({ article: gone, text: 'Quetzalnote' });
  expect(filesHolding('Xylophonia')).toContain('a text of text.sqlite');
  expect(filesHolding('Quetzalnote')).not.toEqual([]);

  expect(await library.writer.removeArticles({ ids: Uint32Array.of(gone, gone, 77) })).toEqual({
    removed: 1,
    canUndo: true,
  });
  expect(library.contents()).toEqual({
    [kept]: { paths: ['two.txt'], text: 'Second story', tags: [], notes: [], missing: false },
  });
  expect(library.indexed()).toEqual([kept]);
  for (const word of ['Xylophonia', 'xylophonia', 'Quetzalnote', 'one.txt'])
    expect(filesHolding(word)).toEqual([]);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

test('the text that an edit has replaced is not kept', async () => {
  library.write('one.txt', 'The story of Xylophonia and nothing else');
  library.write('two.txt', 'Second story');
  await library.import();
  library.write('one.txt', 'The story of Ruritania and nothing else');
  await library.import();
  await library.close();
  expect(filesHolding('Xylophonia')).toEqual([]);
  await library.open();
  const texts = Object.values(library.contents()).map(({ text }) => text);
  expect(texts.sort()).toEqual(['Second story', 'The story of Ruritania and nothing else']);
});

test('removing a source keeps the articles that another source holds', async () => {
  library.write('a/one.txt', 'First story');
  library.write('a/shared.txt', 'Shared story');
  library.write('b/shared.txt', 'Shared story');
  await library.import([library.path('a'), library.path('b')]);
  await library.tag('a/one.txt', 'Politics');
  await library.writer.addNote({ article: library.idAt('a/one.txt'), text: 'call her' });
  const source = library.read((reader) => reader.sources()).find(({ path }) => path === library.path('a'));
  if (source === undefined) throw new Error('the source is not there');
  expect(await library.writer.sourceRemovalImpact({ source: source.id })).toEqual({
    articles: 1,
    tagged: 1,
    noted: 1,
  });
  expect(await library.writer.removeSource({ source: source.id })).toEqual({ removed: 1 });
  expect(Object.values(library.contents())).toEqual([
    { paths: ['b/shared.txt'], text: 'Shared story', tags: [], notes: [], missing: false },
  ]);
  await expect(library.writer.removeSource({ source: source.id })).rejects.toMatchObject({
    failure: { code: 'not-found' },
  });
});

test('files that still hold what was removed are named, and none is deleted', async () => {
  library.write('one.txt', 'The story of Xylophonia and nothing else');
  await library.import();
  const { text } = libraryPaths(library.dir);
  await library.close();
  const aside = `${text}.damaged-1234`;
  copyFileSync(text, aside);
  const before = readFileSync(aside);
  await library.open();
  library.events.length = 0;
  await library.writer.removeArticles({ ids: Uint32Array.of(1) });
  const said = library.events.filter(({ name }) => name === 'noticed').map(({ payload }) => payload);
  expect(said).toContainEqual({
    message: saying(`files that were put aside: ${aside}.`),
  });
  expect(readFileSync(aside).equals(before)).toBe(true);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openLunrIndex } from '../../../electron/engine/library/opening/open-lunr-index.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  library.write('one.txt', 'First story');
  library.write('two.txt', 'Second story');
  await library.open();
  await library.import();
  await library.close();
});

afterEach(() => library.dispose());

function damage(name: 'library' | 'text', sql: string): void {
  const db = openDatabase(libraryPaths(library.dir)[name], { readOnly: false });
  db.exec(sql);
  db.close();
}

test('damaged texts are named, and repair reads their articles again', async () => {
  damage('text', `UPDATE texts SET record = x'00112233'`);
  await library.open();
  expect(await library.writer.check({ repair: true })).toEqual({
    ok: false,
    problems: [
      'text.sqlite: the text of article 1 is damaged (its checksum differs)',
      'text.sqlite: the text of article 2 is damaged (its checksum differs)',
      'text.sqlite: 2 articles have no readable text',
    ],
  });
  await library.writer.importFinished({});
  expect(
    Object.values(library.contents())
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['First story', 'Second story']);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

test('a damaged copy of a list of words is named, and repair copies the other one', async () => {
  const stories = Array.from({ length: 150 }, (_, nth) => `Story ${String(nth)} of the harbour and its wall`);
  for (const [nth, story] of stories.entries()) library.write(`more/${String(nth)}.txt`, story);
  await library.open();
  await library.import();
  await library.close();
  damage('text', `UPDATE word_list_copies SET bytes = x'00112233' WHERE copy = 1`);
  await library.open();
  expect(await library.writer.check({ repair: true })).toEqual({
    ok: false,
    problems: ['text.sqlite: a copy of list of words 1 is damaged (its checksum differs)'],
  });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  const texts = Object.values(library.contents()).map(({ text }) => text);
  expect(texts.sort()).toEqual(['First story', 'Second story', ...stories].sort());
});

test('an article that the index lacks is reported, and repair builds the index anew', async () => {
  const { index, close } = openLunrIndex(libraryPaths(library.dir).index);
  index.remove(articleId(1));
  index.commit(index.change);
  close();
  await library.open();
  expect(await library.writer.check({ repair: true })).toEqual({
    ok: false,
    problems: ["index.sqlite: 1 articles can't be found by searching"],
  });
  expect(library.events).toContainEqual({ name: 'indexReplaced', payload: {} });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  expect(library.indexed()).toEqual([1, 2]);
});

test('a page of members that is gone is named, and repair makes it anew from the rows', async () => {
  await library.open();
  await library.tag('one.txt', 'kept');
  await library.close();
  damage('library', 'DELETE FROM source_pages; DELETE FROM tag_pages');
  await library.open();
  const problems = [
    'library.sqlite: 1 pages of articles by source differ from the rows they are made of',
    'library.sqlite: 1 pages of articles by tag differ from the rows they are made of',
  ];
  expect(await library.writer.check({ repair: false })).toEqual({ ok: false, problems });
  expect(await library.writer.check({ repair: true })).toEqual({ ok: false, problems });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

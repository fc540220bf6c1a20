import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryPaths } from '../../../electron/engine/library/library-paths.ts';
import { openLunrIndex } from '../../../electron/engine/library/open-lunr-index.ts';
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

function damageText(sql: string): void {
  const text = openDatabase(libraryPaths(library.dir).text, { readOnly: false });
  text.exec(sql);
  text.close();
}

test('a damaged block of text is named, and repair reads its articles again', async () => {
  damageText(`UPDATE blocks SET bytes = x'00112233'`);
  await library.open();
  expect(await library.writer.check({ repair: true })).toEqual({
    ok: false,
    problems: [
      'text.sqlite: block 1 is damaged (its checksum differs)',
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

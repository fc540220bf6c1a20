import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId } from '../../../electron/contract/ids.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;
beforeEach(() => {
  library = new TemporaryLibrary();
});
afterEach(() => library.dispose());

/** The path that lists show of the only article. */
function shown(): string {
  return library.read(
    (reader) =>
      reader
        .cards([...reader.articleIds()].map(articleId))
        .values()
        .next().value?.path ?? '',
  );
}

test.each(['aaa', 'zzz'])(
  'a folder that was renamed to %s and imported is shown where it is now',
  async (name) => {
    library.write('a.txt', 'The council met on the matter for three hours');
    await library.open();
    await library.import();
    const moved = join(library.root, name);
    renameSync(library.folder, moved);
    await library.import([moved]);
    expect(shown()).toBe(join(moved, 'a.txt'));
    expect(library.ids()).toHaveLength(1);
  },
);

test('sources are looked at when the library is opened, and read again when they have come back', async () => {
  library.write('a.txt', 'The council met on the matter for three hours');
  await library.open();
  await library.import();
  const elsewhere = join(library.root, 'elsewhere');
  renameSync(library.folder, elsewhere);
  await library.close();
  await library.open();
  const away = (): boolean[] => library.read((reader) => reader.sources().map((source) => source.away));
  await library.writer.importFinished({});
  expect(away()).toEqual([true]);
  renameSync(elsewhere, library.folder);
  library.write('b.txt', 'Another council met on another matter');
  await library.close();
  await library.open();
  await library.writer.importFinished({});
  expect([away(), library.ids().length]).toEqual([[false], 2]);
});

test('a folder that is empty where one was is no reason to call its articles missing before it is read', async () => {
  library.write('a.txt', 'The council met on the matter for three hours');
  await library.open();
  await library.import();
  renameSync(library.folder, join(library.root, 'elsewhere'));
  mkdirSync(library.folder);
  await library.close();
  await library.open();
  await library.writer.importFinished({});
  expect(library.read((reader) => [...reader.missingIds()])).toEqual([]);
});

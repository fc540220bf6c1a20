import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenIndex } from '../../../electron/engine/library/commits/article-index.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openLunrIndex } from '../../../electron/engine/library/opening/open-lunr-index.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

function indexHolds(): Readonly<{ segments: number; deleted: number; freePages: number }> | undefined {
  const db = openDatabase(libraryPaths(library.dir).index, { readOnly: true });
  const sql = `SELECT count(*) AS segments, sum(deleted) AS deleted,
    (SELECT freelist_count FROM pragma_freelist_count()) AS freePages FROM segments`;
  const held = db.prepare<{ segments: number; deleted: number; freePages: number }>(sql).get();
  db.close();
  return held;
}

test('optimizing leaves one segment with every article and nothing that was deleted', async () => {
  for (const name of ['one', 'two', 'three', 'four']) {
    library.write(`${name}.txt`, `The story of ${name}`);
    await library.import();
  }
  library.write('two.txt', 'Another story altogether');
  await library.import();
  await library.writer.optimize({});
  expect(indexHolds()).toEqual({ segments: 1, deleted: 0, freePages: 0 });
  expect(library.indexed()).toEqual(library.ids());
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

/** As when there is no time for it: nothing is merged. */
function openWithoutRest(path: string, libraryId: number): OpenIndex {
  const opened = openLunrIndex(path, libraryId);
  vi.spyOn(opened.index, 'restStep').mockReturnValue(false);
  return opened;
}

test('segments that were left unmerged when the library was closed are merged once it is open again', async () => {
  await library.close();
  await library.open({ openIndex: openWithoutRest });
  for (const name of ['one', 'two', 'three', 'four', 'five']) {
    library.write(`${name}.txt`, `The story of ${name}`);
    await library.import();
  }
  expect(indexHolds()?.segments).toBe(5);
  await library.close();
  await library.open();
  await expect.poll(() => indexHolds()?.segments).toBe(3);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

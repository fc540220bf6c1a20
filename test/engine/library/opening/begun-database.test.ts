import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

const suffixes = ['', '-wal', '-shm', '-journal'];
/** What making a database does before it holds a table; a process may be killed after each of them. */
const steps = [
  'SELECT 1',
  'PRAGMA journal_mode = DELETE',
  'PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL',
  'VACUUM',
  'PRAGMA journal_mode = WAL',
];

let folder: string;
let library: TemporaryLibrary;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-begun-'));
  library = new TemporaryLibrary();
  library.write('ferry.txt', 'Ferry repainted\n\nThe ferry is green now.\n');
  await library.open();
  await library.import();
  await library.close();
});

afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true });
});

/** Puts a database in the place of one of the library's that looks as it did after so many steps of making it. */
function begin(path: string, done: number): void {
  const begun = join(folder, 'begun.sqlite');
  const db = openDatabase(begun, { readOnly: false });
  for (const step of steps.slice(0, done)) db.exec(step);
  for (const suffix of suffixes) {
    rmSync(path + suffix, { force: true });
    if (existsSync(begun + suffix)) copyFileSync(begun + suffix, path + suffix);
  }
  db.close();
}

const cases = steps.flatMap((_, nth) =>
  (['index', 'text'] as const).map((file) => ({ file, done: nth + 1, after: steps[nth] ?? '' })),
);

describe('a process that was killed while it made a file', () => {
  it.each(cases)('leaves one that is made again: $file after $after', async ({ file, done }) => {
    begin(libraryPaths(library.dir)[file], done);
    await library.open();
    await library.writer.importFinished({});
    expect(library.indexed()).toEqual(library.ids());
    expect((await library.writer.check({ repair: false })).problems).toEqual([]);
  });
});

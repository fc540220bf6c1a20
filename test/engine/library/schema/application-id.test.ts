import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

/** Where the file format of SQLite keeps the application id. */
function applicationId(): string {
  return readFileSync(libraryPaths(library.options.libraryDir).library).subarray(68, 72).toString('latin1');
}

test('library.sqlite says by its bytes whose it is, and one from before that does once it is opened', async () => {
  await library.open();
  await library.close();
  expect(applicationId()).toBe('MFch');

  const db = openDatabase(libraryPaths(library.options.libraryDir).library, { readOnly: false });
  db.exec('PRAGMA application_id = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  expect(applicationId()).toBe('\0\0\0\0');
  await library.open();
  await library.close();
  expect(applicationId()).toBe('MFch');
});

import { saying } from '../../support/saying.ts';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { networkFileSystem } from '../../../electron/engine/library/files/library-folder.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { libraryMigrations } from '../../../electron/engine/library/schema/library-schema.ts';
import { latestVersion, migrate, schemaVersion } from '../../../electron/engine/library/schema/migrate.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { openWriter } from '../../../electron/engine/threads/writer.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

function openAnother(): ReturnType<typeof openWriter> {
  return openWriter({ ...library.options, tell: () => undefined });
}

/** Closing waits for the first backup of a library. */
async function backUpFirst(): Promise<void> {
  await library.open();
  await library.close();
}

test('while a library is open for writing, others read only', async () => {
  await library.open();
  const other = await openAnother();
  expect(await other.writerStatus({})).toMatchObject({ readOnly: true });
  await expect(other.createTag({ name: 'Politics', colour: null })).rejects.toMatchObject({
    failure: { code: 'library-busy' },
  });
  await expect(other.addSources({ paths: [library.folder] })).rejects.toMatchObject({
    failure: { code: 'library-busy' },
  });
  await other.close({});
});

test('a damaged lock file is replaced, and still keeps a second writer out', async () => {
  await library.open();
  await library.close();
  writeFileSync(libraryPaths(library.dir).lock, 'x'.repeat(8192));
  await library.open();
  const other = await openAnother();
  expect(await other.writerStatus({})).toMatchObject({ readOnly: true });
  await other.close({});
  expect(await library.writer.createTag({ name: 'Politics', colour: null })).toMatchObject({
    name: 'Politics',
  });
});

test('a reader becomes the writer at its next act once the library is free', async () => {
  await library.open();
  const other = await openAnother();
  await library.close();
  expect(await other.createTag({ name: 'Politics', colour: null })).toMatchObject({ name: 'Politics' });
  expect(await other.writerStatus({})).toMatchObject({ readOnly: false });
  await other.close({});
});

for (const file of ['library', 'text'] as const) {
  test(`a ${file} of a newer version is refused and left as it is`, async () => {
    await library.open();
    await library.close();
    const path = libraryPaths(library.dir)[file];
    const db = openDatabase(path, { readOnly: false, journal: 'delete' });
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(path);
    await expect(library.open()).rejects.toMatchObject({ failure: { code: 'library-newer' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
}

test('a library in the place of a file is refused', async () => {
  writeFileSync(library.dir, 'text');
  await expect(library.open()).rejects.toMatchObject({
    failure: {
      code: 'library-unusable',
      message: `${library.dir} is a file. A library needs a folder of its own.`,
    },
  });
});

test('a library under a file is refused', async () => {
  writeFileSync(join(library.root, 'file'), 'text');
  await expect(library.open({ libraryDir: join(library.root, 'file', 'library') })).rejects.toMatchObject({
    failure: { code: 'library-unusable' },
  });
});

test('a damaged library database is refused, and points at the backups', async () => {
  mkdirSync(library.dir);
  library.overwrite('library');
  await expect(library.open()).rejects.toMatchObject({
    failure: { code: 'library-unusable', message: saying('backups') },
  });
});

test('file systems that reach over a network are known by their type', () => {
  expect([0x6969, 0xff534d42, -11317950, 0xfe534d42, 0x01021997].map(networkFileSystem)).toEqual([
    'NFS',
    'CIFS',
    'CIFS',
    'SMB2',
    '9P',
  ]);
  expect([0xef53, 0x01021994, 0x9123683e, 0x58465342].map(networkFileSystem)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('the newest layout of the library is made from nothing', () => {
  mkdirSync(library.dir);
  const db = openDatabase(libraryPaths(library.dir).library, { readOnly: false });
  migrate(db, libraryMigrations);
  const tables = db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  expect(schemaVersion(db)).toBe(latestVersion(libraryMigrations));
  expect(tables.map(({ name }) => name)).toEqual([
    'annotation_acts',
    'article_tags',
    'articles',
    'chosen_columns',
    'correction_acts',
    'correction_steps',
    'corrections',
    'crashes',
    'encodings',
    'failures',
    'hidden_lines',
    'highlights',
    'labels',
    'locations',
    'meta',
    'notes',
    'reading_places',
    'reading_states',
    'record_crashes',
    'record_files',
    'removals',
    'saved_searches',
    'search_history',
    'skipped_files',
    'source_pages',
    'sources',
    'tag_acts',
    'tag_pages',
    'tag_steps',
    'tags',
  ]);
  db.close();
});

test('migrations that a database lacks are run once, in their order', () => {
  mkdirSync(library.dir);
  const db = openDatabase(libraryPaths(library.dir).library, { readOnly: false });
  const first = { version: 1, sql: 'CREATE TABLE a (x); INSERT INTO a VALUES (1)' };
  const second = { version: 2, sql: 'INSERT INTO a SELECT x + 1 FROM a' };
  migrate(db, [first]);
  migrate(db, [first, second]);
  migrate(db, [first, second]);
  expect(db.prepare('SELECT x FROM a').all()).toEqual([{ x: 1 }, { x: 2 }]);
  db.close();
});

test('a migration that fails leaves the database at the version before', () => {
  mkdirSync(library.dir);
  const db = openDatabase(libraryPaths(library.dir).library, { readOnly: false });
  const good = { version: 1, sql: 'CREATE TABLE a (x)' };
  expect(() =>
    migrate(db, [good, { version: 2, sql: 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)' }]),
  ).toThrow();
  expect(schemaVersion(db)).toBe(1);
  expect(db.prepare(`SELECT name FROM sqlite_master`).all()).toEqual([{ name: 'a' }]);
  db.close();
});

test('a backup put in the place of the library brings the tags back', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.tag('one.txt', 'Politics');
  await library.close();
  await backUpFirst();
  const paths = libraryPaths(library.dir);
  const [backup = ''] = readdirSync(paths.backups);
  copyFileSync(join(paths.backups, backup), paths.library);
  await library.open();
  expect(Object.values(library.contents())).toMatchObject([{ tags: ['Politics'], text: 'First story' }]);
});

test('a backup of before later imports brings the tags back, and the later articles are read again', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.tag('one.txt', 'Politics');
  await library.close();
  await backUpFirst();
  await library.open();
  library.write('one.txt', 'First story, corrected');
  await library.import();
  for (const name of ['two', 'three', 'four']) {
    library.write(`${name}.txt`, `Story ${name}`);
    await library.import();
  }
  await library.close();
  const paths = libraryPaths(library.dir);
  const [backup = ''] = readdirSync(paths.backups);
  copyFileSync(join(paths.backups, backup), paths.library);
  await library.open();
  await library.writer.check({ repair: false });
  await library.writer.importFinished({});
  expect(
    Object.values(library.contents()).map(({ paths: [path], text, tags }) => [path, text, tags.join()]),
  ).toEqual(
    expect.arrayContaining([
      ['one.txt', 'First story, corrected', 'Politics'],
      ['two.txt', 'Story two', ''],
      ['three.txt', 'Story three', ''],
      ['four.txt', 'Story four', ''],
    ]),
  );
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

test('a library whose own database is gone is refused rather than begun anew over its texts', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.close();
  rmSync(libraryPaths(library.dir).library);
  await expect(library.open()).rejects.toMatchObject({
    failure: { code: 'library-unusable', message: saying('backups') },
  });
  expect(existsSync(libraryPaths(library.dir).library)).toBe(false);
});

test('a library whose own database was emptied is refused, and its texts stay', async () => {
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.close();
  const { library: file, text } = libraryPaths(library.dir);
  truncateSync(file);
  const before = readFileSync(text);
  await expect(library.open()).rejects.toMatchObject({ failure: { code: 'library-unusable' } });
  expect(readFileSync(text).equals(before)).toBe(true);
});

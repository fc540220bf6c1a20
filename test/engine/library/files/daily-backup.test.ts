import { saying } from '../../../support/saying.ts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backUpInUse, listBackups } from '../../../../electron/engine/library/files/backup.ts';
import type { BackupStarter } from '../../../../electron/engine/library/files/daily-backup.ts';
import { LibraryReader } from '../../../../electron/engine/library/library-reader.ts';
import { libraryPaths, type LibraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { backupThreads } from '../../../../electron/engine/threads/backup-worker.ts';
import { threadsUrl } from '../../../support/bundles.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

const dayMs = 86_400_000;
const threads = backupThreads(new URL('backup-thread.js', threadsUrl));

let library: TemporaryLibrary;
let paths: LibraryPaths;

beforeEach(async () => {
  library = new TemporaryLibrary();
  paths = libraryPaths(library.dir);
  library.write('one.txt', 'First story');
  await library.open();
  await library.import();
  await library.tag('one.txt', 'Politics');
  await library.close();
  // Looks for a backup that is due come as often as a test says, however fast the machine is.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});

afterEach(async () => {
  vi.useRealTimers();
  await library.dispose();
});

/** A backup that lasts until it is told how it ends. */
class HeldBackup {
  begun = 0;
  givenUp = 0;
  #end: (made: boolean) => void = () => undefined;

  readonly start: BackupStarter = () => {
    this.begun += 1;
    const made = new Promise<boolean>((resolve) => (this.#end = resolve));
    return {
      made,
      giveUp: () => {
        this.givenUp += 1;
        this.#end(false);
      },
    };
  };

  finish(): void {
    this.#end(true);
  }
}

/** Opens the library, and waits until its backup has begun. */
async function openDuring(backup: HeldBackup): Promise<void> {
  await library.open({ startBackup: backup.start });
  await expect.poll(() => backup.begun).toBe(1);
}

/** Backs up, and is due again a day later. */
async function backUpYesterday(): Promise<void> {
  await library.open();
  await library.close();
  library.nowMs += dayMs;
}

function backups(): string[] {
  return existsSync(paths.backups) ? readdirSync(paths.backups).sort() : [];
}

function tagsIn(path: string): string[] {
  const db = openDatabase(path, { readOnly: true, immutable: true });
  try {
    return new LibraryReader(db).tags().map(({ name }) => name);
  } finally {
    db.close();
  }
}

test('a library is backed up once a day when it is open, and five copies are kept', async () => {
  let begun = 0;
  const startBackup: BackupStarter = (job) => {
    begun += 1;
    return threads(job);
  };
  const nameOf = (ms: number): string => `library-${new Date(ms).toISOString().replace(/[:.]/g, '-')}.sqlite`;
  const names: string[] = [];
  for (let day = 0; day < 7; day += 1) {
    library.nowMs += dayMs;
    names.push(nameOf(library.nowMs));
    await library.open({ startBackup });
    await expect.poll(backups).toEqual(names.slice(-5));
    await library.close();
    await library.open({ startBackup });
    await vi.advanceTimersByTimeAsync(20);
    await library.close();
  }
  expect(begun).toBe(7);
  expect(listBackups(paths.backups).map(tagsIn)).toEqual(Array.from({ length: 5 }, () => ['Politics']));
});

test('a library that stays open is backed up every day, and once a day when that fails', async () => {
  const backup = new HeldBackup();
  let fails = false;
  const startBackup: BackupStarter = (job) => {
    const { made, giveUp } = backup.start(job);
    return { made: fails ? Promise.reject(new Error('the disk is away')) : made, giveUp };
  };
  await library.open({ startBackup, backUpAgainMs: 5 });
  await expect.poll(() => backup.begun).toBe(1);
  library.nowMs += dayMs;
  await vi.advanceTimersByTimeAsync(50);
  expect(backup.begun).toBe(1);
  backup.finish();
  fails = true;
  await expect.poll(() => library.events.filter(({ name }) => name === 'noticed')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(50);
  expect(backup.begun).toBe(2);
  library.nowMs += dayMs;
  await expect.poll(() => backup.begun).toBe(3);
});

test('a library that can not say when it was backed up is still open, and says so once', async () => {
  await library.open({ backUpAgainMs: 5 });
  await expect.poll(backups).toHaveLength(1);
  const db = openDatabase(paths.library, { readOnly: false });
  db.exec('ALTER TABLE sources RENAME TO lost');
  library.nowMs += dayMs;
  const noticed = (): number => library.events.filter(({ name }) => name === 'noticed').length;
  await expect.poll(noticed).toBe(1);
  await vi.advanceTimersByTimeAsync(50);
  expect(noticed()).toBe(1);
  db.exec('ALTER TABLE lost RENAME TO sources');
  db.close();
});

test('a library answers and is written to while it is backed up', async () => {
  const backup = new HeldBackup();
  await openDuring(backup);
  library.write('two.txt', 'Second story');
  await library.import();
  await library.tag('two.txt', 'Trade');
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  expect(Object.values(library.contents()).map(({ tags }) => tags)).toEqual([['Politics'], ['Trade']]);
  backup.finish();
  await library.close();
  await library.open({ startBackup: backup.start });
  await vi.advanceTimersByTimeAsync(20);
  expect([backup.begun, backup.givenUp]).toEqual([1, 0]);
});

test('a backup holds the library of the moment in which it began, whatever is written meanwhile', async () => {
  await library.open({ backUpAfterMs: 10_000 });
  const job = { library: paths.library, backups: paths.backups, nowMs: library.nowMs };
  const made = backUpInUse(job, new AbortController().signal);
  await library.writer.createTag({ name: 'Trade', colour: null });
  await made;
  expect(tagsIn(listBackups(paths.backups)[0] ?? '')).toEqual(['Politics']);
  expect(library.read((reader) => reader.tags()).map(({ name }) => name)).toEqual(['Politics', 'Trade']);
});

test('closing gives a backup up, and the next opening makes it', async () => {
  await backUpYesterday();
  const backup = new HeldBackup();
  await openDuring(backup);
  await library.close();
  expect(backup.givenUp).toBe(1);
  expect(backups()).toHaveLength(1);
  await library.open();
  await expect.poll(backups).toHaveLength(2);
});

test('closing does not begin a backup that has not begun', async () => {
  await backUpYesterday();
  await library.open({ backUpAfterMs: 10_000 });
  await library.close();
  expect(backups()).toHaveLength(1);
});

test('closing waits for the backup of a library that had none for more than a week', async () => {
  await backUpYesterday();
  library.nowMs += 7 * dayMs;
  await library.open({ backUpAfterMs: 10_000 });
  await library.close();
  expect(backups()).toHaveLength(2);
});

test('a thread that is given up leaves nothing behind', async () => {
  const db = openDatabase(paths.library, { readOnly: false });
  db.exec('CREATE TABLE filler AS SELECT zeroblob(4000000) AS bytes');
  db.close();
  const backup = threads({ library: paths.library, backups: paths.backups, nowMs: library.nowMs });
  backup.giveUp();
  expect(await backup.made).toBe(false);
  expect(backups()).toEqual([]);
});

test('what a process left that ended during a backup is removed by the next one', async () => {
  mkdirSync(paths.backups);
  const left = 'library-2021-07-01T00-00-00-000Z.sqlite.partial';
  for (const suffix of ['', '-journal']) writeFileSync(join(paths.backups, left + suffix), 'a part of it');
  await backUpYesterday();
  expect(backups()).toEqual(['library-2021-07-26T00-00-00-000Z.sqlite']);
});

test('a backup that can not be made is said, and tried again at the next opening', async () => {
  writeFileSync(paths.backups, 'a file in the place of the folder');
  const said = saying(`Today's backup of the library could not be made in ${paths.backups}`);
  const open = await library.open();
  await expect.poll(() => library.events).toContainEqual({ name: 'noticed', payload: { message: said } });
  expect(await open.writerStatus({})).toMatchObject({ readOnly: false, notices: [said] });
  await library.close();
  rmSync(paths.backups);
  await library.open();
  await expect.poll(backups).toHaveLength(1);
});

test('a copy of a damaged library is thrown away, and said', async () => {
  await backUpYesterday();
  const db = openDatabase(paths.library, { readOnly: false });
  db.exec('CREATE TABLE filler AS SELECT path, randomblob(3000) AS bytes FROM locations');
  const [{ page } = { page: 0 }] = db
    .prepare<{ page: number }>(`SELECT rootpage AS page FROM sqlite_master WHERE name = 'filler'`)
    .all();
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(paths.library);
  bytes.fill(0x55, (page - 1) * 4096, page * 4096);
  writeFileSync(paths.library, bytes);
  const before = backups();
  await library.open();
  const message = saying('Earlier backups were kept.');
  await expect.poll(() => library.events).toContainEqual({ name: 'noticed', payload: { message } });
  expect(backups()).toEqual(before);
});

test('a thread that dies without a word is a backup that could not be made', async () => {
  const path = join(library.root, 'dies.mjs');
  writeFileSync(path, 'process.exit(9);');
  const { made } = backupThreads(pathToFileURL(path))({ library: '', backups: '', nowMs: 0 });
  await expect(made).rejects.toThrow('stopped without a reason');
});

test('a removal begins a backup again, which would hold what was removed', async () => {
  await backUpYesterday();
  const backup = new HeldBackup();
  await openDuring(backup);
  await library.writer.removeArticles({ ids: Uint32Array.of(library.idAt('one.txt')) });
  expect(backup.givenUp).toBe(1);
  await expect.poll(() => backup.begun).toBe(2);
});

import { closeSync, cpSync, openSync, rmSync, writeSync } from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LibraryLock } from '../../electron/engine/library/files/library-lock.ts';
import { libraryPaths } from '../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../support/temporary-library.ts';

/** Timers that keep a process alive for as long as a library is open. */
const longTimers = { backUpAfterMs: 3_600_000, tidyAfterMs: 3_600_000 };

let sound: TemporaryLibrary;
let pages: readonly (readonly [name: string, page: number])[] = [];
let pageBytes = 0;

beforeAll(async () => {
  sound = new TemporaryLibrary();
  for (let nth = 0; nth < 40; nth += 1)
    sound.write(`${nth}.txt`, `Ferry ${nth}\n\nThe ferry was late again.`);
  await sound.open(longTimers);
  await sound.import();
  await sound.tag('1.txt', 'late');
  await sound.close();
  const db = openDatabase(libraryPaths(sound.dir).library, { readOnly: true });
  pages = db
    .prepare<{ name: string; rootpage: number }>(
      'SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0',
    )
    .all()
    .map(({ name, rootpage }) => [name, rootpage] as const);
  pageBytes = db.prepare<{ page_size: number }>('PRAGMA page_size').get()?.page_size ?? 0;
  db.close();
});

afterAll(async () => {
  await sound.dispose();
});

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

it('leaves no timer and no lock behind, whichever part of the library is damaged', async () => {
  expect(pages.length).toBeGreaterThan(20);
  const before = timers();
  const left: string[] = [];
  for (const [name, page] of pages) {
    const library = new TemporaryLibrary();
    cpSync(sound.dir, library.dir, { recursive: true });
    const paths = libraryPaths(library.dir);
    const file = openSync(paths.library, 'r+');
    writeSync(file, Buffer.alloc(pageBytes, 0x55), 0, pageBytes, (page - 1) * pageBytes);
    closeSync(file);
    try {
      const writer = await library.open(longTimers);
      await writer.importFinished({}).catch(() => undefined);
    } catch {
      // Its list of versions, say: what it is called then is tested elsewhere.
    }
    await library.close().catch(() => undefined);
    for (let nth = 0; nth < 50; nth += 1) await setImmediate();
    if (timers() > before) left.push(`${name}: a timer`);
    const lock = LibraryLock.take(paths.lock);
    if (lock === null) left.push(`${name}: the lock`);
    lock?.release();
    rmSync(library.root, { recursive: true, force: true });
  }
  expect(left).toEqual([]);
});

it('is opened once, however many ask at the same moment', async () => {
  const library = new TemporaryLibrary();
  cpSync(sound.dir, library.dir, { recursive: true });
  const paths = libraryPaths(library.dir);
  const other = LibraryLock.take(paths.lock);
  const writer = await library.open(longTimers);
  await expect(writer.createTag({ name: 'early', colour: null })).rejects.toThrow(
    /Another Microfiche is writing/u,
  );
  other?.release();
  await Promise.all(['a', 'b', 'c'].map(async (name) => await writer.createTag({ name, colour: null })));
  await library.close();
  const lock = LibraryLock.take(paths.lock);
  expect(lock).not.toBeNull();
  lock?.release();
  await library.dispose();
});

it('is closed when it was being opened meanwhile', async () => {
  const library = new TemporaryLibrary();
  cpSync(sound.dir, library.dir, { recursive: true });
  const paths = libraryPaths(library.dir);
  const other = LibraryLock.take(paths.lock);
  const writer = await library.open(longTimers);
  other?.release();
  const asked = writer.createTag({ name: 'late', colour: null }).catch(() => undefined);
  await library.close();
  await asked;
  const lock = LibraryLock.take(paths.lock);
  expect(lock).not.toBeNull();
  lock?.release();
  await library.dispose();
});

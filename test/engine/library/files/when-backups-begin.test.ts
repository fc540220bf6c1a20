import { word } from '../../../../electron/words/word.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DailyBackup, type RunningBackup } from '../../../../electron/engine/library/files/daily-backup.ts';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import { openDatabase, type Database } from '../../../../electron/engine/sqlite.ts';

// When a backup is begun, by a clock that the test moves.

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const afterMs = 10_000;

let db: Database;
let begun: number;
let notices: string[];
let make: () => Promise<boolean>;
let open: DailyBackup | null;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2021, 6, 26) });
  db = openDatabase(':memory:', { readOnly: false });
  migrate(db, libraryMigrations);
  db.exec(`INSERT INTO sources (path, added_at_ms) VALUES ('/articles', 0)`);
  begun = 0;
  notices = [];
  make = async () => true;
  open = null;
});

afterEach(async () => {
  await open?.giveUp();
  vi.useRealTimers();
  db.close();
});

function openLibrary(): DailyBackup {
  open = new DailyBackup(db, libraryPaths('/library'), {
    nowMs: () => Date.now(),
    startBackup: (): RunningBackup => {
      begun += 1;
      return { made: make(), giveUp: () => undefined };
    },
    backUpAfterMs: afterMs,
    backUpAgainMs: hourMs,
    onNotice: (message) => notices.push(word(message)),
  });
  open.begin();
  return open;
}

test('a backup is begun a while after the library was opened, and once a day from then on', async () => {
  openLibrary();
  await vi.advanceTimersByTimeAsync(afterMs - 1);
  expect(begun).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toBe(1);
  await vi.advanceTimersByTimeAsync(23 * hourMs);
  expect(begun).toBe(1);
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(begun).toBe(2);
  await vi.advanceTimersByTimeAsync(5 * dayMs);
  expect(begun).toBe(7);
});

test('a library that is opened again on the same day is not backed up again', async () => {
  const first = openLibrary();
  await vi.advanceTimersByTimeAsync(afterMs);
  await first.close();
  openLibrary();
  await vi.advanceTimersByTimeAsync(20 * hourMs);
  expect(begun).toBe(1);
  await vi.advanceTimersByTimeAsync(5 * hourMs);
  expect(begun).toBe(2);
});

test('a backup that lasts longer than a day is not begun a second time', async () => {
  let finish: (made: boolean) => void = () => undefined;
  make = () => new Promise((resolve) => (finish = resolve));
  openLibrary();
  await vi.advanceTimersByTimeAsync(afterMs + 3 * dayMs);
  expect(begun).toBe(1);
  make = async () => true;
  finish(true);
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(begun).toBe(2);
});

test('a backup that fails is said, and tried again a day later', async () => {
  make = () => Promise.reject(new Error('the disk is away'));
  openLibrary();
  await vi.advanceTimersByTimeAsync(afterMs + 23 * hourMs);
  expect([begun, notices.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(hourMs);
  expect([begun, notices.length]).toEqual([2, 2]);
  expect(notices[0]).toContain('the disk is away');
});

test('a library that can not say when it was backed up says so once a day, and nothing else', async () => {
  openLibrary();
  db.exec('ALTER TABLE sources RENAME TO lost');
  await vi.advanceTimersByTimeAsync(afterMs + 23 * hourMs);
  expect([begun, notices.length]).toEqual([0, 1]);
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(notices).toHaveLength(2);
});

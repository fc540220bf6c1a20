import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnerFile, ownerFolder } from '../../owner-only.ts';
import { backupDatabase, openDatabase, type Database } from '../../sqlite.ts';

const kept = 5;
const name = /^library-.*\.sqlite$/;
/** SQLite may keep a journal next to a copy that it is writing. */
const partialName = /^library-.*\.sqlite\.partial(-journal|-wal|-shm)?$/;

/** What is copied and where to; the time is the name of the copy. */
export type BackupJob = Readonly<{ library: string; backups: string; nowMs: number }>;

/** Backups in `dir`, oldest first. */
export function listBackups(dir: string): string[] {
  return filesOf(dir, name);
}

function filesOf(dir: string, pattern: RegExp): string[] {
  try {
    return readdirSync(dir)
      .filter((file) => pattern.test(file))
      .sort()
      .map((file) => join(dir, file));
  } catch {
    // No backup was made yet.
    return [];
  }
}

/**
 * Copies the library database into `dir`, named by the time, and keeps the newest five. A copy that is not sound is
 * thrown away: it would drive out one that is. So is one that was given up, for which this fails.
 */
export async function backUp(db: Database, dir: string, nowMs: number, signal?: AbortSignal): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: ownerFolder });
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  const path = join(dir, `library-${stamp}.sqlite`);
  const partial = `${path}.partial`;
  removePartials(dir);
  try {
    makeOwnerFile(partial);
    await backupDatabase(db, partial, signal);
    assertSound(partial);
  } catch (error) {
    removePartials(dir);
    throw error;
  }
  renameSync(partial, path);
  for (const old of listBackups(dir).slice(0, -kept)) rmSync(old, { force: true });
}

/** What a process left that ended in the middle of a backup, or one that failed. */
function removePartials(dir: string): void {
  for (const partial of filesOf(dir, partialName)) rmSync(partial, { force: true });
}

/** As `backUp`, of a library that others write to meanwhile: the copy is of the moment in which it began. */
export async function backUpInUse(
  { library, backups, nowMs }: BackupJob,
  signal: AbortSignal,
): Promise<void> {
  const db = openDatabase(library, { readOnly: true });
  try {
    // A copy begins again with every commit that it sees, and so might never end.
    db.exec('BEGIN; SELECT 1 FROM meta');
    await backUp(db, backups, nowMs, signal);
  } finally {
    // SQLite can hold a connection beyond its end, and a transaction in it would keep the log from being emptied.
    db.exec('ROLLBACK');
    db.close();
  }
}

function assertSound(path: string): void {
  const db = openDatabase(path, { readOnly: true, immutable: true });
  try {
    const said = db.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check;
    if (said !== 'ok') throw new Error(said ?? 'it can not be read');
  } finally {
    db.close();
  }
}

import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../contract/failure.ts';
import { backupDatabase, openDatabase, type Database } from '../sqlite.ts';

const kept = 5;
const dayMs = 86_400_000;
const name = /^library-.*\.sqlite$/;

/** Backups in `dir`, oldest first. */
export function listBackups(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((file) => name.test(file))
      .sort()
      .map((file) => join(dir, file));
  } catch {
    // No backup was made yet.
    return [];
  }
}

/**
 * Copies the library database into `dir`, named by the time, and keeps the newest five. Returns its path. A copy that
 * is not sound is thrown away: it would drive out one that is.
 */
export async function backUp(db: Database, dir: string, nowMs: number): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  const path = join(dir, `library-${stamp}.sqlite`);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  try {
    await backupDatabase(db, partial);
    assertSound(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  renameSync(partial, path);
  for (const old of listBackups(dir).slice(0, -kept)) rmSync(old, { force: true });
  return path;
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

/**
 * Backs up when the last backup is a day old. Returns a sentence when that could not be done, which must keep nobody
 * from reading.
 */
export async function backUpDaily(db: Database, dir: string, nowMs: number): Promise<string | null> {
  const last = db.prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'backedUpAtMs'`).get();
  const holdsNothing = db.prepare('SELECT 1 FROM sources LIMIT 1').get() === undefined;
  if (holdsNothing || nowMs - (last?.value ?? 0) < dayMs) return null;
  try {
    await backUp(db, dir, nowMs);
    db.prepare(`UPDATE meta SET value = ? WHERE key = 'backedUpAtMs'`).run(Math.floor(nowMs));
    return null;
  } catch (error) {
    return `Today's backup of the library could not be made in ${dir} (${messageOf(error)}). Earlier backups were kept.`;
  }
}

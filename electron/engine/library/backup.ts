import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupDatabase, type Database } from '../sqlite.ts';

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

/** Copies the library database into `dir`, named by the time, and keeps the newest five. Returns its path. */
export async function backUp(db: Database, dir: string, nowMs: number): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  const path = join(dir, `library-${stamp}.sqlite`);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  await backupDatabase(db, partial);
  renameSync(partial, path);
  for (const old of listBackups(dir).slice(0, -kept)) rmSync(old, { force: true });
  return path;
}

/** Backs up when the last backup is a day old. */
export async function backUpDaily(db: Database, dir: string, nowMs: number): Promise<void> {
  const last = db.prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'backedUpAtMs'`).get();
  const holdsNothing = db.prepare('SELECT 1 FROM sources LIMIT 1').get() === undefined;
  if (holdsNothing || nowMs - (last?.value ?? 0) < dayMs) return;
  await backUp(db, dir, nowMs);
  db.prepare(`UPDATE meta SET value = ? WHERE key = 'backedUpAtMs'`).run(Math.floor(nowMs));
}

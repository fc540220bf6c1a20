import { existsSync, renameSync } from 'node:fs';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import { putAside } from './put-aside.ts';
import type { Database } from '../../sqlite.ts';

/** Where the file that takes the place of a damaged one is written, and its name once it is whole and was checked. */
function stages(path: string): Readonly<{ written: string; whole: string }> {
  return { written: `${path}.salvage`, whole: `${path}.salvaged` };
}

/**
 * Puts what `write` writes in the place of `path`, in steps of which a crash can cut off any: `write` gets a path where
 * nothing is, and makes and closes a sound database there; then `path` is put aside, and the new file takes its name. What
 * was cut off is settled by `settleReplacement`. Returns where the old file is now.
 */
export function replaceFile(path: string, nowMs: number, write: (path: string) => void): string {
  const { written, whole } = stages(path);
  deleteDatabaseFiles(written);
  write(written);
  renameSync(written, whole);
  const aside = putAside(path, nowMs);
  renameSync(whole, path);
  return aside;
}

/** Finishes a replacement that a crash cut off, or has it begun anew. Belongs before the file is opened. */
export function settleReplacement(path: string): void {
  const { written, whole } = stages(path);
  deleteDatabaseFiles(written);
  if (!existsSync(whole)) return;
  // Of a file that is there still, more may have been written since: it is salvaged again.
  if (existsSync(path)) {
    deleteDatabaseFiles(whole);
    return;
  }
  // What the log of the old file held is in the new one.
  deleteDatabaseFiles(path);
  renameSync(whole, path);
}

/** Belongs before a salvaged file takes the place of the damaged one. */
export function assertSound(db: Database): void {
  const [first] = db
    .prepare<{ said: string }>('SELECT integrity_check AS said FROM pragma_integrity_check')
    .all();
  const broken = db.prepare('PRAGMA foreign_key_check').all().length;
  if (first?.said === 'ok' && broken === 0) return;
  throw new Error(
    `what was salvaged is not sound: ${first?.said ?? 'it says nothing'}, ${broken} broken references`,
  );
}

import { FailureError, type Failure } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import { accessSync, constants, existsSync } from 'node:fs';
import { openDatabase } from '../../sqlite.ts';
import type { LibraryPaths } from '../files/library-paths.ts';
import { libraryMigrations } from '../schema/library-schema.ts';
import { latestVersion, refuseNewer, schemaVersion, type Migration } from '../schema/migrate.ts';
import { textMigrations } from '../texts/text-schema.ts';

/**
 * Why a library that is there can be read and not written to; null when it can be written to, or is not there. Fails
 * with `library-unusable` or `library-newer` when it can't be read as it is either.
 */
export function onlyReadable(paths: LibraryPaths): Failure | null {
  if (!existsSync(paths.library)) return null;
  const fixed = [paths.dir, paths.library, paths.text, paths.index, paths.lock].find(
    (path) => existsSync(path) && !isWritable(path),
  );
  if (fixed === undefined) return null;
  refuseUnread(paths.library, libraryMigrations);
  refuseUnread(paths.text, textMigrations);
  const message = sentence('trouble.only-readable', { path: fixed });
  return { code: 'library-unusable', message };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A layout of an earlier version is brought up to date by writing. */
function refuseUnread(path: string, migrations: readonly Migration[]): void {
  const db = openDatabase(path, { readOnly: true });
  try {
    refuseNewer(db, migrations, path);
    if (schemaVersion(db) === latestVersion(migrations)) return;
  } finally {
    db.close();
  }
  throw new FailureError({
    code: 'library-unusable',
    message: sentence('trouble.older', { path }),
  });
}

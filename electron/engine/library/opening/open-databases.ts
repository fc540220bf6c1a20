import { existsSync, statSync } from 'node:fs';
import { FailureError, messageOf } from '../../../contract/failure.ts';
import { openDatabase, type Database } from '../../sqlite.ts';
import type { IndexOpener, OpenIndex } from '../commits/article-index.ts';
import { DamagedTexts, damagedLibrary } from '../files/damaged-files.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import type { LibraryPaths } from '../files/library-paths.ts';
import { refuseNewer, type Migration } from '../schema/migrate.ts';
import { openTexts } from './open-texts.ts';
import { putAside } from './put-aside.ts';
import { replaceTexts } from './replace-texts.ts';

/** Looks without writing: a file of a newer version stays as it is. */
export function refuseNewerFile(path: string, migrations: readonly Migration[]): void {
  if (!existsSync(path)) return;
  let db: Database;
  try {
    db = openDatabase(path, { readOnly: true });
  } catch {
    // Not a database: whoever opens it for writing says so.
    return;
  }
  try {
    refuseNewer(db, migrations, path);
  } catch (error) {
    // A damaged file is met, and said, by whoever opens it for writing.
    if (error instanceof FailureError && error.failure.code !== 'damaged') throw error;
  } finally {
    db.close();
  }
}

/** SQLite takes a file without a byte for a new database. */
export function isFilled(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** `library.sqlite`; a damaged one is refused with what brings it back. */
export function openLibraryDatabase(paths: LibraryPaths): Database {
  const { library: path } = paths;
  try {
    const damaged = (saying: string): Error => damagedLibrary(paths, saying);
    const db = openDatabase(path, { readOnly: false, damaged });
    db.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
    return db;
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError({
      code: 'library-unusable',
      message: `${path} can't be opened (${messageOf(error)}). ${hintFor(path)}`,
    });
  }
}

function hintFor(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true
    ? 'It is a folder and should be a file: move it away, and put the newest of the backups in its place.'
    : 'Look whether its disk is there and whether another program holds it, and try again.';
}

/** Of a `text.sqlite` that is no database of texts, what can be read is kept, and the file is put aside. */
export function openTextDatabase(
  paths: LibraryPaths,
  library: Database,
  nowMs: number,
  notices: string[],
): Database {
  const { text: path } = paths;
  if (existsSync(path) && statSync(path).isDirectory()) {
    notices.push(`${path} was a folder and was put aside as ${putAside(path, nowMs)}.`);
  }
  try {
    return openTexts(paths);
  } catch (error) {
    if (!(error instanceof DamagedTexts)) throw error;
    const { text, notice } = replaceTexts(paths, library, null, nowMs);
    notices.push(notice);
    return text;
  }
}

/** An index that can't be used is deleted, and an empty one opened for the texts to be read into. */
export function openOrRebuild(
  path: string,
  { openIndex, nowMs }: Readonly<{ openIndex: IndexOpener; nowMs: () => number }>,
  hadArticles: boolean,
  notices: string[],
): OpenIndex {
  const existed = existsSync(path);
  if (existed && statSync(path).isDirectory()) {
    const aside = putAside(path, nowMs());
    notices.push(`${path} was a folder and was put aside as ${aside}; the search index is built anew.`);
    return openIndex(path);
  }
  if (!existed && hadArticles) notices.push('The search index was missing and is built anew.');
  try {
    return openIndex(path);
  } catch (error) {
    // A full disk, or one that is read-only, is no fault of the index.
    if (!existed || (error instanceof FailureError && error.failure.code !== 'damaged')) throw error;
    deleteDatabaseFiles(path);
    notices.push(`The search index could not be used (${messageOf(error)}) and is built anew.`);
    return openIndex(path);
  }
}

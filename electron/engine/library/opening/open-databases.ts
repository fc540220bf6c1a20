import { existsSync, renameSync, statSync } from 'node:fs';
import { FailureError, messageOf } from '../../../contract/failure.ts';
import { articleId } from '../../../contract/ids.ts';
import { openDatabase, type Database } from '../../sqlite.ts';
import type { IndexOpener, OpenIndex } from '../commits/article-index.ts';
import { changeOf } from '../schema/commit-number.ts';
import { DamagedTexts, damagedLibrary } from '../files/damaged-files.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import type { LibraryPaths } from '../files/library-paths.ts';
import { migrate, refuseNewer, type Migration } from '../schema/migrate.ts';
import { salvageTexts } from '../texts/salvage-texts.ts';
import { sizeNewPages, textMigrations } from '../texts/text-schema.ts';

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

/** A `text.sqlite` that is no database of texts at all is put aside and begun anew. */
export function openTextDatabase(paths: LibraryPaths, nowMs: number, notices: string[]): Database {
  const { text: path } = paths;
  try {
    return openTexts(paths);
  } catch (error) {
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    if (!isFolder && !(error instanceof DamagedTexts)) throw error;
    const aside = putAside(path, nowMs);
    const saying = error instanceof DamagedTexts ? error.saying : 'it is a folder';
    notices.push(`${path} was damaged (${saying}) and was put aside as ${aside}.`);
    return openTexts(paths);
  }
}

function openTexts(paths: LibraryPaths): Database {
  const damaged = (saying: string): Error => new DamagedTexts(paths, saying);
  const db = openDatabase(paths.text, { readOnly: false, damaged });
  try {
    sizeNewPages(db);
    db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(db, textMigrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Never over a file that was put aside before. The log belongs to the file, and is of no use without it. */
function putAside(path: string, nowMs: number): string {
  let aside = `${path}.damaged-${Math.floor(nowMs)}`;
  for (let nth = 2; existsSync(aside); nth += 1) aside = `${path}.damaged-${Math.floor(nowMs)}-${nth}`;
  renameSync(path, aside);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  deleteDatabaseFiles(path);
  return aside;
}

/**
 * Puts damaged texts, which are open, aside, and opens new ones with what can be read of the old. The notice says how
 * much that was.
 */
export function replaceTexts(
  paths: LibraryPaths,
  library: Database,
  open: Database,
  nowMs: number,
): Readonly<{ text: Database; notice: string }> {
  open.close();
  const aside = putAside(paths.text, nowMs);
  const damaged = openDatabase(aside, { readOnly: true });
  try {
    const text = openTexts(paths);
    const ids = library.prepare<{ id: number }>('SELECT id FROM articles').all();
    const wanted = ids.map(({ id }) => articleId(id));
    const saved = salvageTexts(damaged, text, wanted, changeOf(library));
    const notice =
      `${paths.text} was damaged and was put aside as ${aside}. The texts of ${saved} of ${ids.length} articles ` +
      'could be kept; the others are read again from their files.';
    return { text, notice };
  } finally {
    damaged.close();
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

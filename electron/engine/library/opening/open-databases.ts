import { FailureError, saidBy } from '../../../contract/failure.ts';
import { type Said, sentence, type Sentence } from '../../../words/sentence.ts';
import { existsSync, statSync } from 'node:fs';
import { openDatabase, type Database } from '../../sqlite.ts';
import { OutdatedIndexError } from '../../index/schema/index-schema.ts';
import type { IndexOpener, OpenIndex } from '../commits/article-index.ts';
import { DamagedLibrary, DamagedTexts } from '../files/damaged-files.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import type { LibraryPaths } from '../files/library-paths.ts';
import { refuseNewer, type Migration } from '../schema/migrate.ts';
import { openTexts } from './open-texts.ts';
import { putAside } from './put-aside.ts';

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

/** `library.sqlite`; a damaged one is refused with what brings it back. */
export function openLibraryDatabase(paths: LibraryPaths): Database {
  const { library: path } = paths;
  try {
    const damaged = (saying: string): Error => new DamagedLibrary(paths, saying);
    const db = openDatabase(path, { readOnly: false, damaged });
    db.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
    return db;
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError({
      code: 'library-unusable',
      message: sentence('trouble.library-not-opened', { path, why: saidBy(error), cure: hintFor(path) }),
    });
  }
}

function hintFor(path: string): Sentence {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? sentence('trouble.is-a-folder') : sentence('trouble.look-for-disk');
}

/** Of a `text.sqlite` that is no database of texts, what can be read is kept, and the file is put aside. */
export async function openTextDatabase(
  paths: LibraryPaths,
  library: Database,
  nowMs: number,
  mended: Said[],
): Promise<Database> {
  const { text: path } = paths;
  if (existsSync(path) && statSync(path).isDirectory()) {
    mended.push(sentence('done.folder-aside', { path, aside: putAside(path, nowMs) }));
  }
  try {
    return openTexts(paths);
  } catch (error) {
    if (!(error instanceof DamagedTexts)) throw error;
    const { replaceTexts } = await import('./repairs.ts');
    const { text, notice } = replaceTexts(paths, library, null, nowMs);
    mended.push(notice);
    return text;
  }
}

/** Sentences for the person about what was done while opening, and about damage that was mended. */
export type OpeningNotices = Readonly<{ notices: Said[]; mended: Said[] }>;

/** What an index is opened for: the library that it belongs to, and how far that has come. */
type IndexOf = Readonly<{ libraryId: number; change: number; hadArticles: boolean }>;

/**
 * An index that can't be used is deleted, and an empty one opened for the texts to be read into. So is one that holds later
 * commits than the library: it knows articles that this one never had.
 */
export function openOrRebuild(
  path: string,
  { openIndex: open, nowMs }: Readonly<{ openIndex: IndexOpener; nowMs: () => number }>,
  { libraryId, change, hadArticles }: IndexOf,
  { notices, mended }: OpeningNotices,
): OpenIndex {
  const openIndex = (at: string): OpenIndex => open(at, libraryId);
  const existed = existsSync(path);
  if (existed && statSync(path).isDirectory()) {
    const aside = putAside(path, nowMs());
    mended.push(sentence('done.index-folder-aside', { path, aside }));
    return openIndex(path);
  }
  if (!existed && hadArticles) mended.push(sentence('done.index-missing'));
  try {
    const opened = openIndex(path);
    if (opened.index.change <= change) return opened;
    opened.close();
    deleteDatabaseFiles(path);
    mended.push(sentence('done.index-newer'));
    return openIndex(path);
  } catch (error) {
    // A full disk, or one that is read-only, is no fault of the index.
    if (!existed || (error instanceof FailureError && error.failure.code !== 'damaged')) throw error;
    deleteDatabaseFiles(path);
    const said = error instanceof OutdatedIndexError ? notices : mended;
    said.push(sentence('done.index-unusable', { why: saidBy(error) }));
    return openIndex(path);
  }
}

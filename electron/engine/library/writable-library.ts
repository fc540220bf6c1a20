import { existsSync, renameSync, statSync } from 'node:fs';
import { FailureError, messageOf } from '../../contract/failure.ts';
import { closeWritable, openDatabase, type Database } from '../sqlite.ts';
import type { IndexOpener, OpenIndex } from './article-index.ts';
import { backUp, backUpDaily } from './backup.ts';
import { changeOf } from './change-number.ts';
import { Committer, type StepListener } from './committer.ts';
import { deleteDatabaseFiles, prepareLibraryFolder } from './library-folder.ts';
import { LibraryLock } from './library-lock.ts';
import { libraryPaths, type LibraryPaths } from './library-paths.ts';
import { libraryMigrations } from './library-schema.ts';
import { latestVersion, migrate, refuseNewer, schemaVersion, type Migration } from './migrate.ts';
import { forgetLostTexts, mendRestoredLibrary, replayLibrary } from './replay.ts';
import { textMigrations } from './text-schema.ts';
import { breathe } from './turns.ts';

export type OpenLibraryOptions = Readonly<{
  libraryDir: string;
  openIndex: IndexOpener;
  nowMs: () => number;
  onStep?: StepListener;
}>;

/** A library that this process may write to. */
export class WritableLibrary {
  readonly paths: LibraryPaths;
  readonly library: Database;
  readonly text: Database;
  readonly committer: Committer;
  /** Sentences for the person about what was mended while opening. */
  readonly notices: readonly string[];
  readonly #lock: LibraryLock;
  readonly #openIndex: IndexOpener;
  #index: OpenIndex;

  private constructor(
    parts: Readonly<{
      paths: LibraryPaths;
      lock: LibraryLock;
      library: Database;
      text: Database;
      index: OpenIndex;
      notices: readonly string[];
    }>,
    options: OpenLibraryOptions,
  ) {
    this.paths = parts.paths;
    this.library = parts.library;
    this.text = parts.text;
    this.notices = parts.notices;
    this.committer = new Committer(parts.library, parts.text, options.onStep);
    this.#lock = parts.lock;
    this.#index = parts.index;
    this.#openIndex = options.openIndex;
  }

  /**
   * Opens the library in a folder, or makes it there; null when somebody else is writing to it. Fails with
   * `library-unusable` or `library-newer`. The index may lag behind: `replayIndex` has to be run.
   */
  static async open(options: OpenLibraryOptions): Promise<WritableLibrary | null> {
    prepareLibraryFolder(options.libraryDir);
    const paths = libraryPaths(options.libraryDir);
    const lock = LibraryLock.take(paths.lock);
    if (lock === null) return null;
    const opened: { close(): void }[] = [];
    try {
      const notices: string[] = [];
      refuseNewerFile(paths.library, libraryMigrations);
      refuseNewerFile(paths.text, textMigrations);
      refuseLostLibrary(paths);
      const library = openLibraryDatabase(paths.library);
      opened.push(library);
      if (schemaVersion(library) > 0 && schemaVersion(library) < latestVersion(libraryMigrations)) {
        await backUp(library, paths.backups, options.nowMs());
      }
      migrate(library, libraryMigrations);
      await backUpDaily(library, paths.backups, options.nowMs());
      const text = openTextDatabase(paths.text, options.nowMs(), notices);
      opened.push(text);
      const wasRestored = mendRestoredLibrary(library, text, options.nowMs());
      if (wasRestored) {
        deleteDatabaseFiles(paths.index);
        notices.push('The library was put back from a backup: its sources are read again.');
      }
      replayLibrary(library, text);
      const lostTexts = forgetLostTexts(library, text, options.nowMs());
      const index = openOrRebuild(
        paths.index,
        options.openIndex,
        changeOf(library) > 0 && !wasRestored,
        notices,
      );
      if (lostTexts > 0) {
        notices.push(`The texts of ${lostTexts} articles were lost and are read from their sources again.`);
      }
      return new WritableLibrary({ paths, lock, library, text, index, notices }, options);
    } catch (error) {
      for (const database of opened) database.close();
      lock.release();
      throw error;
    }
  }

  get index(): OpenIndex['index'] {
    return this.#index.index;
  }

  /** Throws the index away and opens an empty one. Readers have to open theirs again. */
  resetIndex(): void {
    this.#index.close();
    deleteDatabaseFiles(this.paths.index);
    this.#index = this.#openIndex(this.paths.index);
  }

  /**
   * Makes what was removed unreadable: words out of the segments of the index, and the logs, which still hold the
   * old pages, emptied. A reader that is in the middle of a long read delays the last of it to the next checkpoint.
   */
  async purge(): Promise<void> {
    this.#index.purge();
    while (this.index.mergeStep()) await breathe();
    for (const db of [this.text, this.library]) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#index.checkpoint();
  }

  close(): void {
    try {
      this.#index.close();
      closeWritable(this.text);
      closeWritable(this.library);
    } finally {
      this.#lock.release();
    }
  }
}

/** Looks without writing: a file of a newer version stays as it is. */
function refuseNewerFile(path: string, migrations: readonly Migration[]): void {
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
    if (error instanceof FailureError) throw error;
  } finally {
    db.close();
  }
}

/** Texts without the library that names them: beginning anew would throw away what a backup can bring back. */
function refuseLostLibrary({ library, text, backups }: LibraryPaths): void {
  if (isFilled(library) || !isFilled(text)) return;
  throw new FailureError({
    code: 'library-unusable',
    message:
      `${library} is gone or empty, while the texts of its articles are there. Put the newest file of ${backups} in its ` +
      `place, or move text.sqlite away to begin anew.`,
  });
}

/** SQLite takes a file without a byte for a new database. */
function isFilled(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

function openLibraryDatabase(path: string): Database {
  try {
    const db = openDatabase(path, { readOnly: false });
    db.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
    return db;
  } catch (error) {
    throw new FailureError({
      code: 'library-unusable',
      message: `${path} can't be read (${saying(error)}). The folder “backups” next to it holds earlier copies.`,
    });
  }
}

function openTextDatabase(path: string, nowMs: number, notices: string[]): Database {
  const open = (): Database => {
    const db = openDatabase(path, { readOnly: false });
    try {
      db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      migrate(db, textMigrations);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return open();
  } catch (error) {
    const aside = `${path}.damaged-${Math.floor(nowMs)}`;
    renameSync(path, aside);
    deleteDatabaseFiles(path);
    notices.push(`${path} was damaged (${saying(error)}) and was put aside as ${aside}.`);
    return open();
  }
}

function openOrRebuild(
  path: string,
  openIndex: IndexOpener,
  hadArticles: boolean,
  notices: string[],
): OpenIndex {
  const existed = existsSync(path);
  if (!existed && hadArticles) notices.push('The search index was missing and is built anew.');
  try {
    return openIndex(path);
  } catch (error) {
    if (!existed) throw error;
    deleteDatabaseFiles(path);
    notices.push(`The search index could not be used (${saying(error)}) and is built anew.`);
    return openIndex(path);
  }
}

function saying(error: unknown): string {
  return messageOf(error);
}

import { statSync } from 'node:fs';
import { FailureError } from '../../contract/failure.ts';
import { closeWritable, inTransaction, type Database } from '../sqlite.ts';
import type { IndexOpener, OpenIndex } from './commits/article-index.ts';
import { backUp } from './files/backup.ts';
import { changeOf } from './schema/commit-number.ts';
import { Committer, type StepListener } from './commits/committer.ts';
import { DailyBackup, type DailyBackupOptions } from './files/daily-backup.ts';
import { DamagedTexts, lostLibrary } from './files/damaged-files.ts';
import { deleteDatabaseFiles, prepareLibraryFolder } from './files/library-folder.ts';
import { LibraryLock } from './files/library-lock.ts';
import { libraryPaths, type LibraryPaths } from './files/library-paths.ts';
import { tightenLibrary } from '../owner-only.ts';
import { libraryMigrations } from './schema/library-schema.ts';
import { latestVersion, migrate, schemaVersion } from './schema/migrate.ts';
import {
  isFilled,
  openLibraryDatabase,
  openOrRebuild,
  openTextDatabase,
  refuseNewerFile,
} from './opening/open-databases.ts';
import { nameAsideFiles } from './opening/put-aside.ts';
import { settleReplacement } from './opening/replace-file.ts';
import { recoverPutAside, replaceTexts } from './opening/replace-texts.ts';
import { bringTogether, forgetLostTexts } from './commits/replay.ts';
import { mendSets } from './members/sets-problems.ts';
import { textMigrations } from './texts/text-schema.ts';
import { breathe } from '../concurrency/serial-queue.ts';

export type OpenLibraryOptions = DailyBackupOptions &
  Readonly<{
    libraryDir: string;
    openIndex: IndexOpener;
    onStep?: StepListener;
  }>;

/** A library that this process may write to. */
export class WritableLibrary {
  readonly paths: LibraryPaths;
  readonly library: Database;
  /** Sentences for the person about what was mended while opening. */
  readonly notices: readonly string[];
  /** For whoever has opened the library to begin. */
  readonly dailyBackup: DailyBackup;
  readonly #lock: LibraryLock;
  readonly #options: OpenLibraryOptions;
  readonly #identity: string;
  #text: Database;
  #committer: Committer;
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
    this.notices = parts.notices;
    this.dailyBackup = new DailyBackup(parts.library, parts.paths, options);
    this.#text = parts.text;
    this.#committer = new Committer(parts.library, parts.text, options.onStep);
    this.#lock = parts.lock;
    this.#index = parts.index;
    this.#options = options;
    this.#identity = identityOf(parts.paths.library);
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
      if (tightenLibrary(paths.dir, paths.backups)) {
        notices.push(
          `Other people with an account on this machine could read ${paths.dir}. Now only you can: its folder, its files and its backups.`,
        );
      }
      settleReplacement(paths.text);
      refuseNewerFile(paths.library, libraryMigrations);
      refuseNewerFile(paths.text, textMigrations);
      if (!isFilled(paths.library) && isFilled(paths.text)) throw lostLibrary(paths);
      const library = openLibraryDatabase(paths);
      opened.push(library);
      if (schemaVersion(library) > 0 && schemaVersion(library) < latestVersion(libraryMigrations)) {
        await backUp(library, paths.backups, options.nowMs());
      }
      migrate(library, libraryMigrations);
      let text = openTextDatabase(paths, library, options.nowMs(), notices);
      opened.push(text);
      const mend = (): Readonly<{ wasRestored: boolean; lostTexts: number }> => {
        const wasRestored = bringTogether(library, text, options.nowMs());
        notices.push(...recoverPutAside(paths, library, text));
        return { wasRestored, lostTexts: forgetLostTexts(library, text, options.nowMs()) };
      };
      let mended: ReturnType<typeof mend>;
      try {
        mended = mend();
      } catch (error) {
        if (!(error instanceof DamagedTexts)) throw error;
        const replaced = replaceTexts(paths, library, text, options.nowMs());
        opened.pop();
        text = replaced.text;
        opened.push(text);
        notices.push(replaced.notice);
        mended = mend();
      }
      const { wasRestored, lostTexts } = mended;
      if (wasRestored) {
        deleteDatabaseFiles(paths.index);
        notices.push('The library was put back from a backup: its sources are read again.');
      }
      const index = openOrRebuild(paths.index, options, changeOf(library) > 0 && !wasRestored, notices);
      if (lostTexts > 0) {
        notices.push(`The texts of ${lostTexts} articles were lost and are read from their sources again.`);
      }
      notices.push(...nameAsideFiles(paths, library, notices));
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

  get text(): Database {
    return this.#text;
  }

  get committer(): Committer {
    return this.#committer;
  }

  /**
   * Fails with `library-unusable` when the files are not where they were opened: what is written to a file that was
   * deleted or moved away would be lost without a word.
   */
  assertThere(): void {
    if (identityOf(this.paths.library) === this.#identity) return;
    throw new FailureError({
      code: 'library-unusable',
      message:
        `${this.paths.library} is not there any more: the folder of the library was moved, deleted or replaced, or its ` +
        'disk was taken away. Nothing was written. Put the folder back, and open the library again.',
    });
  }

  /** Throws the index away and opens an empty one. Readers have to open theirs again. */
  resetIndex(): void {
    this.#index.close();
    deleteDatabaseFiles(this.paths.index);
    this.#index = this.#options.openIndex(this.paths.index);
  }

  /** Opens the index as it was last committed, without what is in memory. Readers need not know. */
  reopenIndex(): void {
    const before = this.#index;
    this.#index = this.#options.openIndex(this.paths.index);
    before.close();
  }

  /** Makes what is kept ready besides the rows of the library anew from them. */
  mendSets(): void {
    inTransaction(this.library, () => mendSets(this.library));
  }

  /**
   * Puts damaged texts aside and goes on with what can be read of them. Readers have to open theirs again; what is
   * lost is read again from its files. Returns a sentence about it.
   */
  replaceTexts(): string {
    const { text, notice } = replaceTexts(this.paths, this.library, this.#text, this.#options.nowMs());
    nameAsideFiles(this.paths, this.library, [notice]);
    this.#text = text;
    this.#committer = new Committer(this.library, text, this.#options.onStep);
    return notice;
  }

  /**
   * Makes what was removed unreadable: words out of the segments of the index, and the logs, which still hold the
   * old pages, emptied. A reader that is in the middle of a long read delays the last of it to the next checkpoint.
   * A backup that goes on would be such a reader, and a copy of what was removed: it is begun again.
   */
  async purge(): Promise<void> {
    await this.dailyBackup.giveUp();
    this.#index.purge();
    while (this.index.mergeStep()) await breathe();
    for (const db of [this.text, this.library]) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#index.checkpoint();
    this.dailyBackup.begin();
  }

  async close(): Promise<void> {
    try {
      await this.dailyBackup.close();
      this.#index.close();
      closeWritable(this.text);
      closeWritable(this.library);
    } finally {
      this.#lock.release();
    }
  }
}

/** Another file in the place of one has another identity; none where there is nothing. */
function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.dev}:${found.ino}`;
}

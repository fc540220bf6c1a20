import { FailureError } from '../../contract/failure.ts';
import { type Said, sentence } from '../../words/sentence.ts';
import { closeWritable, inTransaction, type Database } from '../sqlite.ts';
import type { IndexOpener, OpenIndex } from './commits/article-index.ts';
import { backUp } from './files/backup.ts';
import { changeOf } from './schema/commit-number.ts';
import { libraryIdOf, ownLibraryId, setLibraryId } from './schema/library-id.ts';
import { Committer, type StepListener } from './commits/committer.ts';
import { DailyBackup, type DailyBackupOptions } from './files/daily-backup.ts';
import { identityOf } from './files/file-identity.ts';
import { DamagedLibrary, DamagedTexts, lostLibrary } from './files/damaged-files.ts';
import { deleteDatabaseFiles, prepareLibraryFolder } from './files/library-folder.ts';
import { LibraryLock } from './files/library-lock.ts';
import { isFilled, libraryPaths, type LibraryPaths } from './files/library-paths.ts';
import { tightenLibrary } from '../owner-only.ts';
import { libraryMigrations } from './schema/library-schema.ts';
import { latestVersion, migrate, schemaVersion, setApplicationId } from './schema/migrate.ts';
import {
  openLibraryDatabase,
  openOrRebuild,
  openTextDatabase,
  refuseNewerFile,
} from './opening/open-databases.ts';
import { settleOwners } from './opening/own-files.ts';
import { dropAsideFiles, nameAsideFiles } from './opening/put-aside.ts';
import { settleReplacement } from './opening/replace-file.ts';
import { bringTogether, forgetLostTexts } from './commits/replay.ts';
import { mendSets } from './article-sets/sets-problems.ts';
import { textMigrations } from './texts/text-schema.ts';
import { yieldToEventLoop } from '../concurrency/serial-queue.ts';

export type OpenLibraryOptions = DailyBackupOptions &
  Readonly<{
    libraryDir: string;
    openIndex: IndexOpener;
    onStep?: StepListener;
    /** A damaged `library.sqlite` is replaced by what can be read of it, and not refused. */
    salvage?: boolean;
  }>;

/** A library that this process may write to. */
export class WritableLibrary {
  readonly paths: LibraryPaths;
  readonly library: Database;
  /** Sentences for the person about what was done while opening. */
  readonly notices: readonly Said[];
  /** Those of them that are about damage. */
  readonly mended: readonly Said[];
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
      notices: readonly Said[];
      mended: readonly Said[];
    }>,
    options: OpenLibraryOptions,
  ) {
    this.paths = parts.paths;
    this.library = parts.library;
    this.notices = parts.notices;
    this.mended = parts.mended;
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
    try {
      return await WritableLibrary.#open(options, []);
    } catch (error) {
      if (options.salvage !== true || !(error instanceof DamagedLibrary)) throw error;
    }
    return await WritableLibrary.salvage(options);
  }

  /** As `open`, of a library of which `library.sqlite` is damaged: what can be read of it is put into a new file. */
  static async salvage(options: OpenLibraryOptions): Promise<WritableLibrary | null> {
    const paths = libraryPaths(options.libraryDir);
    const lock = LibraryLock.take(paths.lock);
    if (lock === null) return null;
    const { replaceLibrary } = await import('./opening/repairs.ts');
    let notice: Said;
    try {
      notice = replaceLibrary(paths, options.nowMs());
    } finally {
      lock.release();
    }
    return await WritableLibrary.#open(options, [notice]);
  }

  static async #open(options: OpenLibraryOptions, before: readonly Said[]): Promise<WritableLibrary | null> {
    prepareLibraryFolder(options.libraryDir);
    const paths = libraryPaths(options.libraryDir);
    const lock = LibraryLock.take(paths.lock);
    if (lock === null) return null;
    const opened: { close(): void }[] = [];
    try {
      const mended: Said[] = [...before];
      const notices: Said[] = [];
      if (tightenLibrary(paths.dir, paths.backups)) {
        notices.push(sentence('done.tightened', { path: paths.dir }));
      }
      for (const path of [paths.library, paths.text]) settleReplacement(path);
      refuseNewerFile(paths.library, libraryMigrations);
      refuseNewerFile(paths.text, textMigrations);
      if (!isFilled(paths.library) && isFilled(paths.text)) throw lostLibrary(paths);
      const owners = settleOwners(paths, options.nowMs());
      mended.push(...owners.notices);
      const library = openLibraryDatabase(paths);
      opened.push(library);
      if (schemaVersion(library) > 0 && schemaVersion(library) < latestVersion(libraryMigrations)) {
        await backUp(library, paths.backups, options.nowMs());
      }
      notices.push(...migrate(library, libraryMigrations));
      setApplicationId(library);
      const libraryId = ownLibraryId(library, owners.id);
      let text = await openTextDatabase(paths, library, options.nowMs(), mended);
      opened.push(text);
      const mend = async (): Promise<Readonly<{ wasRestored: boolean; lostTexts: number }>> => {
        const wasRestored = bringTogether(library, text, options.nowMs());
        if (libraryIdOf(text) !== libraryId) setLibraryId(text, libraryId);
        if (changeOf(text) < changeOf(library)) {
          const { recoverPutAside } = await import('./opening/repairs.ts');
          mended.push(...recoverPutAside(paths, library, text));
        }
        return { wasRestored, lostTexts: forgetLostTexts(library, text, options.nowMs()) };
      };
      let settled: Awaited<ReturnType<typeof mend>>;
      try {
        settled = await mend();
      } catch (error) {
        if (!(error instanceof DamagedTexts)) throw error;
        const { replaceTexts } = await import('./opening/repairs.ts');
        const replaced = replaceTexts(paths, library, text, options.nowMs());
        opened.pop();
        text = replaced.text;
        opened.push(text);
        mended.push(replaced.notice);
        settled = await mend();
      }
      const { wasRestored, lostTexts } = settled;
      if (wasRestored) {
        deleteDatabaseFiles(paths.index);
        mended.push(sentence('done.restored'));
      }
      const change = changeOf(library);
      const indexOf = { libraryId, change, hadArticles: change > 0 && !wasRestored };
      const index = openOrRebuild(paths.index, options, indexOf, { notices, mended });
      if (lostTexts > 0) {
        mended.push(sentence('done.texts-lost', { count: lostTexts }));
      }
      notices.push(...mended, ...nameAsideFiles(paths, library, mended), ...dropAsideFiles(paths));
      return new WritableLibrary({ paths, lock, library, text, index, notices, mended }, options);
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
      message: sentence('trouble.library-gone', { path: this.paths.library }),
    });
  }

  /** Throws the index away and opens an empty one. Readers have to open theirs again. */
  resetIndex(): void {
    this.#index.close();
    deleteDatabaseFiles(this.paths.index);
    this.#index = this.#openIndex();
  }

  /** Opens the index as it was last committed, without what is in memory. Readers need not know. */
  reopenIndex(): void {
    const before = this.#index;
    this.#index = this.#openIndex();
    before.close();
  }

  #openIndex(): OpenIndex {
    return this.#options.openIndex(this.paths.index, ownLibraryId(this.library, null));
  }

  /** Makes what is kept ready besides the rows of the library anew from them. */
  mendSets(): void {
    inTransaction(this.library, () => mendSets(this.library));
  }

  /** Puts what people wrote back from the backups where it was damaged; false when nothing could be. */
  async restoreWords(): Promise<boolean> {
    const { restoreWords } = await import('./opening/repairs.ts');
    return restoreWords(this.library, this.paths.backups);
  }

  /**
   * Puts damaged texts aside and goes on with what can be read of them. Readers have to open theirs again; what is
   * lost is read again from its files. Returns a sentence about it.
   */
  async replaceTexts(): Promise<Said> {
    const { replaceTexts } = await import('./opening/repairs.ts');
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
    while (this.index.mergeStep()) await yieldToEventLoop();
    for (const db of [this.text, this.library]) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#index.checkpoint();
    this.dailyBackup.begin();
  }

  async close(): Promise<void> {
    const steps: readonly (() => void | Promise<void>)[] = [
      () => this.dailyBackup.close(),
      () => this.#index.close(),
      () => closeWritable(this.text),
      () => closeWritable(this.library),
      () => this.#lock.release(),
    ];
    // One that fails, of a damaged file, must not keep the others open.
    const failed: unknown[] = [];
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  }
}

import { saidBy } from '../../../contract/failure.ts';
import { type Said, sentence } from '../../../words/sentence.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../sqlite.ts';
import type { BackupJob } from './backup.ts';
import type { LibraryPaths } from './library-paths.ts';

const dayMs = 86_400_000;
/** A library that was not backed up for so long is backed up before it is closed. */
const overdueMs = 7 * dayMs;
/** Whoever closes a library does not wait for its backup longer than this. */
const maxWaitMs = 3_000;

/** A backup that is being made beside other work. */
export type RunningBackup = Readonly<{
  /** Whether it was made, and not given up; fails with why it could not be made. */
  made: Promise<boolean>;
  /** Has `made` settle soon. */
  giveUp(): void;
}>;

export type BackupStarter = (job: BackupJob) => RunningBackup;

export type DailyBackupOptions = Readonly<{
  nowMs: () => number;
  startBackup: BackupStarter;
  /** How long to leave those alone who have just opened the library. */
  backUpAfterMs: number;
  /** How long after that to look again whether a day is over: an app may stay open for weeks. */
  backUpAgainMs: number;
  /** Told in a sentence when a backup could not be made, which must keep nobody from reading or writing. */
  onNotice: (message: Said) => void;
}>;

/** Backs an open library up when the last backup is a day old, while it is in use. */
export class DailyBackup {
  readonly #library: Database;
  readonly #paths: LibraryPaths;
  readonly #options: DailyBackupOptions;
  #waiting: NodeJS.Timeout | null = null;
  /** Whether there was something to back up when the library was opened: a new one has its first backup later. */
  #wasDue = false;
  /** When a backup was begun that was not given up. */
  #begunAtMs = Number.NEGATIVE_INFINITY;
  #running: Readonly<{ backup: RunningBackup; ended: Promise<void> }> | null = null;

  constructor(library: Database, paths: LibraryPaths, options: DailyBackupOptions) {
    this.#library = library;
    this.#paths = paths;
    this.#options = options;
  }

  /** Makes today's backup in a while, unless it was made, and that of every other day. */
  begin(): void {
    const { backUpAfterMs, backUpAgainMs } = this.#options;
    this.#stopWaiting();
    try {
      this.#wasDue = this.#isDue();
    } catch (error) {
      // A damaged library is opened nevertheless: how else would it be checked.
      this.#wasDue = false;
      this.#sayFailed(error);
    }
    this.#lookAfter(this.#wasDue ? backUpAfterMs : backUpAgainMs);
  }

  /** Leaves a backup that is not made yet to the next `begin`. */
  async giveUp(): Promise<void> {
    this.#stopWaiting();
    if (this.#running === null) return;
    this.#begunAtMs = Number.NEGATIVE_INFINITY;
    this.#running.backup.giveUp();
    await this.#running.ended;
  }

  /**
   * Gives a backup up that is not made yet, but for one that is long overdue: a library that is only ever open for
   * moments has to be backed up too.
   */
  async close(): Promise<void> {
    try {
      if (!this.#wasDue || this.#ageMs() <= overdueMs) return;
      if (this.#isDue()) this.#start();
      await Promise.race([this.#running?.ended, pause(maxWaitMs, undefined, { ref: false })]);
    } finally {
      await this.giveUp();
    }
  }

  #stopWaiting(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
  }

  #lookAfter(ms: number): void {
    this.#waiting = setTimeout(() => {
      try {
        if (this.#isDue()) this.#start();
      } catch (error) {
        this.#begunAtMs = this.#options.nowMs();
        this.#sayFailed(error);
      }
      this.#lookAfter(this.#options.backUpAgainMs);
    }, ms);
  }

  /** One that failed is tried again a day later, as it would be if it had been made. */
  #isDue(): boolean {
    const waitedMs = this.#options.nowMs() - this.#begunAtMs;
    return this.#running === null && waitedMs >= dayMs && this.#ageMs() >= dayMs;
  }

  #start(): void {
    const { library, backups } = this.#paths;
    const nowMs = this.#options.nowMs();
    this.#begunAtMs = nowMs;
    const backup = this.#options.startBackup({ library, backups, nowMs });
    this.#running = { backup, ended: this.#end(backup, nowMs) };
  }

  async #end(backup: RunningBackup, nowMs: number): Promise<void> {
    try {
      if (!(await backup.made)) return;
      this.#library.prepare(`UPDATE meta SET value = ? WHERE key = 'backedUpAtMs'`).run(Math.floor(nowMs));
    } catch (error) {
      this.#sayFailed(error);
    } finally {
      this.#running = null;
    }
  }

  #sayFailed(error: unknown): void {
    this.#options.onNotice(
      sentence('trouble.no-backup', { folder: this.#paths.backups, why: saidBy(error) }),
    );
  }

  /** How old the last backup is; nothing is backed up of a library that holds nothing. */
  #ageMs(): number {
    if (this.#library.prepare('SELECT 1 FROM sources LIMIT 1').get() === undefined) return 0;
    const last = this.#library
      .prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'backedUpAtMs'`)
      .get();
    return this.#options.nowMs() - (last?.value ?? 0);
  }
}

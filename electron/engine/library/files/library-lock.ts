import { rmSync, truncateSync } from 'node:fs';
import { toFailure } from '../../../contract/failure.ts';
import { openDatabase, type Database } from '../../sqlite.ts';
import { troubleOf } from '../../sqlite-trouble.ts';

/** The right to write to a library: one process has it, and a crash gives it back. */
export class LibraryLock {
  readonly #db: Database;

  private constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Null when another process, or another thread of this one, holds the library. A lock file that is damaged holds
   * nothing, and is begun anew.
   */
  static take(path: string): LibraryLock | null {
    try {
      return LibraryLock.#take(path);
    } catch (error) {
      if (toFailure(error).code !== 'damaged') throw error;
      // Emptied and not deleted: whoever did the same a moment ago may hold it already.
      rmSync(`${path}-journal`, { force: true });
      truncateSync(path);
      return LibraryLock.#take(path);
    }
  }

  static #take(path: string): LibraryLock | null {
    const db = openDatabase(path, { readOnly: false, timeoutMs: 0, journal: 'delete' });
    try {
      db.exec('BEGIN EXCLUSIVE');
      return new LibraryLock(db);
    } catch (error) {
      db.close();
      if (troubleOf(error) === 'locked') return null;
      throw error;
    }
  }

  release(): void {
    this.#db.close();
  }
}

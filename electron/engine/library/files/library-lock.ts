import { openDatabase, type Database } from '../../sqlite.ts';
import { troubleOf } from '../../sqlite-trouble.ts';

/** The right to write to a library: one process has it, and a crash gives it back. */
export class LibraryLock {
  readonly #db: Database;

  private constructor(db: Database) {
    this.#db = db;
  }

  /** Null when another process, or another thread of this one, holds the library. */
  static take(path: string): LibraryLock | null {
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

import { inTransaction, type Database } from '../../sqlite.ts';
import { readAgain } from './read-again.ts';
import { isUnder } from './source-paths.ts';

export type ChosenEncoding = Readonly<{ path: string; encoding: string }>;

/** Encodings that people chose for files and folders, instead of what their bytes look like. */
export class ChosenEncodings {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** In the order of their paths. */
  all(): readonly ChosenEncoding[] {
    return this.#db.prepare<ChosenEncoding>('SELECT path, encoding FROM encodings ORDER BY path').all();
  }

  /**
   * Chooses for `path` and what lies in it, or leaves it to the bytes again with null; has the files read again by the scans that
   * are owed from now on. Returns how many files that are.
   */
  choose(path: string, encoding: string | null, nowMs: number): number {
    return inTransaction(this.#db, () => {
      if (encoding === null) this.#db.prepare('DELETE FROM encodings WHERE path = ?').run(path);
      else
        this.#db
          .prepare(
            `INSERT INTO encodings (path, encoding) VALUES (?, ?)
             ON CONFLICT (path) DO UPDATE SET encoding = excluded.encoding`,
          )
          .run(path, encoding);
      const files = this.#db
        .prepare<{ id: number; path: string }>('SELECT id, path FROM locations WHERE substr(path, 1, ?) = ?')
        .all(path.length, path)
        .filter((file) => isUnder(file.path, path))
        .map(({ id }) => id);
      readAgain(this.#db, files, nowMs);
      return files.length;
    });
  }

  /** Forgets what was chosen for paths that `isHeld` says are in no source any more. */
  forget(isHeld: (path: string) => boolean): void {
    const remove = this.#db.prepare('DELETE FROM encodings WHERE path = ?');
    for (const { path } of this.all()) if (!isHeld(path)) remove.run(path);
  }
}

/** What was chosen for a file: for itself, or for the innermost folder that it lies in; null for nothing. */
export function chosenFor(path: string, chosen: readonly ChosenEncoding[]): string | null {
  let innermost: ChosenEncoding | null = null;
  for (const one of chosen)
    if (isUnder(path, one.path) && one.path.length > (innermost?.path.length ?? -1)) innermost = one;
  return innermost?.encoding ?? null;
}

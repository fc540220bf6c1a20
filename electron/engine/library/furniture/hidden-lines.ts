import type { SourceId } from '../../../contract/ids.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import { readAgain } from '../sources/read-again.ts';

/** Lines that a person chose to be furniture in all articles of a source. */
export class HiddenLines {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  of(source: SourceId): readonly string[] {
    return this.#db
      .prepare<{ line: string }>('SELECT line FROM hidden_lines WHERE source = ? ORDER BY line')
      .all(source)
      .map(({ line }) => line);
  }

  /** Chooses these and no other; has the files of the source read again that hold one article each. Returns how many those are. */
  choose(source: SourceId, lines: readonly string[], nowMs: number): number {
    return inTransaction(this.#db, () => {
      this.#db.prepare('DELETE FROM hidden_lines WHERE source = ?').run(source);
      const put = this.#db.prepare('INSERT OR IGNORE INTO hidden_lines (source, line) VALUES (?, ?)');
      for (const line of lines) put.run(source, line);
      const files = this.#db
        .prepare<{ id: number }>(`SELECT id FROM locations WHERE source = ? AND record = '' AND missing = 0`)
        .all(source)
        .map(({ id }) => id);
      readAgain(this.#db, files, nowMs);
      return files.length;
    });
  }
}

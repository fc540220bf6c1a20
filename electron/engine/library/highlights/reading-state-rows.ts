import type { Database, Statement } from '../../sqlite.ts';
import { checksumOfReadingState, type ReadingStateRow } from '../checksums.ts';

/** The columns of `reading_states` as a `ReadingStateRow` names them. */
export const stateColumns =
  'article, read_at_ms AS readAtMs, excluded_at_ms AS excludedAtMs, queue_place AS queuePlace';

/** Reads and writes what is said of an article's reading; an article of which nothing is said has no row. */
export class ReadingStateRows {
  readonly #of: Statement<ReadingStateRow>;
  readonly #put: Statement<object>;
  readonly #delete: Statement<object>;

  constructor(db: Database) {
    this.#of = db.prepare(`SELECT ${stateColumns} FROM reading_states WHERE article = ?`);
    this.#put = db.prepare(
      `INSERT OR REPLACE INTO reading_states (article, read_at_ms, excluded_at_ms, queue_place, crc)
       SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1)`,
    );
    this.#delete = db.prepare('DELETE FROM reading_states WHERE article = ?');
  }

  of(article: number): ReadingStateRow {
    return this.#of.get(article) ?? { article, readAtMs: null, excludedAtMs: null, queuePlace: null };
  }

  /** An article that is gone takes none. */
  put(row: ReadingStateRow, crc = checksumOfReadingState(row)): void {
    const { article, readAtMs, excludedAtMs, queuePlace } = row;
    if (readAtMs === null && excludedAtMs === null && queuePlace === null) this.#delete.run(article);
    else this.#put.run(article, readAtMs, excludedAtMs, queuePlace, crc);
  }
}

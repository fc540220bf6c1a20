import { articleId, sourceId, type ArticleId } from '../../../contract/ids.ts';
import { endRecordFile, type RecordFile } from '../../library/sources/record-file-rows.ts';
import { rowsInSteps } from '../../rows-in-steps.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import type { KnownLocation } from '../files/file-registry.ts';
import { placeOf } from '../files/record-place.ts';

/** A record as the library knows it, in its order in the file. */
export type RecordRow = Readonly<{
  id: number;
  article: ArticleId;
  /** As of the last reading that came to its end, or of the first one of a record that is new. */
  position: number;
  record: string;
  missing: boolean;
}>;

type StoredRow = Readonly<{
  id: number;
  article: number;
  position: number;
  record: string;
  missing: number;
}>;

type LocationRow = Readonly<{
  path: string;
  record: string;
  id: number;
  source: number;
  article: number;
  sha256: Uint8Array;
  size: number;
  modifiedMs: number;
  missing: number;
}>;

const rowsAStep = 2000;

/** What the library knows of records in files of many. */
export class RecordRegistry {
  readonly #db: Database;
  readonly #locations: Statement<LocationRow>;
  readonly #any: Statement<object>;
  readonly #rows: Statement<StoredRow>;

  constructor(db: Database) {
    this.#db = db;
    this.#locations = db.prepare(
      `SELECT l.path, l.record, l.id, l.source, l.article, l.sha256, l.size, l.modified_ms AS modifiedMs, l.missing
       FROM json_each(?) j CROSS JOIN locations l ON l.path = j.value ->> 0 AND l.record = j.value ->> 1`,
    );
    this.#any = db.prepare('SELECT 1 FROM locations WHERE path = ? LIMIT 1');
    this.#rows = db.prepare(
      `SELECT id, article, position, record, missing FROM locations WHERE path = ?1 AND record > ?2
       ORDER BY record LIMIT ?3`,
    );
  }

  /** What is known at these places, by `placeOf`. */
  locations(places: readonly (readonly [path: string, record: string])[]): Map<string, KnownLocation> {
    if (places.length === 0) return new Map();
    return new Map(
      this.#locations.all(JSON.stringify(places)).map((row) => [
        placeOf(row.path, row.record),
        {
          id: row.id,
          source: sourceId(row.source),
          article: articleId(row.article),
          sha256: Buffer.from(row.sha256).toString('hex'),
          size: row.size,
          modifiedMs: row.modifiedMs,
          missing: row.missing === 1,
        },
      ]),
    );
  }

  /** Whether anything is known of a file. */
  holds(path: string): boolean {
    return this.#any.get(path) !== undefined;
  }

  /** The greatest id of a location at the last reading of a file that came to its end; 0 when there was none. */
  lastLocation(path: string): number {
    const row = this.#db
      .prepare<{ last: number }>('SELECT last_location AS last FROM record_files WHERE path = ?')
      .get(path);
    return row?.last ?? 0;
  }

  /** All records of a file in no order, a few thousand at a time; that of a file which was one record is among them. */
  *rowsOf(path: string): Generator<RecordRow> {
    const whole = this.#db
      .prepare<StoredRow>(
        `SELECT id, article, position, record, missing FROM locations WHERE path = ? AND record = ''`,
      )
      .all(path);
    yield* whole.map(recordRow);
    const steps = rowsInSteps(
      (last: StoredRow | null) => this.#rows.all(path, last?.record ?? '', rowsAStep),
      (row, before) => Buffer.compare(Buffer.from(row.record), Buffer.from(before.record)) > 0,
    );
    for (const rows of steps) yield* rows.map(recordRow);
  }

  /** Whether people have worked on an article, or it is somewhere else as well. */
  isElsewhere(article: ArticleId, location: number): boolean {
    const other = this.#db
      .prepare('SELECT 1 FROM locations WHERE article = ? AND id <> ? AND missing = 0 LIMIT 1')
      .get(article, location);
    return other !== undefined;
  }

  /** Notes the order of a file's records, and that it was read to its end. */
  end(file: RecordFile, ids: readonly number[], positions: readonly number[]): void {
    inTransaction(this.#db, () => {
      const move = this.#db.prepare('UPDATE locations SET position = ?2 WHERE id = ?1 AND position <> ?2');
      ids.forEach((id, at) => move.run(id, positions[at] ?? 0));
      endRecordFile(this.#db, file);
    });
  }
}

function recordRow(row: StoredRow): RecordRow {
  return { ...row, article: articleId(row.article), missing: row.missing === 1 };
}

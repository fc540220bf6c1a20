import { inTransaction, type Database } from '../../sqlite.ts';
import { indexVersion } from '../schema/index-schema.ts';
import { partTables } from './segment-parts.ts';

/** What the index says of itself: version, analyser, change, generation, next segment. */
export function readMeta(db: Database): Map<string, string | number> {
  const rows = db.prepare<{ key: string; value: string | number }>('SELECT key, value FROM meta').all();
  return new Map(rows.map(({ key, value }) => [key, value]));
}

export function writeFirstMeta(db: Database, analyser: string): void {
  inTransaction(db, () => {
    const insert = db.prepare('INSERT INTO meta(key, value) VALUES (?, ?)');
    insert.run('version', indexVersion);
    insert.run('analyser', analyser);
    insert.run('change', 0);
    insert.run('generation', 0);
  });
}

export function writeMeta(db: Database, key: string, value: number): void {
  db.prepare('INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)').run(key, value);
}

/** The number under `key`, `first` when there is none; the next call gives the one after it. */
export function countUp(db: Database, key: string, first: number): number {
  const number = Number(readMeta(db).get(key) ?? first);
  writeMeta(db, key, number + 1);
  return number;
}

/** Rows that one step of sweeping takes out. */
const sweptAtOnce = 256;

/**
 * Takes out some rows of segments that are no more, or never came to be because a crash cut their merge off; false
 * when there are none. `kept` are segments that are being written.
 */
export function sweepStep(db: Database, kept: readonly number[]): boolean {
  const living = JSON.stringify(kept);
  return inTransaction(db, () => {
    for (const table of partTables) {
      const [stray] = db
        .prepare<{ segment: number }>(
          // A skip scan from segment to segment: the parts of each stand together in the key.
          `WITH RECURSIVE held(segment) AS (
             SELECT min(segment) FROM ${table}
             UNION ALL SELECT (SELECT min(segment) FROM ${table} WHERE segment > held.segment) FROM held WHERE segment IS NOT NULL
           )
           SELECT segment FROM held WHERE segment IS NOT NULL AND segment NOT IN (SELECT id FROM segments)
             AND segment NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
        )
        .all(living);
      if (stray === undefined) continue;
      db.prepare(
        `DELETE FROM ${table} WHERE segment = ?1 AND part IN (SELECT part FROM ${table} WHERE segment = ?1 LIMIT ?2)`,
      ).run(stray.segment, sweptAtOnce);
      return true;
    }
    return false;
  });
}

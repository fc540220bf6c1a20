import type { Database } from '../../sqlite.ts';
import { requireScans } from './sources.ts';

/** Has files, by the ids of locations, read again by the scans that are owed from now on. Belongs into a transaction. */
export function readAgain(db: Database, locations: readonly number[], nowMs: number): void {
  const ids = JSON.stringify(locations);
  db.prepare(
    'UPDATE locations SET size = -1, modified_ms = -1 WHERE id IN (SELECT value FROM json_each(?))',
  ).run(ids);
  db.prepare(
    `UPDATE record_files SET size = -1, modified_ms = -1
     WHERE path IN (SELECT path FROM locations WHERE id IN (SELECT value FROM json_each(?)))`,
  ).run(ids);
  requireScans(db, nowMs);
}

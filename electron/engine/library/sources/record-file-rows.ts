import type { Said } from '../../../words/sentence.ts';
import type { Database } from '../../sqlite.ts';
import type { SourceId } from '../../../contract/ids.ts';
import { storedSaid } from '../stored-said.ts';

/** A file of many records that was read to its end. */
export type RecordFile = Readonly<{
  path: string;
  source: SourceId;
  format: string;
  size: number;
  modifiedMs: number;
  records: number;
  warning: Said | null;
}>;

/** Notes that a file of many records was read to its end: until it changes, it need not be read again. */
export function endRecordFile(db: Database, file: RecordFile): void {
  const { path, source, format, size, modifiedMs, records, warning } = file;
  db.prepare(
    `INSERT INTO record_files (path, source, format, size, modified_ms, records, warning, last_location)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT ifnull(max(id), 0) FROM locations WHERE path = ?1))
     ON CONFLICT (path) DO UPDATE SET source = excluded.source, format = excluded.format, size = excluded.size,
       modified_ms = excluded.modified_ms, records = excluded.records, warning = excluded.warning,
       last_location = excluded.last_location`,
  ).run(path, source, format, size, modifiedMs, records, warning === null ? null : storedSaid(warning));
  db.prepare('DELETE FROM record_crashes WHERE path = ?').run(path);
}

/** Has the files of many records that hold any of these articles (a JSON array of ids) read again when they are next met. */
export function forgetRecordFiles(db: Database, articles: string): void {
  db.prepare(
    `UPDATE record_files SET size = -1, modified_ms = -1 WHERE path IN
       (SELECT path FROM locations WHERE article IN (SELECT value FROM json_each(?)) AND record <> '')`,
  ).run(articles);
}

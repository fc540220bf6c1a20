import type { Source } from '../../../contract/archive-api.ts';
import type { SkippedFiles } from '../../../contract/file-reports.ts';
import { sourceId } from '../../../contract/ids.ts';
import type { Database } from '../../sqlite.ts';
import { saidOf } from '../stored-said.ts';

type Row = Readonly<{
  id: number;
  path: string;
  failed: number;
  scannedAtMs: number | null;
  encoding: string | null;
  away: number;
}>;

/** The sources in the order of their paths, with how many articles of each there are and how many are missing, by their ids. */
export function listSources(
  db: Database,
  counts: Readonly<{ articles: Uint32Array; missing: Uint32Array }>,
): Source[] {
  const skipped = db.prepare<SkippedFiles>(
    'SELECT kind, files FROM skipped_files WHERE source = ? ORDER BY files DESC, kind',
  );
  const warnings = db.prepare<{ path: string; warning: string }>(
    'SELECT path, warning FROM record_files WHERE source = ? AND warning IS NOT NULL ORDER BY path LIMIT 100',
  );
  return db
    .prepare<Row>(
      `SELECT id, path, scanned_at_ms AS scannedAtMs, away,
         (SELECT encoding FROM encodings WHERE path = sources.path) AS encoding,
         (SELECT count(*) FROM failures WHERE source = sources.id) AS failed
       FROM sources ORDER BY path`,
    )
    .all()
    .map((row) => ({
      ...row,
      id: sourceId(row.id),
      articles: counts.articles[row.id] ?? 0,
      missing: counts.missing[row.id] ?? 0,
      away: row.away === 1,
      skipped: skipped.all(row.id),
      warnings: warnings.all(row.id).map(({ path, warning }) => ({ path, warning: saidOf(warning) })),
    }));
}

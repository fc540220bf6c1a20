import { inTransaction, type Database } from '../sqlite.ts';
import { indexVersion } from './index-schema.ts';

const partTables = ['columns', 'term_blocks', 'form_blocks', 'chunks'];

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

/** Takes a segment out, inside the caller's transaction. */
export function dropSegment(db: Database, id: number): void {
  db.prepare('DELETE FROM segments WHERE id = ?').run(id);
  for (const table of partTables) {
    db.prepare(`DELETE FROM ${table} WHERE segment = ?`).run(id);
  }
}

/** Deletes rows of segments that never came to be: a merge that a crash cut off. */
export function sweepSegments(db: Database): void {
  inTransaction(db, () => {
    for (const table of partTables) {
      db.exec(`DELETE FROM ${table} WHERE segment NOT IN (SELECT id FROM segments)`);
    }
  });
}

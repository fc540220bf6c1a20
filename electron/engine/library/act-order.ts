import type { Database } from '../sqlite.ts';

/** An act of a person that can be taken back or done again. */
export type Act = Readonly<{
  id: number;
  of: 'tags' | 'corrections' | 'annotations';
  label: string;
  changed: number;
}>;

/** The number of the next act of any kind: acts are taken back newest first, whatever they are on. */
export function nextAct(db: Database): number {
  const row = db
    .prepare<{ last: number | null }>(
      `SELECT max(seq) AS last FROM sqlite_sequence WHERE name IN ('tag_acts', 'correction_acts', 'annotation_acts')`,
    )
    .get();
  return (row?.last ?? 0) + 1;
}

/** What was taken back can't be done again once something else is done. Belongs into a transaction. */
export function forgetUndone(db: Database): void {
  for (const table of ['tag_acts', 'correction_acts', 'annotation_acts'])
    db.exec(`DELETE FROM ${table} WHERE undone = 1`);
}

/** The act that `undo` takes back. */
export function newestDone(db: Database): Act | undefined {
  return db.prepare<Act>(`${acts(0)} ORDER BY id DESC LIMIT 1`).get();
}

/** The act that `redo` does again. */
export function oldestUndone(db: Database): Act | undefined {
  return db.prepare<Act>(`${acts(1)} ORDER BY id LIMIT 1`).get();
}

function acts(undone: 0 | 1): string {
  return `SELECT id, 'tags' AS "of", label, changed FROM tag_acts WHERE undone = ${undone}
    UNION ALL SELECT id, 'corrections', label, changed FROM correction_acts WHERE undone = ${undone}
    UNION ALL SELECT id, 'annotations', label, changed FROM annotation_acts WHERE undone = ${undone}`;
}

import type { Database } from '../../sqlite.ts';

/** The number of the last commit that a database of the library holds. */
export function changeOf(db: Database): number {
  return db.prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'change'`).get()?.value ?? 0;
}

/** Belongs into the transaction that applies commit `change`. */
export function setChange(db: Database, change: number): void {
  db.prepare(`UPDATE meta SET value = ? WHERE key = 'change'`).run(change);
}

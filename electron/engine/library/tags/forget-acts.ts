import type { Database } from '../../sqlite.ts';

/**
 * Forgets acts, and those that can't be taken back or done again without going through one of them: acts are taken back
 * newest first. Belongs into a transaction.
 */
export function forgetActs(db: Database, acts: readonly number[]): void {
  const undone = new Set(
    db
      .prepare<{ id: number }>('SELECT id FROM tag_acts WHERE undone = 1')
      .all()
      .map(({ id }) => id),
  );
  const done = acts.filter((id) => !undone.has(id));
  const forget = (sql: string, act: number): void => {
    db.prepare(`DELETE FROM tag_steps WHERE act IN (SELECT id FROM tag_acts WHERE ${sql})`).run(act);
    db.prepare(`DELETE FROM tag_acts WHERE ${sql}`).run(act);
  };
  if (done.length > 0) forget('undone = 0 AND id <= ?', Math.max(...done));
  const left = acts.filter((id) => undone.has(id));
  if (left.length > 0) forget('undone = 1 AND id >= ?', Math.min(...left));
}

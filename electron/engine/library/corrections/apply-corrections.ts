import type { ArticleId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { forgetUndone } from '../act-order.ts';
import { checksumOfCorrection, type CorrectionRow } from '../checksums.ts';

/** What a commit does to what people corrected. */
export type CorrectionOperation =
  | Readonly<{
      op: 'correct';
      article: ArticleId;
      field: string;
      /** JSON; null for a field that is as it was read again. */
      value: string | null;
      was: string;
      atMs: number;
      /** The act that it belongs to, if it can be undone. */
      act: number | null;
    }>
  | Readonly<{ op: 'beginCorrecting'; act: number; label: string; changed: number; atMs: number }>
  /** All of the act was taken back, or done again. */
  | Readonly<{ op: 'turnCorrecting'; act: number; undone: boolean }>;

/** Acts that can be undone. */
const keptActs = 100;

/** What commits do to corrections, in their transactions. */
export class ApplyCorrections {
  readonly #db: Database;
  readonly #before: Statement<{ value: string }>;
  readonly #step: Statement<object>;
  readonly #put: Statement<object>;
  readonly #remove: Statement<object>;
  readonly #changed: Statement<object>;
  readonly #applied: Statement<object>;
  readonly #begin: Statement<object>;
  readonly #turn: Statement<object>;
  readonly #forgetOld: Statement<object>;
  readonly #all: Statement<Omit<CorrectionRow, 'article'> & Readonly<{ atMs: number }>>;

  constructor(db: Database) {
    this.#db = db;
    this.#before = db.prepare('SELECT value FROM corrections WHERE article = ? AND field = ?');
    this.#step = db.prepare(
      'INSERT OR IGNORE INTO correction_steps (act, article, field, before, after) VALUES (?, ?, ?, ?, ?)',
    );
    this.#put = db.prepare(
      `INSERT INTO corrections (article, field, value, was, at_ms, crc, change)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1)
       ON CONFLICT (article, field) DO UPDATE SET value = excluded.value, was = excluded.was,
         at_ms = excluded.at_ms, crc = excluded.crc, change = excluded.change`,
    );
    this.#remove = db.prepare('DELETE FROM corrections WHERE article = ? AND field = ?');
    this.#changed = db.prepare('UPDATE articles SET change = ?2 WHERE id = ?1');
    this.#applied = db.prepare('UPDATE corrections SET change = ?2 WHERE article = ?1');
    this.#begin = db.prepare(
      'INSERT OR IGNORE INTO correction_acts (id, label, changed, at_ms) VALUES (?, ?, ?, ?)',
    );
    this.#turn = db.prepare('UPDATE correction_acts SET undone = ?2 WHERE id = ?1');
    this.#forgetOld = db.prepare(
      'DELETE FROM correction_acts WHERE id NOT IN (SELECT id FROM correction_acts ORDER BY id DESC LIMIT ?)',
    );
    this.#all = db.prepare('SELECT field, value, was, at_ms AS atMs FROM corrections WHERE article = ?');
  }

  apply(change: number, operation: CorrectionOperation): void {
    switch (operation.op) {
      case 'beginCorrecting':
        forgetUndone(this.#db);
        this.#begin.run(operation.act, operation.label, operation.changed, operation.atMs);
        this.#forgetOld.run(keptActs);
        return;
      case 'turnCorrecting':
        this.#turn.run(operation.act, operation.undone ? 1 : 0);
        return;
      case 'correct': {
        const { article, field, value, was, atMs, act } = operation;
        if (act !== null)
          this.#step.run(act, article, field, this.#before.get(article, field)?.value ?? null, value);
        if (value === null) this.#remove.run(article, field);
        else this.write({ article, field, value, was }, atMs, change);
        this.#changed.run(article, change);
        // All of an article are in the text that this commit has written.
        this.#applied.run(article, change);
      }
    }
  }

  /** Those of an article that a file was split from; they are put into the other's text at the next look. */
  copy(from: ArticleId, to: ArticleId): void {
    for (const { atMs, ...row } of this.#all.all(from)) this.write({ ...row, article: to }, atMs, 0);
  }

  /** `change`: the commit that has put it into the text. */
  write(row: CorrectionRow, atMs: number, change: number): void {
    const { article, field, value, was } = row;
    this.#put.run(article, field, value, was, atMs, checksumOfCorrection(row), change);
  }
}

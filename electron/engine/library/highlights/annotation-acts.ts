import type { DoneAct } from '../../../contract/undo.ts';
import type { Sentence } from '../../../words/sentence.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { forgetUndone, newestDone, nextAct, oldestUndone } from '../act-order.ts';
import {
  checksumOfAnnotationAct,
  type AnnotationActRow,
  type HighlightRow,
  type NoteRow,
  type ReadingStateRow,
} from '../checksums.ts';
import { saidOf, storedSaid } from '../stored-said.ts';
import { NoteRows } from '../notes.ts';
import { HighlightRows } from './highlight-rows.ts';
import { turnMerged, type MergedSteps } from './merged-steps.ts';
import { ReadingStateRows } from './reading-state-rows.ts';

/** A row before and after an act; null where there was none. */
type Turned<Row> = Readonly<{ before: Row | null; after: Row | null }>;
export type AnnotationSteps = Readonly<{
  highlights?: readonly Turned<HighlightRow>[];
  notes?: readonly Turned<NoteRow>[];
  states?: readonly Readonly<{ before: ReadingStateRow; after: ReadingStateRow }>[];
  /** What a merge brought beside highlights. */
  merged?: MergedSteps;
}>;

const keptActs = 100;
/** A state of 100,000 articles takes 16 MB. */
const keptBytes = 32 * 1024 * 1024;

/** Acts on highlights, on notes and on states of reading, kept in the library so that they can be taken back after a restart. */
export class AnnotationActs {
  readonly #db: Database;
  readonly #highlights: HighlightRows;
  readonly #notes: NoteRows;
  readonly #states: ReadingStateRows;
  readonly #putAct: Statement<object>;

  constructor(db: Database) {
    this.#db = db;
    this.#highlights = new HighlightRows(db);
    this.#notes = new NoteRows(db);
    this.#states = new ReadingStateRows(db);
    this.#putAct = db.prepare(
      'INSERT INTO annotation_acts (id, label, changed, steps, crc) VALUES (?, ?, ?, ?, ?)',
    );
  }

  /** Notes an act whose steps are done already. Belongs into their transaction. */
  note(label: Sentence, changed: number, steps: AnnotationSteps): DoneAct {
    forgetUndone(this.#db);
    const id = nextAct(this.#db);
    const row = { id, label: storedSaid(label), steps: JSON.stringify(steps) };
    this.#putAct.run(id, row.label, changed, row.steps, checksumOfAnnotationAct(row));
    this.#forgetOld();
    return { changed, label };
  }

  /** Takes back the newest act if it was one on annotations; null otherwise. */
  undo(): DoneAct | null {
    return this.#turn(newestDone(this.#db), 'before', 1);
  }

  redo(): DoneAct | null {
    return this.#turn(oldestUndone(this.#db), 'after', 0);
  }

  #turn(act: ReturnType<typeof newestDone>, to: 'before' | 'after', undone: 0 | 1): DoneAct | null {
    if (act?.of !== 'annotations') return null;
    return inTransaction(this.#db, () => {
      const row = this.#db
        .prepare<Pick<AnnotationActRow, 'steps'>>('SELECT steps FROM annotation_acts WHERE id = ?')
        .get(act.id);
      const steps = JSON.parse(row?.steps ?? '{}') as AnnotationSteps;
      const { highlights = [], notes = [], states = [], merged } = steps;
      for (const step of highlights) turn(step, to, this.#highlights);
      for (const step of notes) turn(step, to, this.#notes);
      for (const step of states) this.#states.put(step[to]);
      if (merged !== undefined) this.#keep(act, { ...steps, merged: turnMerged(this.#db, merged, to) });
      this.#db.prepare('UPDATE annotation_acts SET undone = ?2 WHERE id = ?1').run(act.id, undone);
      return { changed: act.changed, label: saidOf(act.label) };
    });
  }

  /** Another form of the steps of an act. */
  #keep({ id, label }: Pick<AnnotationActRow, 'id' | 'label'>, kept: AnnotationSteps): void {
    const steps = JSON.stringify(kept);
    this.#db
      .prepare('UPDATE annotation_acts SET steps = ?, crc = ? WHERE id = ?')
      .run(steps, checksumOfAnnotationAct({ id, label, steps }), id);
  }

  #forgetOld(): void {
    let bytes = 0;
    const tooOld = this.#db
      .prepare<{ id: number; bytes: number }>(
        'SELECT id, length(steps) AS bytes FROM annotation_acts ORDER BY id DESC',
      )
      .all()
      .find((act, nth) => {
        bytes += act.bytes;
        return nth >= keptActs || (nth > 0 && bytes > keptBytes);
      });
    if (tooOld !== undefined) this.#db.prepare('DELETE FROM annotation_acts WHERE id <= ?').run(tooOld.id);
  }
}

function turn<Row extends Readonly<{ id: number }>>(
  step: Turned<Row>,
  to: 'before' | 'after',
  rows: Readonly<{ put(row: Row): void; delete(id: number): void }>,
): void {
  const wanted = step[to];
  const id = (step.before ?? step.after)?.id;
  if (wanted !== null) rows.put(wanted);
  else if (id !== undefined) rows.delete(id);
}

/** Forgets acts, and those that can't be turned without going through one of them. Belongs into a transaction. */
export function forgetAnnotationActs(db: Database, acts: readonly number[]): void {
  const undone = db.prepare<{ undone: number }>('SELECT undone FROM annotation_acts WHERE id = ?');
  for (const act of acts) {
    const isUndone = undone.get(act)?.undone === 1;
    const others = isUndone ? 'undone = 1 AND id >= ?' : 'undone = 0 AND id <= ?';
    db.prepare(`DELETE FROM annotation_acts WHERE ${others}`).run(act);
  }
}

/**
 * Forgets acts on highlights and notes of `articles`, which hold their words; those on states hold none. Belongs before
 * the articles are removed.
 */
export function forgetActsOn(db: Database, articles: ReadonlySet<number>): void {
  const acts = db
    .prepare<Pick<AnnotationActRow, 'id' | 'steps'>>(
      `SELECT id, steps FROM annotation_acts WHERE steps NOT LIKE '{"states":%'`,
    )
    .all();
  const isOn = ({ before, after }: Turned<NoteRow | HighlightRow>): boolean =>
    articles.has((before ?? after)?.article ?? 0);
  const drop = db.prepare('DELETE FROM annotation_acts WHERE id = ?');
  for (const { id, steps } of acts) {
    const { highlights = [], notes = [] } = JSON.parse(steps) as AnnotationSteps;
    if (highlights.some(isOn) || notes.some(isOn)) drop.run(id);
  }
}

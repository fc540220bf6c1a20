import type { TagAct, UndoState } from '../../../contract/archive-api.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { inverseOf, TagSteps, type TagStep } from './tag-steps.ts';

type ActRow = Readonly<{ id: number; label: string; changed: number }>;

const keptActs = 100;
/** An act on 500,000 articles takes 2 MB. */
export const keptHistoryBytes = 32 * 1024 * 1024;

/** Acts on tags as they were done, stored in the library so that they can be taken back after a restart. */
export class TagHistory {
  readonly #db: Database;
  readonly #keptBytes: number;
  readonly #steps: TagSteps;
  readonly #putAct: Statement<object>;
  readonly #putStep: Statement<object>;
  readonly #weigh: Statement<Readonly<{ id: number; bytes: number }>>;

  /** Of older acts, as many are kept as fit into `keptBytes`; the newest is kept in any case. */
  constructor(db: Database, keptBytes: number) {
    this.#db = db;
    this.#keptBytes = keptBytes;
    this.#steps = new TagSteps(db);
    this.#putAct = db.prepare('INSERT INTO tag_acts (label, changed, bytes) VALUES (?, ?, ?)');
    this.#putStep = db.prepare('INSERT INTO tag_steps (act, number, step, articles) VALUES (?, ?, ?, ?)');
    this.#weigh = db.prepare('SELECT id, bytes FROM tag_acts ORDER BY id DESC');
  }

  /** Does `steps`, which follow each other, as one act. An act without steps leaves no trace. */
  perform(act: TagAct, steps: readonly TagStep[]): TagAct {
    if (steps.length === 0) return act;
    this.#db.exec('DELETE FROM tag_acts WHERE undone = 1');
    this.#steps.do(steps);
    const stored = steps.map(storedStep);
    const bytes = stored.reduce((sum, [step, ids]) => sum + step.length + (ids?.byteLength ?? 0), 0);
    const id = Number(this.#putAct.run(act.label, act.changed, bytes).lastInsertRowid);
    for (const [number, [step, ids]] of stored.entries()) this.#putStep.run(id, number, step, ids);
    this.#forgetOld();
    return act;
  }

  state(): UndoState {
    return { undo: this.#newestDone()?.label ?? null, redo: this.#oldestUndone()?.label ?? null };
  }

  undo(): TagAct | null {
    return inTransaction(this.#db, () => {
      const act = this.#newestDone();
      if (act === undefined) return null;
      this.#steps.do(this.#stepsOf(act.id).reverse().map(inverseOf));
      this.#db.prepare('UPDATE tag_acts SET undone = 1 WHERE id = ?').run(act.id);
      return { changed: act.changed, label: act.label };
    });
  }

  redo(): TagAct | null {
    return inTransaction(this.#db, () => {
      const act = this.#oldestUndone();
      if (act === undefined) return null;
      this.#steps.do(this.#stepsOf(act.id));
      this.#db.prepare('UPDATE tag_acts SET undone = 0 WHERE id = ?').run(act.id);
      return { changed: act.changed, label: act.label };
    });
  }

  #forgetOld(): void {
    let bytes = 0;
    const tooOld = this.#weigh.all().find((act, nth) => {
      bytes += act.bytes;
      return nth >= keptActs || (nth > 0 && bytes > this.#keptBytes);
    });
    if (tooOld !== undefined) this.#db.prepare('DELETE FROM tag_acts WHERE id <= ?').run(tooOld.id);
  }

  #newestDone(): ActRow | undefined {
    return this.#db
      .prepare<ActRow>('SELECT id, label, changed FROM tag_acts WHERE undone = 0 ORDER BY id DESC LIMIT 1')
      .get();
  }

  #oldestUndone(): ActRow | undefined {
    return this.#db
      .prepare<ActRow>('SELECT id, label, changed FROM tag_acts WHERE undone = 1 ORDER BY id LIMIT 1')
      .get();
  }

  #stepsOf(act: number): TagStep[] {
    return this.#db
      .prepare<{ step: string; articles: Uint8Array | null }>(
        'SELECT step, articles FROM tag_steps WHERE act = ? ORDER BY number',
      )
      .all(act)
      .map(({ step, articles }) => {
        const parsed = JSON.parse(step) as TagStep;
        return articles === null ? parsed : ({ ...parsed, articles: idsOf(articles) } as TagStep);
      });
  }
}

function storedStep(step: TagStep): [string, Uint8Array | null] {
  if (!('articles' in step)) return [JSON.stringify(step), null];
  const { articles, ...rest } = step;
  return [JSON.stringify(rest), new Uint8Array(articles.buffer, articles.byteOffset, articles.byteLength)];
}

function idsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

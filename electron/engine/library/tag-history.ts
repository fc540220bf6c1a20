import type { TagAct, UndoState } from '../../contract/archive-api.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { applyStep, inverseOf, type TagStep } from './tag-steps.ts';

type ActRow = Readonly<{ id: number; label: string; changed: number }>;

const keptActs = 100;

/** Acts on tags as they were done, stored in the library so that they can be taken back after a restart. */
export class TagHistory {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Does `steps`, which follow each other, as one act. An act without steps leaves no trace. */
  perform(act: TagAct, steps: readonly TagStep[]): TagAct {
    if (steps.length === 0) return act;
    this.#db.exec('DELETE FROM tag_acts WHERE undone = 1');
    for (const step of steps) applyStep(this.#db, step);
    const inserted = this.#db
      .prepare('INSERT INTO tag_acts (label, changed) VALUES (?, ?)')
      .run(act.label, act.changed);
    const id = Number(inserted.lastInsertRowid);
    const put = this.#db.prepare('INSERT INTO tag_steps (act, number, step, articles) VALUES (?, ?, ?, ?)');
    for (const [number, step] of steps.entries()) put.run(id, number, ...storedStep(step));
    this.#db.prepare('DELETE FROM tag_acts WHERE id <= ?').run(id - keptActs);
    return act;
  }

  state(): UndoState {
    return { undo: this.#newestDone()?.label ?? null, redo: this.#oldestUndone()?.label ?? null };
  }

  undo(): TagAct | null {
    return inTransaction(this.#db, () => {
      const act = this.#newestDone();
      if (act === undefined) return null;
      for (const step of this.#stepsOf(act.id).reverse()) applyStep(this.#db, inverseOf(step));
      this.#db.prepare('UPDATE tag_acts SET undone = 1 WHERE id = ?').run(act.id);
      return { changed: act.changed, label: act.label };
    });
  }

  redo(): TagAct | null {
    return inTransaction(this.#db, () => {
      const act = this.#oldestUndone();
      if (act === undefined) return null;
      for (const step of this.#stepsOf(act.id)) applyStep(this.#db, step);
      this.#db.prepare('UPDATE tag_acts SET undone = 0 WHERE id = ?').run(act.id);
      return { changed: act.changed, label: act.label };
    });
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

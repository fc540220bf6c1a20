import type { DoneAct } from '../../../contract/undo.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { checksumOfStep } from '../checksums.ts';
import { forgetUndone, nextAct } from '../act-order.ts';
import { saidOf, storedSaid } from '../stored-said.ts';
import { inverseOf, TagSteps, withCarriers, type TagStep } from './tag-steps.ts';

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
    this.#putAct = db.prepare('INSERT INTO tag_acts (id, label, changed, bytes) VALUES (?, ?, ?, ?)');
    this.#putStep = db.prepare(
      'INSERT INTO tag_steps (act, number, step, articles, crc) VALUES (?, ?, ?, ?, ?)',
    );
    this.#weigh = db.prepare('SELECT id, bytes FROM tag_acts ORDER BY id DESC');
  }

  /** Does `steps`, which follow each other, as one act. An act without steps leaves no trace. */
  perform(act: DoneAct, steps: readonly TagStep[]): DoneAct {
    if (steps.length === 0) return act;
    forgetUndone(this.#db);
    const id = nextAct(this.#db);
    this.#steps.do(steps);
    this.#putAct.run(id, storedSaid(act.label), act.changed, bytesOf(steps));
    this.#putSteps(id, steps);
    this.#forgetOld();
    return act;
  }

  undo(): DoneAct | null {
    return inTransaction(this.#db, () => {
      const act = this.#newestDone();
      if (act === undefined) return null;
      const steps = this.#stepsOf(act.id);
      const back = withCarriers(this.#db, takenBack(steps));
      this.#steps.do(back);
      if (back.length > steps.length) this.#replaceSteps(act.id, takenBack(back));
      this.#db.prepare('UPDATE tag_acts SET undone = 1 WHERE id = ?').run(act.id);
      return { changed: act.changed, label: saidOf(act.label) };
    });
  }

  redo(): DoneAct | null {
    return inTransaction(this.#db, () => {
      const act = this.#oldestUndone();
      if (act === undefined) return null;
      const steps = this.#stepsOf(act.id);
      const again = withCarriers(this.#db, steps);
      this.#steps.do(again);
      if (again.length > steps.length) this.#replaceSteps(act.id, again);
      this.#db.prepare('UPDATE tag_acts SET undone = 0 WHERE id = ?').run(act.id);
      return { changed: act.changed, label: saidOf(act.label) };
    });
  }

  #putSteps(act: number, steps: readonly TagStep[]): void {
    for (const [number, [step, articles]] of steps.map(storedStep).entries())
      this.#putStep.run(act, number, step, articles, checksumOfStep({ act, number, step, articles }));
  }

  #replaceSteps(act: number, steps: readonly TagStep[]): void {
    this.#db.prepare('DELETE FROM tag_steps WHERE act = ?').run(act);
    this.#putSteps(act, steps);
    this.#db.prepare('UPDATE tag_acts SET bytes = ?2 WHERE id = ?1').run(act, bytesOf(steps));
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

/** The steps that take these back. */
function takenBack(steps: readonly TagStep[]): TagStep[] {
  return steps.toReversed().map(inverseOf);
}

function bytesOf(steps: readonly TagStep[]): number {
  return steps.map(storedStep).reduce((sum, [step, ids]) => sum + step.length + (ids?.byteLength ?? 0), 0);
}

function storedStep(step: TagStep): [string, Uint8Array | null] {
  if (!('articles' in step)) return [JSON.stringify(step), null];
  const { articles, ...rest } = step;
  return [JSON.stringify(rest), new Uint8Array(articles.buffer, articles.byteOffset, articles.byteLength)];
}

function idsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

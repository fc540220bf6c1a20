import type { ArticleId } from '../../../contract/ids.ts';
import type { ReadingState, TextAnchor } from '../../../contract/read-states.ts';
import type { DoneAct } from '../../../contract/undo.ts';
import { sentence } from '../../../words/sentence.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import type { ReadingStateRow } from '../checksums.ts';
import type { AnnotationActs } from './annotation-acts.ts';
import { keepReadingPlace } from './reading-places.ts';
import { ReadingStateRows } from './reading-state-rows.ts';

/** Which articles people have read, put away or put in the queue. */
export class StateWriter {
  readonly #db: Database;
  readonly #acts: AnnotationActs;
  readonly #rows: ReadingStateRows;

  constructor(db: Database, acts: AnnotationActs) {
    this.#db = db;
    this.#acts = acts;
    this.#rows = new ReadingStateRows(db);
  }

  set(ids: Uint32Array, state: ReadingState, on: boolean, nowMs: number): DoneAct {
    return inTransaction(this.#db, () => {
      let place = this.#lastPlace();
      const steps = Array.from(ids, (article) => this.#rows.of(article))
        .filter((before) => isSo(before, state) !== on)
        .map((before) => ({ before, after: withState(before, state, on, nowMs, () => (place += 1)) }));
      return this.#do(sentence(`deed.${on ? 'state' : 'no-state'}-${state}`), steps);
    });
  }

  /** Between the places of two others there is always one: doubles have room for fifty moves to the same spot. */
  moveInQueue(article: ArticleId, next: ArticleId | null): DoneAct {
    return inTransaction(this.#db, () => {
      const before = this.#rows.of(article);
      const behind = next === null ? null : this.#rows.of(next).queuePlace;
      const place = behind === null ? this.#lastPlace() + 1 : (behind + this.#placeBefore(behind)) / 2;
      return this.#do(sentence('deed.move-in-queue'), [{ before, after: { ...before, queuePlace: place } }]);
    });
  }

  noteRead(article: ArticleId, nowMs: number): void {
    const before = this.#rows.of(article);
    if (before.readAtMs === null) this.#rows.put({ ...before, readAtMs: nowMs });
  }

  keepPlace(article: ArticleId, place: TextAnchor | null): void {
    keepReadingPlace(this.#db, article, place);
  }

  #do(
    label: DoneAct['label'] & object,
    steps: readonly Readonly<{ before: ReadingStateRow; after: ReadingStateRow }>[],
  ): DoneAct {
    if (steps.length === 0) return { changed: 0, label };
    for (const { after } of steps) this.#rows.put(after);
    return this.#acts.note(label, steps.length, { states: steps });
  }

  #lastPlace(): number {
    const row = this.#db
      .prepare<{ last: number | null }>('SELECT max(queue_place) AS last FROM reading_states')
      .get();
    return row?.last ?? 0;
  }

  #placeBefore(place: number): number {
    const row = this.#db
      .prepare<{ last: number | null }>(
        'SELECT max(queue_place) AS last FROM reading_states WHERE queue_place < ?',
      )
      .get(place);
    return row?.last ?? place - 2;
  }
}

function isSo({ readAtMs, excludedAtMs, queuePlace }: ReadingStateRow, state: ReadingState): boolean {
  return { read: readAtMs, excluded: excludedAtMs, queued: queuePlace }[state] !== null;
}

function withState(
  row: ReadingStateRow,
  state: ReadingState,
  on: boolean,
  nowMs: number,
  nextPlace: () => number,
): ReadingStateRow {
  if (state === 'read') return { ...row, readAtMs: on ? nowMs : null };
  if (state === 'excluded') return { ...row, excludedAtMs: on ? nowMs : null };
  return { ...row, queuePlace: on ? nextPlace() : null };
}

import type { CollocatesPage, CollocateSort } from '../../../electron/contract/concordance-api.ts';
import { collocateRow, collocatesHead } from '../../../electron/contract/concordance-csv.ts';
import { FailureError, toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { ResultSetId } from '../../../electron/contract/ids.ts';
import { say } from '../../../electron/words/say.ts';
import { archive, shell } from '../../archive.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

/** Words that are shown; a file has all. */
const shownWords = 200;

/** The words that stand near the hits of an answer, which come in as the engine reads. */
export class CollocatesState {
  page = $state.raw<CollocatesPage | null>(null);
  failure = $state.raw<Failure | null>(null);
  sort = $state<CollocateSort>('log-likelihood');
  /** Words on either side that count as near. */
  reach = $state(5);
  atLeast = $state(3);
  #resultSet: ResultSetId | null = null;
  #running: AbortController | null = null;
  readonly #onGone: () => void;

  /** `onGone`: the engine has forgotten the answer, as after it was started again. */
  constructor(onGone: () => void) {
    this.#onGone = onGone;
  }

  show(resultSet: ResultSetId): void {
    if (resultSet !== this.#resultSet) this.page = null;
    this.#resultSet = resultSet;
    void this.#read(resultSet);
  }

  change(changes: Partial<Pick<CollocatesState, 'sort' | 'reach' | 'atLeast'>>): void {
    Object.assign(this, changes);
    if (this.#resultSet !== null) void this.#read(this.#resultSet);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  /** Saves every word as a table where the person says, in the order that is shown. */
  save(toasts: Toasts): Promise<void> {
    return attempt(toasts, say('export.failed'), async () => {
      const resultSet = this.#resultSet;
      if (resultSet === null) return;
      const pieces = [collocatesHead];
      for (let offset = 0, total = 1; offset < total; offset += shownWords) {
        const page = await this.#ask(resultSet, offset);
        ({ total } = page);
        pieces.push(page.collocates.map(collocateRow).join(''));
      }
      const path = await shell.saveText({ suggestedName: 'collocates.csv', text: pieces.join('') });
      if (path !== null) toasts.show({ message: say('collocates.saved', { path }) });
    });
  }

  async #read(resultSet: ResultSetId): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    try {
      for (let isWhole = false; !isWhole;) {
        const page = await this.#ask(resultSet, 0, running.signal);
        if (this.#running !== running) return;
        this.page = page;
        this.failure = null;
        ({ isWhole } = page.read);
      }
    } catch (thrown) {
      if (this.#running === running) this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    if (thrown instanceof FailureError && thrown.failure.code === 'result-set-gone') return this.#onGone();
    const failure = toFailure(thrown);
    if (failure.code !== 'cancelled') this.failure = failure;
  }

  #ask(resultSet: ResultSetId, offset: number, signal?: AbortSignal): Promise<CollocatesPage> {
    const { sort, reach, atLeast } = this;
    const request = { resultSet, sort, left: reach, right: reach, atLeast, offset, limit: shownWords };
    return archive.collocates(request, signal);
  }
}

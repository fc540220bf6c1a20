import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import { toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { ArticleId, ResultSetId } from '../../../electron/contract/ids.ts';
import { archive } from '../../archive.ts';

/** Reads the article that was asked for last; whoever asks for another gives the one before up. */
export class ArticleLoader {
  /** Whose query's hits are marked. */
  resultSet: ResultSetId | null = null;
  #running: AbortController | null = null;

  get isRunning(): boolean {
    return this.#running !== null;
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  /** Null where it was given up. */
  async load(
    id: ArticleId,
  ): Promise<Readonly<{ view: ArticleView }> | Readonly<{ failure: Failure }> | null> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    const { resultSet } = this;
    try {
      const view = await archive.article({ id, resultSet }, running.signal);
      return this.#isOver(running) ? { view } : null;
    } catch (thrown) {
      if (!this.#isOver(running)) return null;
      const failure = toFailure(thrown);
      if (failure.code === 'cancelled') return null;
      if (failure.code !== 'result-set-gone' || resultSet === null) return { failure };
      // The engine was restarted since the search: the article is shown without its hits until that is repeated.
      this.resultSet = null;
      return this.load(id);
    }
  }

  /** False for what is not awaited any more. */
  #isOver(running: AbortController): boolean {
    if (this.#running !== running) return false;
    this.#running = null;
    return true;
  }
}

import type { ArticleId } from '../../../electron/contract/ids.ts';
import type { ReadingState } from '../../../electron/contract/read-states.ts';
import type { ArticleSelection } from '../../../electron/contract/search.ts';
import type { DoneAct } from '../../../electron/contract/undo.ts';
import { say } from '../../../electron/words/say.ts';
import { archive } from '../../archive.ts';
import type { UndoableActs } from './undoable-acts.ts';

/** Acts on what a person says of the reading of articles. */
export class Marking {
  readonly #acts: UndoableActs;

  constructor(acts: UndoableActs) {
    this.#acts = acts;
  }

  /** Says it of what is selected, or takes it back where it is said of all of it. */
  async toggle(selection: ArticleSelection, state: ReadingState): Promise<void> {
    let on = true;
    await this.#acts.do(
      async () => {
        const done = await archive.setReadingState({ selection, state, on });
        if (done.changed > 0) return done;
        on = false;
        return await archive.setReadingState({ selection, state, on });
      },
      (changed) => {
        const articles = say('count.articles', { count: changed });
        return changed === 0 ? null : say(on ? `marking.${state}` : `marking.no-${state}`, { articles });
      },
      'marking.failed',
    );
  }

  /** Puts an article of the queue before another one, or at its end. */
  async moveInQueue(article: ArticleId, before: ArticleId | null): Promise<void> {
    const move = async (): Promise<DoneAct> => await archive.moveInQueue({ article, before });
    await this.#acts.do(move, () => null, 'marking.not-moved');
  }
}

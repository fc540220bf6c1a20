import type { DoneAct } from '../../../electron/contract/undo.ts';
import type { MessageName } from '../../../electron/words/languages.ts';
import { say } from '../../../electron/words/say.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import type { Undoing } from './undoing.ts';

/** Acts that say what they did and offer to take it back. */
export class UndoableActs {
  readonly #toasts: Toasts;
  readonly #undoing: Undoing;

  constructor(toasts: Toasts, undoing: Undoing) {
    this.#toasts = toasts;
    this.#undoing = undoing;
  }

  /** Whether it could be done. `sayDone` is given how many articles it changed; null says nothing. */
  async do(
    act: () => Promise<DoneAct>,
    sayDone: (changed: number) => string | null,
    failed: MessageName,
  ): Promise<boolean> {
    try {
      const { changed } = await act();
      const message = sayDone(changed);
      const undo = (): Promise<void> => this.#undoing.undo();
      if (message !== null) this.#toasts.show(changed === 0 ? { message } : { message, undo });
      return true;
    } catch (thrown) {
      this.#toasts.showFailure(say(failed), thrown);
      return false;
    }
  }
}

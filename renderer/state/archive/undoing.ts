import { say } from '../../../electron/words/say.ts';
import { word } from '../../../electron/words/word.ts';
import { archive } from '../../archive.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

/** Takes acts on tags and corrections back and does them again, newest first; each says what it did. */
export class Undoing {
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  async undo(): Promise<void> {
    try {
      const act = await archive.undo({});
      this.#toasts.show({
        message:
          act === null ? say('tagging.nothing-to-undo') : say('tagging.undone', { act: word(act.label) }),
      });
    } catch (thrown) {
      this.#toasts.showFailure(say('tagging.not-undone'), thrown);
    }
  }

  async redo(): Promise<void> {
    try {
      const act = await archive.redo({});
      this.#toasts.show({
        message:
          act === null ? say('tagging.nothing-to-redo') : say('tagging.redone', { act: word(act.label) }),
      });
    } catch (thrown) {
      this.#toasts.showFailure(say('tagging.not-redone'), thrown);
    }
  }
}

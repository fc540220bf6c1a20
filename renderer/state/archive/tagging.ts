import { starTag } from '../../../electron/contract/archive-api.ts';
import type { Selection } from '../../../electron/contract/search.ts';
import { sayTagChange } from '../../text/say-tag-change.ts';
import { archive } from '../../archive.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

/** Acts on tags, each of which says what it did and offers to take it back. */
export class Tagging {
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  async setTags(selection: Selection, add: readonly string[], remove: readonly string[]): Promise<void> {
    try {
      const act = await archive.setTags({ selection, add, remove });
      if (act.changed > 0) {
        const message = sayTagChange(add, remove, act.changed);
        this.#toasts.show({ message, undo: () => this.undo() });
      }
    } catch (thrown) {
      this.#toasts.showFailure('The tags could not be changed', thrown);
    }
  }

  /** Stars what is selected, or takes the star away where all of it has one. */
  async star(selection: Selection): Promise<void> {
    try {
      const { articles, tags } = await archive.tagsOf({ selection });
      const starred = tags.find((tag) => tag.name === starTag)?.articles ?? 0;
      const isStarred = starred === articles;
      await this.setTags(selection, isStarred ? [] : [starTag], isStarred ? [starTag] : []);
    } catch (thrown) {
      this.#toasts.showFailure('The star could not be set', thrown);
    }
  }

  async undo(): Promise<void> {
    try {
      const act = await archive.undo({});
      this.#toasts.show({ message: act === null ? 'There is nothing to undo' : `Undone: ${act.label}` });
    } catch (thrown) {
      this.#toasts.showFailure('Undo failed', thrown);
    }
  }

  async redo(): Promise<void> {
    try {
      const act = await archive.redo({});
      this.#toasts.show({ message: act === null ? 'There is nothing to redo' : `Redone: ${act.label}` });
    } catch (thrown) {
      this.#toasts.showFailure('Redo failed', thrown);
    }
  }
}

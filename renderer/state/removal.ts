import { say } from '../../electron/words/say.ts';
import type { ArticleSelection } from '../../electron/contract/search.ts';
import { archive } from '../archive.ts';
import type { ReadingState } from './search/reading-state.svelte.ts';
import type { SearchState } from './search/search-state.svelte.ts';
import type { SelectionState } from './search/selection-state.svelte.ts';
import { attempt } from './window/attempt.ts';
import type { Dialogs, Removal } from './window/dialogs.svelte.ts';
import type { Toasts } from './window/toasts.svelte.ts';

type Around = Readonly<{
  dialogs: Dialogs;
  reading: ReadingState;
  search: SearchState;
  selection: SelectionState;
  toasts: Toasts;
}>;

/** Takes articles out of the library, once the person knows what that means. */
export class Removing {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Asks whether these are to go. */
  ask(selection: ArticleSelection): Promise<void> {
    const { dialogs, toasts } = this.#around;
    return attempt(toasts, say('removal.nothing'), async () => {
      const impact = await archive.removalImpact({ selection });
      if (impact.articles === 0) toasts.show({ message: say('removal.gone') });
      else dialogs.openRemoving({ selection, impact });
    });
  }

  /** The person knows, and wants it. The results stay at the row where they were. */
  remove({ selection: chosen, impact }: Removal): Promise<void> {
    const { reading, search, selection, toasts } = this.#around;
    return attempt(toasts, say('removal.failed'), async () => {
      const { removed, canUndo } = await archive.removeArticles({ selection: chosen });
      const articles = say('count.articles', { count: removed });
      const message = impact.files === 0 ? 'removal.done' : 'removal.done-files-stay';
      const undo = (): Promise<void> => this.#undo();
      toasts.show({ message: say(message, { articles }), ...(canUndo ? { undo } : {}) });
      selection.clear();
      if (reading.isAside) reading.close();
      await search.search('again');
    });
  }

  #undo(): Promise<void> {
    const { search, toasts } = this.#around;
    return attempt(toasts, say('removal.not-undone'), async () => {
      const { givenBack } = await archive.undoRemoval({});
      const articles = say('count.articles', { count: givenBack });
      toasts.show({
        message: givenBack === 0 ? say('removal.nothing-to-undo') : say('removal.undone', { articles }),
      });
      await search.search('again');
    });
  }
}

import type { Selection } from '../../electron/contract/search.ts';

/** What lies over the window now. */
export class Dialogs {
  isShortcutsOpen = $state(false);
  /** The articles that the tag picker is open for. */
  tagging = $state.raw<Selection | null>(null);

  get isAnyOpen(): boolean {
    return this.isShortcutsOpen || this.tagging !== null;
  }
}

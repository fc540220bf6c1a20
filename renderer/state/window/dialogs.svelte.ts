import type { Selection } from '../../../electron/contract/search.ts';

/** What lies over the window now. */
export class Dialogs {
  isShortcutsOpen = $state(false);
  /** The articles that the tag picker is open for. */
  tagging = $state.raw<Selection | null>(null);
  #focusedBefore: Element | null = null;

  get isAnyOpen(): boolean {
    return this.isShortcutsOpen || this.tagging !== null;
  }

  openShortcuts(): void {
    this.#focusedBefore = document.activeElement;
    this.isShortcutsOpen = true;
  }

  openTagging(selection: Selection): void {
    this.#focusedBefore = document.activeElement;
    this.tagging = selection;
  }

  /** Closes what is open and gives the focus back to where the person was. */
  close(): void {
    this.isShortcutsOpen = false;
    this.tagging = null;
    const before = this.#focusedBefore;
    if (before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }));
  }
}

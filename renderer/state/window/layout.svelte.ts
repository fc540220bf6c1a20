import { MediaQuery } from 'svelte/reactivity';

/** How much the width of the window has room for. */
export class Layout {
  /** The drawer of a narrow window, or the sidebar of a wide one. */
  isDrawerOpen = $state(false);
  isSidebarHidden = $state(false);
  /** In the narrowest window, where list and article take turns. */
  isArticleInFront = $state(false);
  readonly #roomForSidebar = new MediaQuery('min-width: 1100px', true);
  readonly #roomForBoth = new MediaQuery('min-width: 800px', true);

  get hasSidebar(): boolean {
    return this.#roomForSidebar.current && !this.isSidebarHidden;
  }

  get isFolded(): boolean {
    return !this.#roomForSidebar.current;
  }

  get isSingle(): boolean {
    return !this.#roomForBoth.current;
  }

  toggleSidebar(): void {
    if (this.isFolded) this.isDrawerOpen = !this.isDrawerOpen;
    else this.isSidebarHidden = !this.isSidebarHidden;
  }
}

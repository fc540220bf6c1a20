/** Whether the screen has a width; paper, on which the same queries speak of the page, changes nothing. */
class ScreenQuery {
  current = $state(true);

  constructor(query: string) {
    const list = matchMedia(query);
    this.current = list.matches;
    list.addEventListener('change', ({ matches }) => {
      if (!matchMedia('print').matches) this.current = matches;
    });
  }
}

/** How much the width of the window has room for. */
export class Layout {
  /** The drawer of a narrow window, or the sidebar of a wide one. */
  isDrawerOpen = $state(false);
  isSidebarHidden = $state(false);
  /** In the narrowest window, where list and article take turns. */
  isArticleInFront = $state(false);
  readonly #roomForSidebar = new ScreenQuery('(min-width: 1100px)');
  readonly #roomForBoth = new ScreenQuery('(min-width: 800px)');

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

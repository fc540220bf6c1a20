/** What jsdom lacks and the window needs; a window of 1,440 pixels unless told otherwise. */
export function fillBrowserGaps(windowPx = 1440): void {
  class Observer {
    observe(): void {
      // Nothing is laid out in jsdom, so there is nothing to tell.
    }
    unobserve(): void {
      // As above.
    }
    disconnect(): void {
      // As above.
    }
  }
  Object.assign(globalThis, {
    ResizeObserver: Observer,
    matchMedia: (query: string) => {
      const atLeastPx = Number(/min-width: (\d+)px/.exec(query)?.[1] ?? 0);
      const list = new EventTarget();
      return Object.assign(list, { media: query, matches: windowPx >= atLeastPx });
    },
  });
  Element.prototype.scrollIntoView = () => undefined;
}

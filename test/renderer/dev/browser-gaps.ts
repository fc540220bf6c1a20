import { vi } from 'vitest';

// What the window needs of a browser and jsdom does not have: nothing here ever changes its size.
class StillObserver implements ResizeObserver {
  disconnect(): void {
    return undefined;
  }
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
}

vi.stubGlobal('ResizeObserver', StillObserver);
vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { matches: false, media }));
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

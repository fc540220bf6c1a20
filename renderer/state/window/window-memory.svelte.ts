import type { WindowMemory } from '../../../electron/contract/shell-api.ts';
import { shell } from '../../archive.ts';

export const usualFontSizePx = 19;
const [smallestFontPx, largestFontPx] = [14, 34];
const restMs = 400;

const blank: WindowMemory = {
  query: '',
  sort: 'relevance',
  theme: 'system',
  fontSizePx: usualFontSizePx,
  view: 'search',
  panes: [],
  keys: {},
};

/** What the window finds again at the next start. */
export class WindowMemoryState {
  current = $state.raw(blank);
  #timer: ReturnType<typeof setTimeout> | undefined;

  async load(): Promise<void> {
    this.current = { ...blank, ...(await shell.memory({})) };
  }

  /** Changes something and has it kept once the person rests. */
  change(changes: Partial<WindowMemory>): void {
    this.current = { ...this.current, ...changes };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), restMs);
  }

  /** Keeps what has not been kept yet when the window closes. Returns the end of that. */
  keepAtClose(): () => void {
    const keep = () => {
      if (this.#timer !== undefined) void this.keep();
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }

  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await shell.remember({ memory: this.current });
  }

  resizeFont(byPx: number): void {
    const wanted = this.current.fontSizePx + byPx;
    this.change({ fontSizePx: Math.min(largestFontPx, Math.max(smallestFontPx, wanted)) });
  }
}

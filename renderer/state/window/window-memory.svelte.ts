import { maxTwisted, type ReadingType, type WindowMemory } from '../../../electron/contract/shell-api.ts';
import { shell } from '../../archive.ts';

export const usualFontSizePx = 19;
const [smallestFontPx, largestFontPx] = [14, 34];
const restMs = 400;
const usualType: ReadingType = { family: 'serif', measure: 'usual', leading: 'usual' };

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

  /** How articles are set. */
  get type(): ReadingType {
    return this.current.type ?? usualType;
  }

  async load(): Promise<void> {
    this.current = { ...blank, ...(await shell.memory({})) };
  }

  /** Changes something and has it kept once the person rests. */
  change(changes: Partial<WindowMemory>): void {
    this.current = { ...this.current, ...changes };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), restMs);
  }

  /** Whether the person turned a part of the sidebar from how it usually is: folded, or unfolded. */
  isTwisted(part: string): boolean {
    return this.current.twisted?.includes(part) === true;
  }

  twist(part: string): void {
    const others = (this.current.twisted ?? []).filter((other) => other !== part);
    const twisted = this.isTwisted(part) ? others : [...others, part];
    this.change({ twisted: twisted.slice(-maxTwisted) });
  }

  /** Keeps what has not been kept yet when the window closes. Returns the end of that. */
  keepAtClose(): () => void {
    const keep = () => {
      if (this.#timer !== undefined) void this.keep();
    };
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
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

import type { Suggestion, Suggestions } from '../../../electron/contract/suggestions.ts';
import { archive } from '../../archive.ts';

/** A query with a completion in it, and where the caret stands then. */
export type Completed = Readonly<{ query: string; caret: number }>;

/** Finds what may be meant by what ends at the caret of a text. */
export type Suggest = (text: string, caret: number, signal: AbortSignal) => Promise<Suggestions>;

const suggestForQuery: Suggest = (query, caret, signal) => archive.suggest({ query, caret }, signal);

/** What may be meant by what is being typed in the query box, or in another one. */
export class CompletionState {
  suggestions = $state.raw<readonly Suggestion[]>([]);
  /** The one that stands in the query box; -1 for what was typed. */
  active = $state(-1);
  #typed = '';
  #from = 0;
  #to = 0;
  #running: AbortController | null = null;
  readonly #suggest: Suggest;

  constructor(suggest: Suggest = suggestForQuery) {
    this.#suggest = suggest;
  }

  get isOpen(): boolean {
    return this.suggestions.length > 0;
  }

  /** After a key: the caret is where it is being typed. */
  async complete(query: string, caret: number): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const { from, to, suggestions } = await this.#suggest(query, caret, running.signal);
      if (this.#running !== running) return;
      this.#typed = query;
      this.#from = from;
      this.#to = to;
      this.suggestions = suggestions;
      this.active = -1;
    } catch {
      // Given up, or nothing works: the search that goes with each key says so.
      if (this.#running === running) this.suggestions = [];
    }
  }

  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.suggestions = [];
    this.active = -1;
  }

  /** What a key does; null for one that does nothing here. Enter is the query's own, and ends the choice. */
  press(key: string, isShifted: boolean): Completed | null {
    if (!this.isOpen) return null;
    switch (key) {
      case 'ArrowDown':
        return this.step(1);
      case 'ArrowUp':
        return this.step(-1);
      case 'Tab':
        return isShifted ? null : this.take(Math.max(0, this.active));
      case 'Escape':
        return this.take(-1);
      case 'Enter':
        this.close();
        return null;
      default:
        return null;
    }
  }

  /** Ends the choice with one of them; -1 for what was typed. */
  take(index: number): Completed {
    const taken = this.choose(index);
    this.close();
    return taken;
  }

  /** Goes on to another one, or back to what was typed, which lies between the last and the first. */
  step(by: 1 | -1): Completed {
    const places = this.suggestions.length + 1;
    return this.choose(((this.active + 1 + by + places) % places) - 1);
  }

  choose(index: number): Completed {
    this.active = index;
    const chosen = this.suggestions[index];
    if (chosen === undefined) return { query: this.#typed, caret: this.#to };
    const query = this.#typed.slice(0, this.#from) + chosen.text + this.#typed.slice(this.#to);
    return { query, caret: this.#from + chosen.text.length };
  }
}

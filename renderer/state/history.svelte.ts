import type { ArticleId } from '../../electron/contract/ids.ts';
import type { Question } from './search-state.svelte.ts';

/** A place to come back to: a question, and the article that was open. */
export type Place = Readonly<{ question: Question; article: ArticleId | null }>;

const placesKept = 100;

/** Where the person was, for "back" and "forward". */
export class History {
  #places = $state.raw<readonly Place[]>([]);
  #at = $state(-1);

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#places.length - 1;
  }

  /** Notes where the person has arrived; what lay ahead is forgotten. */
  visit(place: Place): void {
    const here = this.#places[this.#at];
    if (here !== undefined && JSON.stringify(here) === JSON.stringify(place)) return;
    this.#places = [...this.#places.slice(0, this.#at + 1), place].slice(-placesKept);
    this.#at = this.#places.length - 1;
  }

  go(steps: -1 | 1): Place | undefined {
    const place = this.#places[this.#at + steps];
    if (place !== undefined) this.#at += steps;
    return place;
  }
}

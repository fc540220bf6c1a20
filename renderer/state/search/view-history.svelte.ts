import type { ArticleId } from '../../../electron/contract/ids.ts';
import type { Question } from './question.ts';

/** A place to come back to: a question, and the article that was open. */
export type Place = Readonly<{
  question: Question;
  article: ArticleId | null;
  /** Where the article stood in the answer. */
  row?: number;
}>;

const placesKept = 100;

/** Where the person was, for "back" and "forward". */
export class ViewHistory {
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
    const isHere = here !== undefined && JSON.stringify(here.question) === JSON.stringify(place.question);
    if (isHere && (here.article === place.article || place.article === null)) return;
    // An answer of which no article was open yet is the same place as the first article that is opened in it.
    const behind = this.#places.slice(0, isHere && here.article === null ? this.#at : this.#at + 1);
    this.#places = [...behind, place].slice(-placesKept);
    this.#at = this.#places.length - 1;
  }

  /** What was asked there means something else now, as after tags were merged. */
  rewrite(renewed: (question: Question) => Question): void {
    this.#places = this.#places.map((place) => ({ ...place, question: renewed(place.question) }));
  }

  go(steps: -1 | 1): Place | undefined {
    const place = this.#places[this.#at + steps];
    if (place !== undefined) this.#at += steps;
    return place;
  }
}

import type { ArticleId } from '../../../electron/contract/ids.ts';
import type { TextAnchor } from '../../../electron/contract/read-states.ts';
import { archive } from '../../archive.ts';
import type { ReadingState } from './reading-state.svelte.ts';

/** Whoever has an article open for as long has read it. */
const readAfterMs = 5000;
const restMs = 1000;

type Place = Readonly<{ article: ArticleId; place: TextAnchor | null }>;

/** Has articles that stay open known as read, and where the person is in them kept. */
export class ReadingHabits {
  readonly #reading: ReadingState;
  #open: ArticleId | null = null;
  #moved: Place | null = null;
  #isAtHead = true;
  #readTimer: ReturnType<typeof setTimeout> | undefined;
  #placeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(reading: ReadingState) {
    this.#reading = reading;
  }

  /** Another article is open, or another place of it. */
  follow(): void {
    const { view, anchor, isOriginalShown } = this.#reading;
    const article = view?.id ?? null;
    if (article !== this.#open) {
      this.#keep();
      this.#open = article;
      this.#isAtHead = view?.place === null;
      clearTimeout(this.#readTimer);
      if (view !== null && !view.states.includes('read'))
        this.#readTimer = setTimeout(() => this.#noteRead(view.id), readAfterMs);
      return;
    }
    if (article === null || isOriginalShown || (anchor === null && this.#isAtHead)) return;
    this.#isAtHead = anchor === null;
    this.#moved = { article, place: anchor };
    clearTimeout(this.#placeTimer);
    this.#placeTimer = setTimeout(() => this.#keep(), restMs);
  }

  stop(): void {
    clearTimeout(this.#readTimer);
    this.#keep();
  }

  #noteRead(article: ArticleId): void {
    if (document.visibilityState !== 'visible') {
      this.#readTimer = setTimeout(() => this.#noteRead(article), readAfterMs);
      return;
    }
    // Nothing is lost where it can't be written, as while another window writes.
    archive.noteRead({ article }).catch(() => undefined);
  }

  #keep(): void {
    clearTimeout(this.#placeTimer);
    const moved = this.#moved;
    this.#moved = null;
    if (moved !== null) archive.keepPlace(moved).catch(() => undefined);
  }
}

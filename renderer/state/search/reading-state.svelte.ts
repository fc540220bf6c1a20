import type { ArticleView, OriginalText } from '../../../electron/contract/archive-api.ts';
import { toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { ArticleId, ResultSetId } from '../../../electron/contract/ids.ts';
import { archive } from '../../archive.ts';
import { findForms, findInArticle, findInText, markedForms, offsetsOf } from '../../text/article-marks.ts';

/** The open article and where the person is in it. */
export class ReadingState {
  /** The open article; the one before stays here until the next is there. */
  view = $state.raw<ArticleView | null>(null);
  original = $state.raw<OriginalText | null>(null);
  failure = $state.raw<Failure | null>(null);
  isFurnitureShown = $state(false);
  isOriginalShown = $state(false);
  isFinding = $state(false);
  /** The open article is not the one that has the focus in the results. */
  isAside = $state(false);
  wanted = $state('');
  isAddingNote = $state(false);
  /** Number of the hit that the person is at, counted through the article; -1 before the first. */
  currentHit = $state(-1);
  /** Counts the moments at which the current hit is to be brought into sight. */
  jumps = $state(0);

  readonly isSearchingWithin = $derived(this.isFinding && this.wanted.trim() !== '');
  /** Marks of "find in article" while that is used, else those of the query. */
  readonly marks = $derived.by(() => {
    if (this.view === null) return null;
    return this.isSearchingWithin ? findInArticle(this.view.fields, this.wanted) : this.view.marks;
  });
  readonly originalMarks = $derived.by(() => {
    const text = this.original?.text ?? '';
    if (this.isSearchingWithin) return findInText(text, this.wanted);
    // The engine marks fields, not files: in the file the same words are marked where they stand again.
    return this.view === null ? [] : findForms(text, markedForms(this.view.fields, this.view.marks));
  });
  readonly offsets = $derived(this.marks === null ? null : offsetsOf(this.marks));
  readonly hits = $derived.by(() => {
    if (this.isOriginalShown) return this.originalMarks.length;
    const { furniture = [], total = 0 } = this.offsets ?? {};
    // Hits in folded furniture are out of sight: they are counted once it is unfolded.
    return this.isFurnitureShown ? total : (furniture[0] ?? total);
  });
  #resultSet: ResultSetId | null = null;
  #running: AbortController | null = null;

  /** Opens an article at its first hit; one that is open already may be left where the person is in it. */
  async open(id: ArticleId, resultSet: ResultSetId | null, staysInPlace = false): Promise<void> {
    this.isAside = false;
    this.#resultSet = resultSet;
    await this.#show(id, staysInPlace);
  }

  /** Opens an article that the open one leads to; the results keep their focus. */
  async openAside(id: ArticleId): Promise<void> {
    await this.#show(id, false);
    this.isAside = this.view?.id === id;
  }

  async #show(id: ArticleId, staysInPlace: boolean): Promise<void> {
    const view = await this.#load(id);
    if (view === null) return;
    const isOther = this.view?.id !== view.id;
    this.view = view;
    if (!isOther && staysInPlace) return;
    if (isOther) {
      this.original = null;
      this.isFurnitureShown = false;
      this.isFinding = false;
      this.isAddingNote = false;
      if (this.isOriginalShown) await this.#loadOriginal();
    }
    if (this.view === view) this.#jumpToFirst();
  }

  /** Reads the open article again, as after tagging; the person stays where they are. */
  async reload(): Promise<void> {
    if (this.view === null) return;
    const view = await this.#load(this.view.id);
    if (view !== null) this.view = view;
  }

  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.view = null;
    this.original = null;
    this.failure = null;
  }

  /** To the next hit, or the one before; around the ends. */
  step(by: -1 | 1): void {
    if (this.hits === 0) return;
    const from = this.currentHit === -1 && by === -1 ? 0 : this.currentHit;
    this.goToHit((from + by + this.hits) % this.hits);
  }

  goToHit(hit: number): void {
    this.currentHit = hit;
    this.jumps++;
  }

  find(wanted: string): void {
    this.wanted = wanted;
    this.#jumpToFirst();
  }

  startFinding(): void {
    this.isFinding = true;
    this.#jumpToFirst();
  }

  stopFinding(): void {
    this.isFinding = false;
    this.currentHit = -1;
  }

  toggleFurniture(): void {
    this.isFurnitureShown = !this.isFurnitureShown;
    this.currentHit = Math.min(this.currentHit, this.hits - 1);
  }

  async toggleOriginal(): Promise<void> {
    this.isOriginalShown = !this.isOriginalShown;
    if (this.isOriginalShown) await this.#loadOriginal();
    this.#jumpToFirst();
  }

  #jumpToFirst(): void {
    this.currentHit = this.hits > 0 ? 0 : -1;
    this.jumps++;
  }

  async #load(id: ArticleId): Promise<ArticleView | null> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const view = await archive.article({ id, resultSet: this.#resultSet }, running.signal);
      if (this.#running !== running) return null;
      this.failure = null;
      return view;
    } catch (thrown) {
      return this.#running === running ? this.#failed(toFailure(thrown), id) : null;
    }
  }

  // The engine was restarted since the search: the article is shown without its hits until that is repeated.
  #failed(failure: Failure, id: ArticleId): Promise<ArticleView | null> | null {
    if (failure.code === 'result-set-gone' && this.#resultSet !== null) {
      this.#resultSet = null;
      return this.#load(id);
    }
    if (failure.code === 'cancelled') return null;
    this.failure = failure;
    // While the engine is gone the last article stays; but one that can't be read is not passed off as another.
    if (failure.code !== 'engine-gone' && this.view?.id !== id) this.view = null;
    return null;
  }

  async #loadOriginal(): Promise<void> {
    const { view } = this;
    if (view === null || this.original !== null) return;
    try {
      const original = await archive.original({ id: view.id });
      if (this.view?.id === view.id) this.original = original;
    } catch (thrown) {
      if (this.view?.id === view.id) this.failure = toFailure(thrown);
    }
  }
}

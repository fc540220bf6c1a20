import { FailureError, toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { SourceId } from '../../../electron/contract/ids.ts';
import type { Hit, SearchFilter, SearchPage, SortOrder } from '../../../electron/contract/search.ts';
import { archive } from '../../archive.ts';
import { chunkRows, RowCache } from './row-cache.svelte.ts';

export const noFilter: SearchFilter = { tags: [], sources: [], untagged: false };

/** What was asked, enough to ask it again. */
export type Question = Readonly<{ query: string; sort: SortOrder; filter: SearchFilter }>;

/** Why a search is made: a key press, an act that the person finished, or the same question once more. */
export type SearchCause = 'typing' | 'asked' | 'again';

/** The question in the query box and the newest answer to it. */
export class SearchState {
  query = $state('');
  sort = $state<SortOrder>('relevance');
  filter = $state.raw(noFilter);
  /** The newest answer; an older one stays here until the newer is there. */
  page = $state.raw<SearchPage | null>(null);
  rows = $state.raw<RowCache | null>(null);
  /** Of the newest answer, with the tags as they are now. */
  facets = $state.raw<SearchPage['facets'] | null>(null);
  failure = $state.raw<Failure | null>(null);
  isBusy = $state(false);
  focusedRow = $state(0);
  /** Articles that the query would find now and did not find then. */
  arrivals = $state(0);
  /** Counts answers to new questions: the list starts at its top for each. */
  answers = $state(0);
  /** Why the newest answer was asked for. */
  lastCause: SearchCause = 'asked';
  /** Called with each question. */
  onAsk: (cause: SearchCause) => void = () => undefined;
  /** Called with each answer. */
  onAnswer: (cause: SearchCause) => void = () => undefined;
  #running: AbortController | null = null;
  /** Whether the newest answer was to a question of which the last word was still being typed. */
  #wasTyping = false;

  get question(): Question {
    return { query: this.query, sort: this.sort, filter: this.filter };
  }

  get isFiltered(): boolean {
    return this.filter.tags.length > 0 || this.filter.sources.length > 0 || this.filter.untagged;
  }

  get focusedHit(): Hit | undefined {
    return this.rows?.at(this.focusedRow);
  }

  type(query: string): Promise<void> {
    this.query = query;
    return this.search('typing');
  }

  sortBy(sort: SortOrder): Promise<void> {
    this.sort = sort;
    return this.search('asked');
  }

  filterBy(filter: SearchFilter): Promise<void> {
    this.filter = filter;
    return this.search('asked');
  }

  /** Narrows to the tags, or no more to them where all of them were chosen. */
  toggleTags(names: readonly string[]): Promise<void> {
    const others = this.filter.tags.filter((tag) => !names.includes(tag));
    const areChosen = others.length === this.filter.tags.length - names.length;
    const tags = areChosen ? others : [...others, ...names];
    return this.filterBy({ ...this.filter, tags, untagged: false });
  }

  toggleSource(source: SourceId): Promise<void> {
    return this.filterBy({ ...this.filter, sources: toggle(this.filter.sources, source) });
  }

  ask(question: Question): Promise<void> {
    this.query = question.query;
    this.sort = question.sort;
    this.filter = question.filter;
    return this.search('asked');
  }

  async search(cause: SearchCause = 'asked'): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.isBusy = true;
    this.onAsk(cause);
    try {
      const request = {
        ...this.question,
        grammar: 'news' as const,
        offset: 0,
        limit: chunkRows,
        typing: cause === 'again' ? this.#wasTyping : cause === 'typing',
      };
      const page = await archive.search(request, running.signal);
      if (this.#running === running) {
        this.#wasTyping = request.typing;
        this.#accept(page, cause);
      }
    } catch (thrown) {
      if (this.#running === running) this.#fail(toFailure(thrown));
    } finally {
      if (this.#running === running) this.isBusy = false;
    }
  }

  /** Moves the focus by some rows, not past the ends. */
  focusBy(rows: number): void {
    this.focus(this.focusedRow + rows);
  }

  focus(row: number): void {
    this.focusedRow = Math.max(0, Math.min((this.page?.total ?? 0) - 1, row));
  }

  /** Asks how many articles have come that this query finds. */
  async countArrivals(): Promise<void> {
    const { page } = this;
    if (page === null) return;
    try {
      const arrivals = await archive.arrivals({ resultSet: page.resultSet });
      if (this.page === page) this.arrivals = arrivals;
    } catch (thrown) {
      if (this.page === page) this.#failRows(thrown);
    }
  }

  /** Counts tags and sources again, as after tagging; the results stay as they are. */
  async countFacets(): Promise<void> {
    const { page } = this;
    if (page === null) return;
    try {
      const facets = await archive.facets({ resultSet: page.resultSet });
      if (this.page === page) this.facets = facets;
    } catch (thrown) {
      if (this.page === page) this.#failRows(thrown);
    }
  }

  #accept(page: SearchPage, cause: SearchCause): void {
    const focused = cause === 'again' ? this.focusedHit?.id : undefined;
    this.lastCause = cause;
    this.page = page;
    this.facets = page.facets;
    this.rows = new RowCache(page, (thrown) => this.#failRows(thrown));
    this.failure = null;
    this.arrivals = 0;
    this.focusedRow = (focused === undefined ? undefined : this.rows.rowOf(focused)) ?? 0;
    if (cause !== 'again') this.answers++;
    this.onAnswer(cause);
  }

  #fail(failure: Failure): void {
    if (failure.code !== 'cancelled') this.failure = failure;
  }

  // An answer of an engine that has since been restarted is asked for anew; the person need not know.
  #failRows(thrown: unknown): void {
    if (thrown instanceof FailureError && thrown.failure.code === 'result-set-gone') {
      void this.search('again');
    } else {
      this.#fail(toFailure(thrown));
    }
  }
}

function toggle<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

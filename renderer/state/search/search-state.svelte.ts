import { FailureError, toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { SourceId, TagId } from '../../../electron/contract/ids.ts';
import type {
  Hit,
  SearchFilter,
  SearchPage,
  SearchRequest,
  SortOrder,
} from '../../../electron/contract/search.ts';
import { archive } from '../../archive.ts';
import { chunkRows, RowCache } from './row-cache.svelte.ts';
import { noFilter, settledFilter, toggled, type Standing } from './search-filter.ts';

/** What was asked, enough to ask it again. */
export type Question = Readonly<{
  query: string;
  sort: SortOrder;
  filter: SearchFilter;
  /** Whether its last word was being completed; otherwise it means what it says. */
  typing?: boolean;
}>;

/** Why a search is made: a key press, an act that the person finished, or the same question once more. */
export type SearchCause = 'typing' | 'asked' | 'again';

/** After a key a question has this long to become whole before its faults are shown. */
const unfinishedMs = 600;

/** A field is being asked for, and not yet for anything: `date:`. */
const endsInField = /(?:^|[\s(])[-+]?\p{L}+:$/u;

/** The question in the query box and the newest answer to it. */
export class SearchState {
  query = $state('');
  sort = $state<SortOrder>('relevance');
  filter = $state.raw(noFilter);
  /** The newest answer; an older one stays here until the newer is there. */
  page = $state.raw<SearchPage | null>(null);
  /** What the newest answer was narrowed to. */
  answeredFilter = $state.raw(noFilter);
  rows = $state.raw<RowCache | null>(null);
  /** Of the newest answer, with the tags as they are now. */
  facets = $state.raw<SearchPage['facets'] | null>(null);
  /** What there is to say of the newest answer, as far as what has come since left it true. */
  notices = $state.raw<readonly string[]>([]);
  /** What became of the question without the person; gone with the next question. */
  change = $state<string | null>(null);
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
  /** Whether the last word is being completed: until the person finishes the question. */
  #typing = false;
  #keyAtMs = -Infinity;
  /** Why a question was asked whose answer is not shown yet. */
  #pending: Exclude<SearchCause, 'again'> | null = null;
  #held: ReturnType<typeof setTimeout> | undefined;

  get question(): Question {
    return { query: this.query, sort: this.sort, filter: this.filter, typing: this.#typing };
  }

  get focusedHit(): Hit | undefined {
    return this.rows?.at(this.focusedRow);
  }

  type(query: string): Promise<void> {
    this.query = query;
    this.#typing = true;
    this.#keyAtMs = performance.now();
    return this.search('typing');
  }

  /** The person finished the question: its last word means what it says. */
  async finish(): Promise<void> {
    if (!this.#typing) return;
    this.#typing = false;
    await this.search('asked');
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
  toggleTags(tags: readonly TagId[]): Promise<void> {
    return this.filterBy({ ...this.filter, tags: toggled(this.filter.tags, tags), untagged: false });
  }

  toggleSource(source: SourceId): Promise<void> {
    return this.filterBy({ ...this.filter, sources: toggled(this.filter.sources, [source]) });
  }

  /** After tags or sources were changed: a filter means what its ids stand for now. `sayGone` tells of ids that are gone. */
  async settleFilter(standing: Standing, sayGone: (filter: SearchFilter) => string | null): Promise<void> {
    const settled = settledFilter(this.filter, standing);
    if (settled === this.filter) return;
    const change = sayGone(this.filter);
    const answered = this.filterBy(settled);
    this.change = change;
    await answered;
  }

  ask(question: Question): Promise<void> {
    this.query = question.query;
    this.sort = question.sort;
    this.filter = question.filter;
    this.#typing = question.typing ?? false;
    return this.search('asked');
  }

  /** The same question once more means the one that waits for its answer, where one does. */
  async search(cause: SearchCause = 'asked'): Promise<void> {
    clearTimeout(this.#held);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.isBusy = true;
    const meant = cause === 'again' ? (this.#pending ?? cause) : cause;
    if (meant !== 'again') this.#pending = meant;
    if (cause !== 'again') this.change = null;
    this.onAsk(cause);
    try {
      const request = this.#request();
      const page = await archive.search(request, running.signal);
      if (this.#running === running) this.#show(page, request.filter, meant);
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
      if (this.page !== page) return;
      this.arrivals = arrivals.articles;
      this.notices = page.notices.filter((notice) => arrivals.notices.includes(notice));
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

  #request(): SearchRequest {
    const { query, sort, filter } = this;
    return { query, sort, filter, grammar: 'news', offset: 0, limit: chunkRows, typing: this.#typing };
  }

  // What is still being written is often at fault, and answered with something else: not before the person rests.
  #show(page: SearchPage, filter: SearchFilter, cause: SearchCause): void {
    const isEverything = !page.narrows && page.query.trim() !== '';
    const isUnfinished =
      cause === 'typing' && (page.fault !== null || isEverything || endsInField.test(page.query));
    const waitMs = isUnfinished ? this.#keyAtMs + unfinishedMs - performance.now() : 0;
    if (this.page === null || waitMs <= 0) this.#accept(page, filter, cause);
    else this.#held = setTimeout(() => this.#accept(page, filter, cause), waitMs);
  }

  #accept(page: SearchPage, filter: SearchFilter, cause: SearchCause): void {
    const focused = cause === 'again' ? this.focusedHit?.id : undefined;
    this.#pending = null;
    this.lastCause = cause;
    this.page = page;
    this.answeredFilter = filter;
    this.facets = page.facets;
    this.notices = page.notices;
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

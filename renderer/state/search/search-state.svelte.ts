import type { AllFacets } from '../../../electron/contract/facet-values.ts';
import { FailureError, toFailure, type Failure } from '../../../electron/contract/failure.ts';
import type { SourceId, TagId } from '../../../electron/contract/ids.ts';
import type {
  Hit,
  SearchFilter,
  SearchPage,
  SearchRequest,
  SortOrder,
} from '../../../electron/contract/search.ts';
import { word } from '../../../electron/words/word.ts';
import { archive } from '../../archive.ts';
import { Overtaking } from '../archive/overtaking.ts';
import { chunkRows, RowCache, type Spot } from './row-cache.svelte.ts';
import type { Question, SearchCause } from './question.ts';
import { noFilter, settledFilter, toggled, type Standing } from './search-filter.ts';

type Answer = Readonly<{
  page: SearchPage;
  rows: RowCache;
  filter: SearchFilter;
  cause: SearchCause;
  spot: Spot | undefined;
}>;

/** Why it was asked, and where the focus is to be put. */
type Pending = Readonly<{ cause: Exclude<SearchCause, 'again'>; spot: Spot | undefined }>;

/** After a key a question has this long to become whole before its faults are shown. */
const unfinishedMs = 600;

/** A field is being asked for, and not yet for anything: `date:`. */
const endsInField = /(?:^|[\s(])[-+]?\p{L}+~?:$/u;

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
  /** Counts of the newest answer; of the one before it until they are there. */
  facets = $state.raw<AllFacets | null>(null);
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
  /** Of which answer the list was, how far down and at which row, when it was last seen. */
  listPlace = { answers: 0, topPx: 0, row: 0 };
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
  /** The question whose answer is not shown yet. */
  #pending: Pending | null = null;
  #newest: Promise<void> = Promise.resolve();
  readonly #changing = new Overtaking();
  #held: ReturnType<typeof setTimeout> | undefined;
  /** What the person emptied the query box of, newest last, until they ask for something else. */
  #emptied: readonly Partial<Question>[] = [];

  get question(): Question {
    return { query: this.query, sort: this.sort, filter: this.filter, typing: this.#typing };
  }

  get focusedHit(): Hit | undefined {
    return this.rows?.at(this.focusedRow);
  }

  type(query: string): Promise<void> {
    if (query !== '') this.forgetEmptied();
    this.query = query;
    this.#typing = true;
    this.#keyAtMs = performance.now();
    return this.search('typing');
  }

  /** Empties the query box of its words, or of its filters where it has no words. */
  empty(): Promise<void> {
    const { query, filter, typing } = this.question;
    this.#emptied = [...this.#emptied, query === '' ? { filter } : { query, typing }];
    return query === '' ? this.filterBy(noFilter) : this.type('');
  }

  /** Gives the query box back what it was emptied of last; false where there is nothing to give back. */
  bringBack(): boolean {
    const last = this.#emptied.at(-1);
    if (last === undefined || this.query !== '') return false;
    const left = this.#emptied.slice(0, -1);
    void this.ask({ ...this.question, ...last });
    this.#emptied = left;
    return true;
  }

  /** Something else was done since, which is what is taken back now. */
  forgetEmptied(): void {
    this.#emptied = [];
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

  /** Asks, and puts the focus where it was when that had been asked before. */
  ask(question: Question, spot?: Spot): Promise<void> {
    this.forgetEmptied();
    this.query = question.query;
    this.sort = question.sort;
    this.filter = question.filter;
    this.#typing = question.typing ?? false;
    return this.search('asked', spot);
  }

  /** The same question once more means the one that waits for its answer, where one does. */
  async search(cause: SearchCause = 'asked', spot?: Spot): Promise<void> {
    if (cause !== 'again') this.#pending = { cause, spot };
    const pending = this.#pending;
    this.#newest = this.#search(cause, pending);
    await this.#newest;
    // Overtaken by the same question once more, whose answer is the answer to this one.
    if (pending !== null && this.#pending === pending) await this.#newest;
  }

  focus(row: number): void {
    this.focusedRow = Math.max(0, Math.min((this.page?.total ?? 0) - 1, row));
  }

  /** Does it to the answer that was asked for last: at once, or else when that is there. */
  whenAnswered(act: () => void): void {
    if (this.#pending === null) act();
    else void this.settled().then(act);
  }

  /** Until no question is on its way. */
  async settled(): Promise<void> {
    let awaited: Promise<void> | undefined;
    while (awaited !== this.#newest) {
      awaited = this.#newest;
      await awaited;
    }
  }

  /** After tagging and the like: the rows are fetched again, also those of an answer that is on its way. */
  async refreshRows(): Promise<void> {
    this.#changing.begin();
    await this.rows?.refresh();
  }

  /** Asks how many articles have come that this query finds. */
  async countArrivals(): Promise<void> {
    const { page } = this;
    if (page === null) return;
    try {
      const found = await archive.newMatches({ resultSet: page.resultSet });
      if (this.page !== page) return;
      this.arrivals = found.articles;
      const left = new Set(found.notices.map(word));
      this.notices = page.notices.map(word).filter((notice) => left.has(notice));
    } catch (thrown) {
      if (this.page === page) this.#failRows(thrown);
    }
  }

  /** Counts what the answer has in common, also again, as after tagging; the results stay as they are. */
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

  async #search(cause: SearchCause, pending: Pending | null): Promise<void> {
    const { cause: meant, spot } = pending ?? { cause, spot: undefined };
    clearTimeout(this.#held);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.isBusy = true;
    if (cause !== 'again') this.change = null;
    this.onAsk(cause);
    try {
      const request = this.#request();
      const isUnchanged = this.#changing.watch();
      const page = await archive.search(request, running.signal);
      const rows = new RowCache(page, (thrown) => this.#failRows(thrown));
      const left = meant === 'again' ? this.#focusedSpot : spot;
      if (!isUnchanged() && this.#running === running) await rows.refresh();
      // The first page has no row that is further down: it is looked for before the answer is shown.
      if (this.#running === running && left !== undefined) await rows.find(left);
      if (this.#running === running) this.#show({ page, rows, filter: request.filter, cause: meant, spot });
    } catch (thrown) {
      if (this.#running === running) this.#failRows(thrown);
    } finally {
      if (this.#running === running) this.isBusy = false;
    }
  }

  get #focusedSpot(): Spot | undefined {
    const { focusedHit, focusedRow } = this;
    return focusedHit === undefined ? undefined : { article: focusedHit.id, row: focusedRow };
  }

  #request(): SearchRequest {
    const { query, sort, filter } = this;
    return { query, sort, filter, grammar: 'news', offset: 0, limit: chunkRows, typing: this.#typing };
  }

  // What is still being written is often at fault, and answered with something else: not before the person rests.
  #show(answer: Answer): void {
    const { page, cause } = answer;
    const isEverything = !page.narrows && page.query.trim() !== '';
    const isUnfinished =
      cause === 'typing' && (page.fault !== null || isEverything || endsInField.test(page.query));
    const waitMs = isUnfinished ? this.#keyAtMs + unfinishedMs - performance.now() : 0;
    if (this.page === null || waitMs <= 0) this.#accept(answer);
    else this.#held = setTimeout(() => this.#accept(answer), waitMs);
  }

  #accept({ page, rows, filter, cause, spot }: Answer): void {
    const [article, row] = cause === 'again' ? [this.focusedHit?.id, this.focusedRow] : [spot?.article, 0];
    this.#pending = null;
    this.lastCause = cause;
    this.page = page;
    this.answeredFilter = filter;
    this.notices = page.notices.map(word);
    this.rows = rows;
    this.failure = null;
    this.arrivals = 0;
    // An article that was removed leaves its row to the one after it.
    this.focus((article === undefined ? undefined : rows.rowOf(article)) ?? row);
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

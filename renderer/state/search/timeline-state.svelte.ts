import { say } from '../../../electron/words/say.ts';
import type { SavedSearchId } from '../../../electron/contract/ids.ts';
import type { TrendCounts, TrendSpan } from '../../../electron/contract/trends-api.ts';
import { archive } from '../../archive.ts';
import { lastDayOf } from '../../text/trends/period-days.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';
import type { SavedSearchesState } from './saved-searches-state.svelte.ts';
import type { SearchState } from './search-state.svelte.ts';

/** Saved searches that are laid over the answer at once. */
const maxBeside = 2;

/** When what is asked for was published, whatever days it is narrowed to. */
export class TimelineState {
  counts = $state.raw<TrendCounts | null>(null);
  /** The days that are looked at closely; null for all. */
  span = $state.raw<TrendSpan | null>(null);
  /** Of all articles of a period, instead of their number. */
  isShare = $state(false);
  besideIds = $state.raw<readonly SavedSearchId[]>([]);
  readonly #search: SearchState;
  readonly #saved: SavedSearchesState;
  readonly #toasts: Toasts;
  #newest = 0;

  constructor(search: SearchState, saved: SavedSearchesState, toasts: Toasts) {
    this.#search = search;
    this.#saved = saved;
    this.#toasts = toasts;
  }

  get beside() {
    return this.#saved.searches.filter(({ id }) => this.besideIds.includes(id));
  }

  get brush(): TrendSpan | null {
    return this.#search.filter.published ?? null;
  }

  /** Of the newest question; an answer that is not of it any more is dropped. */
  load(): Promise<void> {
    this.#newest += 1;
    const load = this.#newest;
    return attempt(this.#toasts, say('timeline.not-counted'), async () => {
      const { query, sort, filter, typing } = this.#search.question;
      const { published: _, ...rest } = filter;
      const own = { query, grammar: 'news', sort, filter: rest, typing } as const;
      const questions = [own, ...this.beside.map(({ question }) => question)];
      const counts = await archive.trends({ questions, unit: null, span: this.span });
      if (load === this.#newest) this.counts = counts;
    });
  }

  /** Narrows to the days of some periods, or to no days. */
  async narrow(span: TrendSpan | null): Promise<void> {
    const { published: _, ...rest } = this.#search.filter;
    await this.#search.filterBy(span === null ? rest : { ...rest, published: span });
  }

  /** Looks at the days of the brush alone, in shorter periods. */
  zoomIn(): Promise<void> {
    this.span = this.brush ?? this.span;
    return this.load();
  }

  zoomOut(): Promise<void> {
    this.span = null;
    return this.load();
  }

  toggleBeside(id: SavedSearchId): Promise<void> {
    const others = this.besideIds.filter((other) => other !== id);
    const isAdded = others.length === this.besideIds.length;
    this.besideIds = isAdded ? [...others, id].slice(-maxBeside) : others;
    return this.load();
  }

  /** The days from the first of one period to the last of another. */
  spanOf(one: number, other: number): TrendSpan | null {
    const { counts } = this;
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const [from, to] = [counts?.periods[first], counts?.periods[last]];
    if (counts === null || from === undefined || to === undefined) return null;
    return { from: from.key, to: lastDayOf(to.key, counts.unit) };
  }

  /** The periods that the brush covers, from the first to the last; null without one. */
  get brushed(): readonly [number, number] | null {
    const { brush, counts } = this;
    if (brush === null || counts === null) return null;
    const covered = counts.periods.flatMap(({ key }, nth) =>
      lastDayOf(key, counts.unit) >= brush.from && key <= brush.to ? [nth] : [],
    );
    const [first, last] = [covered[0], covered.at(-1)];
    return first === undefined || last === undefined ? null : [first, last];
  }
}

import { say } from '../../../electron/words/say.ts';
import { maxTrends, type TrendCounts } from '../../../electron/contract/trends-api.ts';
import type { Said } from '../../../electron/words/sentence.ts';
import { archive } from '../../archive.ts';
import type { TrendMeasure } from '../../text/trends/trend-values.ts';
import { noFilter } from '../search/search-filter.ts';
import { attempt } from '../window/attempt.ts';
import type { Toasts } from '../window/toasts.svelte.ts';

/** A query whose trend is drawn, and what tells it from others that say the same. */
export type Term = Readonly<{ id: number; query: string }>;

const restMs = 200;

/** Queries that are compared over time, in the whole library. */
export class TrendsState {
  terms = $state.raw<readonly Term[]>([]);
  unit = $state<'month' | 'year'>('year');
  measure = $state<TrendMeasure>('articles');
  isTable = $state(false);
  counts = $state.raw<TrendCounts | null>(null);
  /** Of the counts, in their order. */
  names = $state.raw<readonly string[]>([]);
  /** What is wrong with queries that were counted, by their text. */
  faults = $state.raw<ReadonlyMap<string, Said>>(new Map());
  readonly #toasts: Toasts;
  #lastId = 0;
  #newest = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  get canAdd(): boolean {
    return this.terms.length < maxTrends;
  }

  /** Adds queries that are not compared yet; there is one to fill in at least. */
  begin(queries: readonly string[]): Promise<void> {
    const known = this.terms.map(({ query }) => query);
    const added = [...new Set(queries)].filter((query) => query.trim() !== '' && !known.includes(query));
    const kept = this.terms.filter(({ query }) => query.trim() !== '');
    this.terms = [...kept, ...added.map((query) => this.#numbered(query))].slice(-maxTrends);
    if (this.terms.length === 0) this.add();
    return this.load();
  }

  add(): void {
    if (this.canAdd) this.terms = [...this.terms, this.#numbered('')];
  }

  change(id: number, query: string): void {
    this.terms = this.terms.map((term) => (term.id === id ? { id, query } : term));
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.load(), restMs);
  }

  remove(id: number): Promise<void> {
    this.terms = this.terms.filter((term) => term.id !== id);
    if (this.terms.length === 0) this.add();
    return this.load();
  }

  countBy(unit: 'month' | 'year'): Promise<void> {
    this.unit = unit;
    return this.load();
  }

  async load(): Promise<void> {
    this.#newest += 1;
    const load = this.#newest;
    const names = this.terms.map(({ query }) => query.trim()).filter((query) => query !== '');
    if (names.length === 0) {
      this.counts = null;
      return;
    }
    await attempt(this.#toasts, say('timeline.not-counted'), async () => {
      const questions = names.map((query) => ({
        ...({ query, grammar: 'news', sort: 'relevance', filter: noFilter } as const),
      }));
      const { faults, ...counts } = await archive.trends({ questions, unit: this.unit, span: null });
      if (load !== this.#newest) return;
      this.counts = counts;
      this.names = names;
      this.faults = new Map(
        names.flatMap((name, nth) => {
          const fault = faults[nth] ?? null;
          return fault === null ? [] : [[name, fault.message] as const];
        }),
      );
    });
  }

  #numbered(query: string): Term {
    this.#lastId += 1;
    return { id: this.#lastId, query };
  }
}

import type { QueryHint } from '../../../electron/contract/search.ts';
import { archive } from '../../archive.ts';
import type { SearchState } from './search-state.svelte.ts';

/** What the answered query was probably meant to say. */
export class MeantState {
  #found = $state.raw<Readonly<{ query: string; hint: QueryHint | null }> | null>(null);
  readonly #search: SearchState;

  constructor(search: SearchState) {
    this.#search = search;
  }

  /** Looks for words of the newest answer's query that are rare beside near ones. */
  async load(): Promise<void> {
    const { page, question } = this.#search;
    if (page === null || page.query.trim() === '') return;
    const { query } = page;
    try {
      const { hint } = await archive.meantQuery({ query, typing: question.typing === true });
      if (this.#search.page === page) this.#found = { query, hint };
    } catch {
      // It helps, and nothing waits for it: what is wrong with the archive is said by the search.
    }
  }

  /** All hints on the newest answer. */
  get hints(): readonly QueryHint[] {
    const { page } = this.#search;
    if (page === null) return [];
    const own = this.#found?.query === page.query ? this.#found.hint : null;
    return own === null ? page.hints : [...page.hints, own];
  }

  /** The query that one key takes: the first that is offered. */
  get offered(): string | undefined {
    const { page } = this.#search;
    return page?.foreign?.query ?? page?.fault?.query ?? this.hints[0]?.query;
  }

  /** Asks what is offered for the query in the box; false where nothing is. */
  take(): boolean {
    const search = this.#search;
    const query = search.page?.query === search.query ? this.offered : undefined;
    if (query === undefined) return false;
    void search.ask({ ...search.question, query, typing: false });
    return true;
  }
}

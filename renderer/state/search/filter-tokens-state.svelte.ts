import { pathName } from '../../text/path-name.ts';
import type { SourcesState } from '../archive/sources-state.svelte.ts';
import type { TagsState } from '../archive/tags-state.svelte.ts';
import { bundled, filterTokens, readTokens } from './filter-tokens.ts';
import type { SearchState } from './search-state.svelte.ts';

/** The filter of the question as tokens, called what its tags and sources are called now. */
export class FilterTokensState {
  readonly #search: SearchState;
  readonly #tags: TagsState;
  readonly #sources: SourcesState;
  readonly #all = $derived.by(() =>
    filterTokens(this.#search.filter, {
      tag: (id) => this.#tags.withId(id),
      source: (id) => {
        const path = this.#sources.pathOf(id);
        return path === undefined ? undefined : pathName(path);
      },
    }),
  );
  /** As many as the query box has room for. */
  readonly shown = $derived(bundled(this.#all));
  /** `in Energy/Crude · from lantern`; empty without a filter. */
  readonly reading = $derived(readTokens(this.#all));

  constructor(search: SearchState, tags: TagsState, sources: SourcesState) {
    this.#search = search;
    this.#tags = tags;
    this.#sources = sources;
  }
}

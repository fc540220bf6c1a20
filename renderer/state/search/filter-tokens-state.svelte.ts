import { say } from '../../../electron/words/say.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';
import { pathName } from '../../text/path-name.ts';
import type { SourcesState } from '../archive/sources-state.svelte.ts';
import type { TagsState } from '../archive/tags-state.svelte.ts';
import { bundled, filterTokens, readTokens, type FilterToken } from './filter-tokens.ts';
import type { SearchState } from './search-state.svelte.ts';

const maxName = 200;

/** Filters in words, called what their tags and sources are called now. */
export class FilterTokensState {
  readonly #search: SearchState;
  readonly #tags: TagsState;
  readonly #sources: SourcesState;
  /** Of the question, as many as the query box has room for. */
  readonly shown = $derived.by(() => bundled(this.#tokensOf(this.#search.filter)));
  /** Of the answer: `in Energy/Crude · from lantern`; empty without a filter. */
  readonly reading = $derived.by(() => readTokens(this.#tokensOf(this.#search.answeredFilter)));

  constructor(search: SearchState, tags: TagsState, sources: SourcesState) {
    this.#search = search;
    this.#tags = tags;
    this.#sources = sources;
  }

  /** What a question without a name is called: its words, then its filters. */
  nameOf({ query, filter }: Readonly<{ query: string; filter: SearchFilter }>): string {
    const filters = readTokens(this.#tokensOf(filter));
    const parts = [query.trim(), filters].filter((part) => part !== '');
    return parts.length === 0 ? say('sidebar.everything') : parts.join(' · ').slice(0, maxName);
  }

  #tokensOf(filter: SearchFilter): readonly FilterToken[] {
    return filterTokens(filter, {
      tag: (id) => this.#tags.withId(id),
      source: (id) => {
        const path = this.#sources.pathOf(id);
        return path === undefined ? undefined : pathName(path);
      },
    });
  }
}

import { Actions } from './window/actions.svelte.ts';
import { Dialogs } from './window/dialogs.svelte.ts';
import { EngineLink } from './window/engine-link.svelte.ts';
import { FilterTokensState } from './search/filter-tokens-state.svelte.ts';
import { History } from './search/history.svelte.ts';
import { ImportState } from './archive/import-state.svelte.ts';
import { Layout } from './window/layout.svelte.ts';
import { LibraryState } from './archive/library-state.svelte.ts';
import { ReadingState } from './search/reading-state.svelte.ts';
import { Router } from './window/router.svelte.ts';
import { SearchState } from './search/search-state.svelte.ts';
import { SelectionState } from './search/selection-state.svelte.ts';
import { SourcesState } from './archive/sources-state.svelte.ts';
import { Tagging } from './archive/tagging.ts';
import { TagsState } from './archive/tags-state.svelte.ts';
import { Toasts } from './window/toasts.svelte.ts';
import { WindowMemoryState } from './window/window-memory.svelte.ts';

export type WindowState = ReturnType<typeof createWindowState>;

export function createWindowState() {
  const search = new SearchState();
  const toasts = new Toasts();
  const tags = new TagsState();
  const sources = new SourcesState();
  return {
    actions: new Actions(),
    router: new Router(),
    layout: new Layout(),
    dialogs: new Dialogs(),
    memory: new WindowMemoryState(),
    toasts,
    engine: new EngineLink(),
    library: new LibraryState(),
    search,
    filterTokens: new FilterTokensState(search, tags, sources),
    history: new History(),
    reading: new ReadingState(),
    selection: new SelectionState(search),
    tagging: new Tagging(toasts),
    tags,
    sources,
    imports: new ImportState(),
  };
}

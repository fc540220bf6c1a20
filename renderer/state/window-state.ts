import { Actions } from './window/actions.svelte.ts';
import { QueryListState } from './asking/query-list-state.svelte.ts';
import { SearchRecords } from './search/search-records.ts';
import { TrendsState } from './results/trends-state.svelte.ts';
import { ConcordanceState } from './results/concordance-state.svelte.ts';
import { LookState } from './results/look-state.svelte.ts';
import { Correcting } from './archive/article-corrections.ts';
import { Exporting } from './search/exporting.svelte.ts';
import { Packing } from './archive/packing.svelte.ts';
import { Dialogs } from './window/dialogs.svelte.ts';
import { EngineLink } from './window/engine-link.svelte.ts';
import { FilterTokensState } from './search/filter-tokens-state.svelte.ts';
import { ViewHistory } from './search/view-history.svelte.ts';
import { ImportState } from './archive/import-state.svelte.ts';
import { Layout } from './window/layout.svelte.ts';
import { LibraryState } from './archive/library-state.svelte.ts';
import { MeantState } from './search/meant-state.svelte.ts';
import { ReadingState } from './search/reading-state.svelte.ts';
import { Marking } from './archive/reading-marks.ts';
import { ReadingHabits } from './search/reading-habits.ts';
import { WantedPassage } from './results/wanted-passage.svelte.ts';
import { Removing } from './removal.ts';
import { Router } from './window/router.svelte.ts';
import { TimelineState } from './search/timeline-state.svelte.ts';
import { SavedSearchesState } from './search/saved-searches-state.svelte.ts';
import { SearchState } from './search/search-state.svelte.ts';
import { SelectionState } from './search/selection-state.svelte.ts';
import { SourcesState } from './archive/sources-state.svelte.ts';
import { Tagging } from './archive/tagging.ts';
import { TagsState } from './archive/tags-state.svelte.ts';
import { Toasts } from './window/toasts.svelte.ts';
import { UndoableActs } from './archive/undoable-acts.ts';
import { Undoing } from './archive/undoing.ts';
import { WindowMemoryState } from './window/window-memory.svelte.ts';

export type WindowState = ReturnType<typeof createWindowState>;

export function createWindowState() {
  const search = new SearchState();
  const toasts = new Toasts();
  const tags = new TagsState();
  const sources = new SourcesState();
  const dialogs = new Dialogs();
  const reading = new ReadingState();
  const selection = new SelectionState(search);
  const memory = new WindowMemoryState();
  const look = new LookState(memory);
  const undoing = new Undoing(toasts);
  const library = new LibraryState();
  const saved = new SavedSearchesState(search, library, toasts);
  const filterTokens = new FilterTokensState(search, tags, sources);
  const acts = new UndoableActs(toasts, undoing);
  return {
    actions: new Actions(),
    router: new Router(),
    layout: new Layout(),
    dialogs,
    memory,
    look,
    concordance: new ConcordanceState(look),
    toasts,
    engine: new EngineLink(),
    library,
    search,
    meant: new MeantState(search),
    filterTokens,
    queryList: new QueryListState(toasts),
    records: new SearchRecords({ search, filterTokens, tags, sources, toasts }),
    trends: new TrendsState(toasts),
    saved,
    timeline: new TimelineState(search, saved, toasts),
    history: new ViewHistory(),
    reading,
    wantedPassage: new WantedPassage(),
    selection,
    removing: new Removing({ dialogs, reading, search, selection, toasts }),
    exporting: new Exporting(dialogs, toasts),
    packing: new Packing(dialogs, toasts, undoing),
    undoing,
    tagging: new Tagging(acts),
    marking: new Marking(acts),
    habits: new ReadingHabits(reading),
    correcting: new Correcting(acts),
    tags,
    sources,
    imports: new ImportState(),
  };
}

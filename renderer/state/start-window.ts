import { toFailure } from '../../electron/contract/failure.ts';
import { onArchive, onShell } from '../archive.ts';
import type { SourceId, TagId } from '../../electron/contract/ids.ts';
import type { SearchFilter } from '../../electron/contract/search.ts';
import { pathName } from '../text/path-name.ts';
import { isNarrowing, settledFilter } from './search/search-filter.ts';
import { chunkRows } from './search/row-cache.svelte.ts';
import type { WindowState } from './window-state.ts';

/** Brings everything back as the person left it and starts listening. Returns the end of that. */
export function startWindow(state: WindowState): () => void {
  const { actions, engine, imports, library, memory, reading, search, selection, sources, tags } = state;

  async function load(): Promise<void> {
    await memory.load();
    const { keys, query, sort, view } = memory.current;
    actions.chosen = keys;
    state.router.go(view);
    search.query = query;
    search.sort = sort;
    await Promise.all([search.search('asked'), ...loadLibrary()]);
  }

  function loadLibrary(): Promise<void>[] {
    return [library.load(), tags.load(), sources.load(), imports.load()];
  }

  state.router.onTurn = (view) => memory.change({ view });
  // Not with the answer: what the person selects while that is on its way must not be lost under their hands.
  search.onAsk = (cause) => {
    if (cause !== 'again') selection.clear();
  };
  const standing = {
    tag: (id: TagId) => tags.standsFor(id),
    source: (id: SourceId) => (sources.has(id) ? id : null),
  };
  tags.onLoad = settleFilters;
  sources.onLoad = settleFilters;
  search.onAnswer = (cause) => {
    memory.change({ query: search.query, sort: search.sort });
    selection.renew();
    if (cause === 'asked') state.history.visit({ question: search.question, article: null });
  };

  // What was opened with the app may come before its engine does, and is added once that is there.
  let opened: readonly string[] = [];
  async function addOpened(paths: readonly string[]): Promise<void> {
    const adding = [...opened, ...paths];
    opened = [];
    try {
      await sources.add(adding);
    } catch (thrown) {
      if (toFailure(thrown).code === 'engine-gone') opened = [...adding, ...opened];
      else state.toasts.showFailure('What was opened could not be added', thrown);
    }
  }

  const ends = [
    memory.keepAtClose(),
    engine.listen(() => {
      void search.search('again');
      for (const loaded of loadLibrary()) loaded.catch((thrown: unknown) => say(thrown));
      void addOpened([]);
    }),
    library.listen(),
    tags.listen(),
    sources.listen(),
    imports.listen(),
    onArchive('articlesChanged', ({ articles }) => {
      if (articles > 0 && isFilling()) void search.search('again');
      else void search.countArrivals();
    }),
    onArchive('tagsChanged', () => {
      void search.rows?.refresh().catch((thrown: unknown) => say(thrown));
      void search.countFacets();
      void reading.reload();
    }),
    onShell('menuCommand', (command) => {
      actions.run(command);
    }),
    onShell('pathsOpened', ({ paths }) => void addOpened(paths)),
  ];
  load().catch((thrown: unknown) => say(thrown));

  // A filter that nothing carries any more would answer everything with nothing.
  function settleFilters(): void {
    if (!tags.isLoaded || !sources.isLoaded) return;
    state.history.rewrite((question) => ({ ...question, filter: settledFilter(question.filter, standing) }));
    void search.settleFilter(standing, sayGone);
  }

  function sayGone(filter: SearchFilter): string | null {
    const tag = filter.tags.find((id) => standing.tag(id) === null);
    if (tag !== undefined) return `The tag “${tags.lastNameOf(tag) ?? ''}” is gone, and the filter by it.`;
    const source = filter.sources.find((id) => standing.source(id) === null);
    if (source === undefined) return null;
    return `The source “${pathName(sources.pathOf(source) ?? '')}” is gone, and the filter by it.`;
  }

  // Nothing is disturbed where nothing is: until the first page is full, a new library simply shows what it has.
  function isFilling(): boolean {
    const total = search.page?.total ?? 0;
    const isEverything = search.query.trim() === '' && !isNarrowing(search.filter) && selection.count === 0;
    return total === 0 || (isEverything && total < chunkRows);
  }

  function say(thrown: unknown): void {
    // The banner speaks of an engine that is gone, and everything is asked again when it returns.
    if (toFailure(thrown).code === 'engine-gone') engine.lost();
    else state.toasts.showFailure('The library could not be read', thrown);
  }

  return () => ends.forEach((end) => end());
}

import { say } from '../../electron/words/say.ts';
import type { ArchiveEvents } from '../../electron/contract/archive-api.ts';
import { toFailure } from '../../electron/contract/failure.ts';
import { onArchive, onShell, shell } from '../archive.ts';
import type { SourceId, TagId } from '../../electron/contract/ids.ts';
import type { SearchFilter } from '../../electron/contract/search.ts';
import { pathName } from '../text/path-name.ts';
import { isNarrowing, settledFilter } from './search/search-filter.ts';
import { chunkRows } from './search/row-cache.svelte.ts';
import type { WindowState } from './window-state.ts';

const typedRestMs = 120;

/** Brings everything back as the person left it and starts listening. Returns the end of that. */
export function startWindow(state: WindowState): () => void {
  const {
    actions,
    engine,
    habits,
    imports,
    library,
    meant,
    memory,
    reading,
    search,
    selection,
    saved,
    sources,
    tags,
    timeline,
  } = state;

  async function load(): Promise<void> {
    await memory.load();
    const { keys, query, sort, view } = memory.current;
    actions.chosen = keys;
    state.router.go(view);
    search.query = query;
    search.sort = sort;
    await Promise.all([resume(), ...loadLibrary()]);
  }

  async function resume(): Promise<void> {
    const { query, sort, place } = memory.current;
    const isHere = place !== undefined && place.libraryDir === (await shell.info({})).libraryDir;
    if (!isHere || place.article === null) return search.search('asked');
    const { article, row, filter } = place;
    reading.resumeAt(place);
    await search.ask({ query, sort, filter }, { article, row });
    const focused = search.focusedHit?.id;
    if (focused === article || search.page === null) return;
    await reading.openAside(article);
    // What was open is in the library no more.
    if (reading.failure !== null && focused !== undefined) await reading.open(focused, search.page.resultSet);
  }

  reading.onMove = () => {
    habits.follow();
    const libraryDir = library.info?.libraryDir;
    if (libraryDir === undefined) return;
    const { anchor, isOriginalShown: isOriginal, view } = reading;
    const { answeredFilter: filter, focusedRow: row } = search;
    memory.change({ place: { libraryDir, filter, article: view?.id ?? null, row, isOriginal, anchor } });
  };

  function loadLibrary(): Promise<void>[] {
    return [library.load(), tags.load(), sources.load(), imports.load(), saved.load()];
  }

  state.concordance.onGone = () => void search.search('again');
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
    countSoon(cause === 'typing' ? typedRestMs : 0);
    if (cause === 'asked' && search.page !== null) void saved.note(search.page.total);
    if (cause === 'asked') state.history.visit({ question: search.question, article: null });
  };

  // Counts wait for the results to be painted, and while the person types, for them to rest.
  let counting: ReturnType<typeof setTimeout> | undefined;
  function countSoon(afterMs: number): void {
    clearTimeout(counting);
    counting = setTimeout(() => {
      void search.countFacets();
      void meant.load();
      if (!memory.isTwisted('timeline')) void timeline.load();
    }, afterMs);
  }

  // What was opened with the app may come before its engine does, and is added once that is there.
  let opened: readonly string[] = [];
  async function addOpened(paths: readonly string[]): Promise<void> {
    const adding = [...opened, ...state.packing.openFrom(paths)];
    opened = [];
    if (adding.length === 0) return;
    try {
      await sources.add(adding);
    } catch (thrown) {
      if (toFailure(thrown).code === 'engine-gone') opened = [...adding, ...opened];
      else state.toasts.showFailure(say('window.opened-not-added'), thrown);
    }
  }

  const ends = [
    memory.keepAtClose(),
    engine.listen(() => {
      void search.search('again');
      for (const loaded of loadLibrary()) loaded.catch((thrown: unknown) => sayTrouble(thrown));
      void addOpened([]);
    }),
    library.listen(),
    tags.listen(),
    sources.listen(),
    imports.listen(),
    saved.listen(),
    onArchive('articlesChanged', ({ articles }) => void seeArrivals(articles)),
    onArchive('tagsChanged', () => {
      search.forgetEmptied();
      void search.countFacets();
      showAgain();
    }),
    onArchive('annotationsChanged', ({ change }) => seeAnnotations(change)),
    onArchive('correctionsChanged', () => {
      void search.countFacets();
      showAgain();
    }),
    // Files are missing or there again.
    onArchive('sourcesChanged', () => showAgain()),
    onShell('menuCommand', (command) => {
      actions.run(command);
    }),
    onShell('pathsOpened', ({ paths }) => void addOpened(paths)),
  ];
  load().catch((thrown: unknown) => sayTrouble(thrown));

  function seeAnnotations(change: ArchiveEvents['annotationsChanged']['change']): void {
    // Whoever reads on is not to lose their place in an answer by it.
    if (change === 'read') return void search.refreshRows();
    // What was hidden leaves the answer at once, and what is found again or was moved takes its place in it.
    if (change === 'excluded' || search.sort === 'queue') {
      void search.search('again');
      void reading.reload();
      return;
    }
    void search.countFacets();
    showAgain();
  }

  function showAgain(): void {
    void search.refreshRows();
    void reading.reload();
  }

  // A filter that nothing carries any more would answer everything with nothing.
  function settleFilters(): void {
    if (!tags.isLoaded || !sources.isLoaded) return;
    state.history.rewrite((question) => ({ ...question, filter: settledFilter(question.filter, standing) }));
    void search.settleFilter(standing, sayGone);
  }

  function sayGone(filter: SearchFilter): string | null {
    const tag = filter.tags.find((id) => standing.tag(id) === null);
    if (tag !== undefined) return say('window.tag-gone', { tag: tags.lastNameOf(tag) ?? '' });
    const source = filter.sources.find((id) => standing.source(id) === null);
    if (source === undefined) return null;
    return say('window.source-gone', { source: pathName(sources.pathOf(source) ?? '') });
  }

  // An answer that is on its way may be older than the news.
  async function seeArrivals(articles: number): Promise<void> {
    if (search.isBusy) await search.settled();
    if (articles > 0 && isFilling()) await search.search('again');
    else await search.countArrivals();
  }

  // Nothing is disturbed where nothing is: until the first page is full, a new library simply shows what it has.
  function isFilling(): boolean {
    const total = search.page?.total ?? 0;
    const isEverything = search.query.trim() === '' && !isNarrowing(search.filter) && selection.count === 0;
    return total === 0 || (isEverything && total < chunkRows);
  }

  function sayTrouble(thrown: unknown): void {
    // The banner speaks of an engine that is gone, and everything is asked again when it returns.
    if (toFailure(thrown).code === 'engine-gone') engine.lost();
    else state.toasts.showFailure(say('window.library-not-read'), thrown);
  }

  return () => {
    clearTimeout(counting);
    habits.stop();
    ends.forEach((end) => end());
  };
}

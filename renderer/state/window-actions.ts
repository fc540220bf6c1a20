import { say } from '../../electron/words/say.ts';
import type { MessageName } from '../../electron/words/languages.ts';
import { isNarrowing } from './search/search-filter.ts';
import type { ResultsShape } from '../../electron/contract/results-look.ts';
import { forEachView } from '../../electron/contract/views.ts';
import type { WindowState } from './window-state.ts';

/** What keys and menus do wherever the person is. */
export function windowActions(state: WindowState) {
  const { dialogs, history, layout, look, memory, filterTokens, records, router, saved, search } = state;
  const { packing, selection, sources, toasts, undoing } = state;

  const travel = (steps: -1 | 1) => async () => {
    const place = history.go(steps);
    if (place === undefined) return;
    router.go('search');
    const { question, article, row = 0 } = place;
    await search.ask(question, article === null ? undefined : { article, row });
  };

  const showAs = (shape: ResultsShape, density = look.current.density) => {
    if (router.view !== 'search') return false;
    look.change({ shape, density });
    return true;
  };

  return {
    back: travel(-1),
    forward: travel(1),
    undo: () => search.bringBack() || undoing.undo(),
    redo: () => undoing.redo(),
    'build-query': () => dialogs.openSheet('builder'),
    'compare-trends': () => dialogs.openSheet('trends'),
    'query-list': () => dialogs.openSheet('list'),
    'copy-record': () => void records.copy(),
    'save-search': () => {
      if (search.query.trim() === '' && !isNarrowing(search.filter)) return false;
      return void saved.save(filterTokens.nameOf(search.question));
    },
    'export-results': () => {
      const { page } = search;
      const whole = page === null ? null : { resultSet: page.resultSet, except: [] };
      const isPart = selection.count > 0;
      const chosen = isPart ? selection.selection : whole;
      const articles = isPart ? selection.count : (page?.total ?? 0);
      if (chosen !== null) dialogs.openTaking({ selection: chosen, articles });
    },
    'rows-comfortable': () => showAs('rows', 'comfortable'),
    'rows-compact': () => showAs('rows', 'compact'),
    'rows-line': () => showAs('rows', 'line'),
    'show-rows': () => showAs('rows'),
    'show-table': () => showAs('table'),
    'show-concordance': () => showAs('concordance'),
    'show-collocates': () => showAs('collocates'),
    ...forEachView((name) => () => router.go(name)),
    'view-sources': () => {
      sources.pane = 'sources';
      router.go('sources');
    },
    'theme-system': () => memory.change({ theme: 'system' }),
    'theme-light': () => memory.change({ theme: 'light' }),
    'theme-dark': () => memory.change({ theme: 'dark' }),
    'theme-sepia': () => memory.change({ theme: 'sepia' }),
    'theme-contrast': () => memory.change({ theme: 'contrast' }),
    'toggle-sidebar': () => layout.toggleSidebar(),
    'pack-library': () => dialogs.openPacking(),
    'open-packed': () => void packing.choose(),
    shortcuts: () => dialogs.openShortcuts(),
    about: () => dialogs.openAbout(),
    'add-folder': () => void sources.choose('folders').catch(failed('window.folder-not-added')),
    'add-files': () => void sources.choose('files').catch(failed('window.files-not-added')),
    rescan: () => void sources.rescan().catch(failed('window.not-scanned')),
  };

  function failed(what: MessageName) {
    return (thrown: unknown) => toasts.showFailure(say(what), thrown);
  }
}

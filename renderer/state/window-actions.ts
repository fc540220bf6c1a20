import { isTyping } from './window/actions.svelte.ts';
import { exportSelection } from './search/export-selection.ts';
import type { View } from './window/router.svelte.ts';
import type { WindowState } from './window-state.ts';

/** What keys and menus do wherever the person is. */
export function windowActions(state: WindowState) {
  const { dialogs, history, layout, memory, reading, router, search, selection, sources, tagging, toasts } =
    state;

  const go = (view: View) => () => router.go(view);

  /** In a text field the browser's own editing command is meant, and elsewhere the window's. */
  const inTextOr = (command: 'undo' | 'redo' | 'selectAll', act: () => unknown) => () => {
    if (!isTyping(document.activeElement)) return act();
    return document.execCommand(command);
  };

  const travel = (steps: -1 | 1) => async () => {
    const place = history.go(steps);
    if (place === undefined) return;
    router.go('search');
    await search.ask(place.question);
    const row = place.article === null ? undefined : search.rows?.rowOf(place.article);
    if (row !== undefined) selection.focus(row);
  };

  const onSelection = (act: (chosen: NonNullable<typeof selection.selection>) => unknown) => () => {
    const aside = selection.count === 0 && reading.isAside ? reading.view : null;
    const chosen = aside === null ? selection.selection : { ids: [aside.id] };
    if (router.view !== 'search' || chosen === null) return false;
    void act(chosen);
    return true;
  };

  return {
    back: travel(-1),
    forward: travel(1),
    undo: inTextOr('undo', () => tagging.undo()),
    redo: inTextOr('redo', () => tagging.redo()),
    'select-all': inTextOr('selectAll', () => false),
    'tag-selection': onSelection((chosen) => dialogs.openTagging(chosen)),
    star: onSelection((chosen) => tagging.star(chosen)),
    'export-results': () => {
      const { page } = search;
      const whole = page === null ? null : { resultSet: page.resultSet, except: [] };
      const chosen = selection.count > 0 ? selection.selection : whole;
      if (chosen !== null) void exportSelection(chosen, toasts);
    },
    'view-search': go('search'),
    'view-tags': go('tags'),
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
    shortcuts: () => dialogs.openShortcuts(),
    'add-folder': () => void sources.choose('folders').catch(failed('The folder could not be added')),
    'add-files': () => void sources.choose('files').catch(failed('The files could not be added')),
    rescan: () => void sources.rescan().catch(failed('The sources could not be scanned')),
  };

  function failed(what: string) {
    return (thrown: unknown) => toasts.showFailure(what, thrown);
  }
}

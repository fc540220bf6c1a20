import type { Handlers } from './window/actions.svelte.ts';
import type { WindowState } from './window-state.ts';

/** What keys and menus do to the results that are selected; each leaves the key alone where there are none. */
export function selectionActions(state: WindowState): Handlers {
  const { dialogs, marking, reading, removing, router, search, selection, tagging } = state;

  const onSelection = (act: (chosen: NonNullable<typeof selection.selection>) => unknown) => () => {
    const aside = selection.count === 0 && reading.isAside ? reading.view : null;
    const chosen = aside === null ? selection.selection : { ids: [aside.id] };
    if (router.view !== 'search' || chosen === null) return false;
    void act(chosen);
    return true;
  };

  /** Among the rows as they are shown, in the order of the queue. */
  const moveInQueue = (by: -1 | 1) => () => {
    const { focusedHit, focusedRow, rows, sort } = search;
    if (router.view !== 'search' || sort !== 'queue' || focusedHit?.states.includes('queued') !== true)
      return false;
    const passed = rows?.at(focusedRow + by);
    if (passed?.states.includes('queued') !== true) return true;
    const next = by === -1 ? passed : rows?.at(focusedRow + 2);
    const before = next?.states.includes('queued') === true ? next.id : null;
    void marking.moveInQueue(focusedHit.id, before);
    return true;
  };

  return {
    'toggle-read': onSelection((chosen) => marking.toggle(chosen, 'read')),
    'toggle-queued': onSelection((chosen) => marking.toggle(chosen, 'queued')),
    'toggle-excluded': onSelection((chosen) => marking.toggle(chosen, 'excluded')),
    'earlier-in-queue': moveInQueue(-1),
    'later-in-queue': moveInQueue(1),
    'tag-selection': onSelection((chosen) => dialogs.openTagging(chosen)),
    'remove-articles': onSelection((chosen) => removing.ask(chosen)),
    star: onSelection((chosen) => tagging.star(chosen)),
    // Without a selection it is the open article that is corrected, in its place.
    'correct-fields': () => {
      const { count, selection: chosen } = selection;
      if (router.view !== 'search' || count === 0 || chosen === null) return false;
      dialogs.openCorrecting({ selection: chosen, articles: count });
      return true;
    },
  };
}

import type { Handlers } from './window/actions.svelte.ts';
import type { WindowState } from './window-state.ts';

/** What keys and menus do to the results that are selected; each leaves the key alone where there are none. */
export function selectionActions(state: WindowState): Handlers {
  const { dialogs, reading, removing, router, selection, tagging } = state;

  const onSelection = (act: (chosen: NonNullable<typeof selection.selection>) => unknown) => () => {
    const aside = selection.count === 0 && reading.isAside ? reading.view : null;
    const chosen = aside === null ? selection.selection : { ids: [aside.id] };
    if (router.view !== 'search' || chosen === null) return false;
    void act(chosen);
    return true;
  };

  return {
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

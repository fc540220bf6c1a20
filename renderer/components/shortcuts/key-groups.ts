import type { MessageName } from '../../../electron/words/languages.ts';
import {
  actionNames,
  definitionOf,
  type ActionGroup,
  type ActionName,
} from '../../state/window/action-table.ts';

export type KeyGroup = Readonly<{ group: ActionGroup; names: readonly ActionName[] }>;

/** The actions as the sheet shows them: by group, in the order of the table. */
export function keyGroups(): readonly KeyGroup[] {
  const groups = [...new Set(actionNames.map((name) => definitionOf(name).group))];
  return groups.map((group) => ({
    group,
    names: actionNames.filter((name) => definitionOf(name).group === group),
  }));
}

type PlaceKey = Readonly<{ does: MessageName; combinations: readonly string[] }>;

/** Keys of places of the window, by the place that has the focus. */
export const placeKeys: readonly Readonly<{ name: MessageName; keys: readonly PlaceKey[] }>[] = [
  {
    name: 'keys.queries',
    keys: [
      { does: 'keys.take', combinations: ['Tab'] },
      { does: 'keys.meant', combinations: ['Mod+Enter'] },
      { does: 'keys.to-results', combinations: ['Enter', 'ArrowDown'] },
    ],
  },
  {
    name: 'keys.sidebar',
    keys: [
      { does: 'keys.move', combinations: ['ArrowUp', 'ArrowDown'] },
      { does: 'keys.unfold', combinations: ['ArrowRight', 'ArrowLeft'] },
      { does: 'keys.choose', combinations: ['Enter'] },
      { does: 'keys.leave-out', combinations: ['-'] },
    ],
  },
  {
    name: 'keys.timeline',
    keys: [
      { does: 'keys.period', combinations: ['ArrowLeft', 'ArrowRight'] },
      { does: 'keys.widen', combinations: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
      { does: 'keys.closer', combinations: ['+', '-'] },
      { does: 'keys.all-days', combinations: ['Escape'] },
    ],
  },
];

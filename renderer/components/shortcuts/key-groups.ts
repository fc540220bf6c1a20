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

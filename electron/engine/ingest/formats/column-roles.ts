import type {
  Cell,
  ChosenColumns,
  ColumnRole,
  ColumnRoles,
  GuessedTable,
} from '../../../contract/table-columns.ts';

/** The roles by which a table is read. */
export function rolesIn({ columns }: Pick<GuessedTable, 'columns'>): ColumnRoles {
  const roles: Record<string, ColumnRole> = {};
  for (const { name, role } of columns) if (role !== null) roles[name] = role;
  return roles;
}

/** A value as one string. */
export function cellText(cell: Cell | undefined, between = ', '): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.join(between);
}

/** What a person chose for a table with these columns; null for nothing. */
export function chosenRoles(
  columns: readonly string[],
  chosen: readonly ChosenColumns[] = [],
): ColumnRoles | null {
  return chosen.find((one) => areSame(one.columns, columns))?.roles ?? null;
}

/** What a person chose for objects, of which some lack what others have: what it reads has to be there. */
export function chosenRolesOfObjects(
  columns: readonly string[],
  chosen: readonly ChosenColumns[] = [],
): ColumnRoles | null {
  const names = new Set(columns);
  const partly = (): ColumnRoles | undefined =>
    chosen.find(({ roles }) => Object.keys(roles).every((name) => names.has(name)))?.roles;
  return chosenRoles(columns, chosen) ?? partly() ?? null;
}

export function areSame(columns: readonly string[], others: readonly string[]): boolean {
  const names = new Set(columns);
  return names.size === new Set(others).size && others.every((name) => names.has(name));
}

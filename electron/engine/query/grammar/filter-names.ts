import { namedColumns, type NamedColumn, type NamedColumnName } from '../../../contract/named-columns.ts';

/** Fields of days; with a tilde those count too that are guessed. */
export type DayFilterName = DaysName | `${DaysName}~`;
type DaysName = 'date' | 'before' | 'after' | 'year';

type NamedRow = (typeof namedColumns)[number];

/** Fields by whose value a named column is filtered. */
export type ColumnFilterName = NonNullable<NamedRow['filter']>['name'];

export type ColumnFilter = NonNullable<NamedColumn['filter']> &
  Readonly<{ name: ColumnFilterName; column: NamedColumnName }>;

const columnFilters: readonly ColumnFilter[] = namedColumns.flatMap(({ name, filter }) =>
  filter === null ? [] : [{ ...filter, column: name }],
);

const columnFilterByName = new Map<string, ColumnFilter>(
  columnFilters.map((filter) => [filter.name, filter]),
);

export function columnFilterOf(name: string): ColumnFilter | undefined {
  return columnFilterByName.get(name);
}

export function isColumnFilterName(name: FilterName): name is ColumnFilterName {
  return columnFilterByName.has(name);
}

const dayFilters: readonly DayFilterName[] = [
  ...(['date', 'before', 'after', 'year'] as const),
  ...(['date~', 'before~', 'after~', 'year~'] as const),
];
const otherFilters = ['tag', 'source', 'folder', 'format', 'is', 'has', 'words'] as const;

/** Fields whose value filters and is not looked for in the text. */
export type FilterName = (typeof otherFilters)[number] | ColumnFilterName | DayFilterName;

/** Each name that a filter is asked for by, with its own. */
export const filterNames: readonly (readonly [string, FilterName])[] = [
  ...otherFilters.map((name) => [name, name] as const),
  ['tags', 'tag'],
  ...columnFilters.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [alias, name] as const)),
  ...dayFilters.map((name) => [name, name] as const),
];

const names: ReadonlySet<string> = new Set(filterNames.map(([, name]) => name));

export function isFilterName(name: string): name is FilterName {
  return names.has(name);
}

const days: ReadonlySet<string> = new Set(dayFilters);

export function isDayFilterName(name: FilterName): name is DayFilterName {
  return days.has(name);
}

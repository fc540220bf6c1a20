import type { Cell, TableRow } from '../../../../contract/table-columns.ts';

const deepest = 4;
const maxColumns = 300;
const maxValues = 2_000;
/** What an object in a list is named by, such as each of the authors. */
const namedBy = [
  'name',
  'full_name',
  'fullName',
  'display_name',
  'displayName',
  'title',
  'text',
  'content',
  'value',
];

/** The columns of an object: those of objects in it are called "source.name", and lists of names or texts are one value. */
export function rowOfObject(value: unknown): TableRow {
  const cells: [string, Cell][] = [];
  if (isObject(value)) addColumns(value, '', 1, cells);
  return Object.fromEntries(cells);
}

/** The columns of all rows, in the order that they first come in. */
export function columnsOf(rows: readonly TableRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, maxColumns);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function addColumns(
  object: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
  cells: [string, Cell][],
): void {
  for (const [key, value] of Object.entries(object)) {
    if (cells.length >= maxColumns) return;
    const name = prefix + key;
    if (isObject(value)) {
      if (depth < deepest) addColumns(value, `${name}.`, depth + 1, cells);
      continue;
    }
    const cell = Array.isArray(value) ? listOf(value) : textOf(value);
    if (cell !== null) cells.push([name, cell]);
  }
}

function listOf(values: readonly unknown[]): Cell | null {
  const texts = values.slice(0, maxValues).flatMap((value) => {
    const text = isObject(value)
      ? namedBy.map((name) => textOf(value[name])).find((one) => one !== null)
      : textOf(value);
    return text === null || text === undefined ? [] : [text];
  });
  return texts.length === 0 ? null : texts;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

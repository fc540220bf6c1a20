import type { Cell, TableRow } from '../../../../contract/table-columns.ts';
import { isObject, rowOfObject } from './json-rows.ts';

/** `{"title": {"0": "…", "1": "…"}, …}`, as pandas writes a table that nobody tells it another way for. */
const columnar = /^\s*\{\s*"[^"\\\n]{1,200}"\s*:\s*\{\s*"\d+"\s*:\s*(?:"|-?\d|null|true|false|\[)/;
/** `{"columns": […], "index": […], "data": [[…]]}`, as it writes one that is to be split; where a schema stands first, it is not. */
const split = /^\s*\{\s*"(?:columns|index)"\s*:\s*\[/;
const sniffedLetters = 1_000;

/** Rows as lists beside the names of their columns. */
function splitRows(names: readonly unknown[], rows: readonly unknown[]): TableRow[] {
  return rows.flatMap((row) => {
    const cells = Array.isArray(row) ? (row as readonly unknown[]) : [];
    return cells.length === 0
      ? []
      : [rowOfObject(Object.fromEntries(names.map((name, at) => [String(name), cells[at]])))];
  });
}

/** Whether a file begins like a table that is written column by column, its rows by their numbers. */
export function isColumnar(head: string): boolean {
  const opening = head.slice(0, sniffedLetters);
  return (
    columnar.test(opening) || (split.test(opening) && head.includes('"columns"') && head.includes('"data"'))
  );
}

/** The rows of such a table, in the order of its first column. */
export function rowsOfColumns(table: unknown): TableRow[] {
  if (!isObject(table)) return [];
  if (Array.isArray(table['columns']) && Array.isArray(table['data']))
    return splitRows(table['columns'], table['data']);
  const columns = Object.entries(table).flatMap(([name, cells]) =>
    isObject(cells) ? [[name, cells] as const] : [],
  );
  return Object.keys(columns[0]?.[1] ?? {}).map((number) => {
    const row: [string, Cell][] = columns.flatMap(([name, cells]) => {
      const cell = rowOfObject({ [name]: cells[number] })[name];
      return cell === undefined ? [] : [[name, cell] as [string, Cell]];
    });
    return Object.fromEntries(row);
  });
}

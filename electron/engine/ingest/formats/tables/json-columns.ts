import type { Cell, TableRow } from '../../../../contract/table-columns.ts';
import { isObject, rowOfObject } from './json-rows.ts';

/** `{"title": {"0": "…", "1": "…"}, …}`, as pandas writes a table that nobody tells it another way for. */
const columnar = /^\s*\{\s*"[^"\\\n]{1,200}"\s*:\s*\{\s*"\d+"\s*:\s*(?:"|-?\d|null|true|false|\[)/;
const sniffedLetters = 1_000;

/** Whether a file begins like a table that is written column by column, its rows by their numbers. */
export function isColumnar(head: string): boolean {
  return columnar.test(head.slice(0, sniffedLetters));
}

/** The rows of such a table, in the order of its first column. */
export function rowsOfColumns(table: unknown): TableRow[] {
  if (!isObject(table)) return [];
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

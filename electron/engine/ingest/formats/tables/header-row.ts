import type { ReadContext } from '../format-reader.ts';
import { areSame } from '../column-roles.ts';
import { rolesOfName } from './column-names.ts';
import { isDateCell } from './date-cells.ts';

const maxNameLength = 60;
/** Columns beyond these are not read. */
const maxColumns = 1_000;
/** A line above a table is a label with a value at most. */
const minAbove = 2;
const notName = /^https?:|^-?[\d.,]+$/iu;

/** Whether the first row names the columns: it has names that a person chose or that are known, or nothing in it is like what stands below. */
export function hasHeader(
  rows: readonly (readonly string[])[],
  { today, columns = [] }: Pick<ReadContext, 'today' | 'columns'>,
): boolean {
  const [first = [], ...others] = rows;
  const names = first.map((cell) => cell.trim());
  for (const isHeaded of [true, false])
    if (columns.some((chosen) => areSame(chosen.columns, columnNames(rows, isHeaded)))) return isHeaded;
  const areNames = names.every(
    (name) => name.length <= maxNameLength && !notName.test(name) && !isDateCell(name, today),
  );
  if (!areNames || names.every((name) => name === '')) return false;
  if (names.some((name) => rolesOfName(name).length > 0)) return true;
  const isUnlike = (cell: string): boolean =>
    cell.length > maxNameLength || notName.test(cell) || isDateCell(cell, today);
  return others.some((row) => row.some(isUnlike));
}

/** The names of the columns; without a header their numbers. Of two that are called the same the second gets a number. */
export function columnNames(rows: readonly (readonly string[])[], isHeaded: boolean): string[] {
  const width = rows.reduce((most, row) => Math.min(maxColumns, Math.max(most, row.length)), 0);
  const header = isHeaded ? (rows[0] ?? []) : [];
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const name = header[at]?.trim() || String(at + 1);
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** How many rows stand above the table: what it is called, who made it, what was searched for, each with next to no cells. */
export function rowsAbove(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const most = filled.reduce((highest, count) => Math.max(highest, count), 0);
  const first = filled.findIndex((count) => count > minAbove && count * 2 >= most);
  return Math.max(0, first);
}

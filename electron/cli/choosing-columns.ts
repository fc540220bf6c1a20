import { resolve } from 'node:path';
import {
  columnRoles,
  type ColumnRole,
  type ColumnRoles,
  type GuessedTable,
} from '../contract/table-columns.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { plain, printJson, type Output } from './output.ts';
import { sourceHolding } from './source-of.ts';

const maxShown = 60;

/** Shows how the columns of a table are read, with three rows; `--as` has them read otherwise in all tables of the source that have them. */
export async function runColumns(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const { operands, columns: changes, guess, json } = line;
  if (guess && changes.length > 0) throw new UsageError('columns takes --as or --guess, not both');
  const { api } = engine;
  const path = resolve(operands[0] ?? '');
  const table = await api.readTable({ path });
  if (!guess && changes.length === 0) {
    if (json) return printJson(output, table);
    return output.write(linesOf(table));
  }
  const source = await sourceHolding(engine, 'columns', path);
  const columns = table.columns.map(({ name }) => name);
  const roles = guess ? null : changedRoles(table, changes);
  const { files } = await api.chooseColumns({ source: source.id, columns, roles });
  const { added, updated, failed } = await api.importFinished({});
  if (json) return printJson(output, { files, added, updated, failed });
  await output.write(
    `${files} files are read again: ${added} added, ${updated} updated, ${failed} could not be read\n`,
  );
}

/** What is read now, with what `--as NAME=ROLE` says; a column without a role is not read. */
function changedRoles(table: GuessedTable, changes: readonly string[]): ColumnRoles {
  const roles = new Map<string, ColumnRole>();
  for (const { name, role } of table.columns) if (role !== null) roles.set(name, role);
  for (const change of changes) {
    const at = change.lastIndexOf('=');
    const name = change.slice(0, at);
    const role = change.slice(at + 1);
    if (at < 0 || !table.columns.some((column) => column.name === name))
      throw new UsageError(
        `columns: --as takes NAME=ROLE with a column of the table (got "${change}"; there are ${table.columns.map((column) => column.name).join(', ')})`,
      );
    const known = columnRoles.find((one) => one === role);
    if (role !== '' && known === undefined)
      throw new UsageError(`columns: a role is one of ${columnRoles.join(', ')}, or nothing (got "${role}")`);
    if (known === undefined) roles.delete(name);
    else roles.set(name, known);
  }
  return Object.fromEntries(roles);
}

function linesOf({ columns, rows }: GuessedTable): string {
  const lines = columns.flatMap(({ name, role }) => [
    `${name}: ${role ?? 'not read'}`,
    ...rows.map((row) => {
      const cell = row[name] ?? '';
      return `    ${(typeof cell === 'string' ? cell : cell.join(', ')).slice(0, maxShown)}`;
    }),
  ]);
  return `${lines.map(plain).join('\n')}\n`;
}

import {
  columnRoles,
  type ChosenColumns,
  type ColumnRole,
  type ColumnRoles,
} from '../../../contract/table-columns.ts';
import type { SourceId } from '../../../contract/ids.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import { requireScans } from './sources.ts';

type Row = Readonly<{ columns: string; roles: string }>;

/** Columns that people chose for the tables of sources, instead of what they look like. */
export class ColumnChoices {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  of(source: SourceId): readonly ChosenColumns[] {
    return this.#db
      .prepare<Row>('SELECT columns, roles FROM chosen_columns WHERE source = ? ORDER BY columns')
      .all(source)
      .flatMap(({ columns, roles }) => chosenIn(columns, roles) ?? []);
  }

  /**
   * Chooses for all tables with these columns, or leaves them to what they look like with null; has files of these formats read again by
   * the scans that are owed from now on. Returns how many those are.
   */
  choose(
    source: SourceId,
    { columns, roles }: Readonly<{ columns: readonly string[]; roles: ColumnRoles | null }>,
    formats: readonly string[],
    nowMs: number,
  ): number {
    const key = JSON.stringify([...columns].sort());
    return inTransaction(this.#db, () => {
      if (roles === null)
        this.#db.prepare('DELETE FROM chosen_columns WHERE source = ? AND columns = ?').run(source, key);
      else
        this.#db
          .prepare('INSERT OR REPLACE INTO chosen_columns (source, columns, roles) VALUES (?, ?, ?)')
          .run(source, key, JSON.stringify(roles));
      const { changes } = this.#db
        .prepare(
          `UPDATE record_files SET size = -1, modified_ms = -1
           WHERE source = ? AND format IN (SELECT value FROM json_each(?))`,
        )
        .run(source, JSON.stringify(formats));
      requireScans(this.#db, nowMs);
      return Number(changes);
    });
  }
}

/** What is stored of a choice; null where it is damaged. */
export function chosenIn(columns: string, roles: string): ChosenColumns | null {
  const names = parsed(columns);
  const chosen = parsed(roles);
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return null;
  if (typeof chosen !== 'object' || chosen === null || !Object.values(chosen).every(isRole)) return null;
  return { columns: names, roles: chosen as ColumnRoles };
}

function isRole(value: unknown): value is ColumnRole {
  return columnRoles.some((role) => role === value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // A page of the file was damaged.
    return null;
  }
}

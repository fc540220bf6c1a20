import type { Database, SqlValue } from '../../electron/engine/sqlite.ts';

type Row = Readonly<Record<string, SqlValue>>;
type Table = Readonly<{ name: string; sql: string }>;

const pragmas = ['page_size', 'auto_vacuum', 'user_version'];

/** What the first difference between the contents of two databases is, or null. Says nothing of pages and free space. */
export function firstDifference(one: Database, other: Database): string | null {
  for (const pragma of pragmas) {
    const found = rowDifference(
      one.prepare(`PRAGMA ${pragma}`).get(),
      other.prepare(`PRAGMA ${pragma}`).get(),
    );
    if (found !== null) return found;
  }
  const [tables, others] = [tablesOf(one), tablesOf(other)];
  const names = (of: readonly Table[]): string => of.map(({ name }) => name).join(', ');
  if (names(tables) !== names(others)) return `tables: ${names(tables)} and ${names(others)}`;
  for (const [nth, { name, sql }] of tables.entries()) {
    const otherSql = others[nth]?.sql;
    if (sql !== otherSql) return `${name} is made by "${sql}" and "${String(otherSql)}"`;
    const difference = tableDifference(one, other, name);
    if (difference !== null) return `${name}, ${difference}`;
  }
  return null;
}

/** How many rows the tables of a database have together. */
export function rowCount(db: Database): number {
  const countOf = ({ name }: Table): number =>
    Number(db.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()?.rows ?? 0);
  return tablesOf(db).reduce((rows, table) => rows + countOf(table), 0);
}

function tablesOf(db: Database): readonly Table[] {
  return db.prepare<Table>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
}

function tableDifference(one: Database, other: Database, name: string): string | null {
  const keys = one
    .prepare<{ name: string }>(`SELECT name FROM pragma_table_info('${name}') WHERE pk > 0 ORDER BY pk`)
    .all()
    .map((column) => column.name);
  const sql = `SELECT * FROM "${name}" ORDER BY ${keys.length === 0 ? 'rowid' : keys.join(', ')}`;
  const others: Iterator<Row, unknown> = other.prepare<Row>(sql).iterate();
  for (const row of one.prepare<Row>(sql).iterate()) {
    const place = keys.map((key) => `${key} ${String(row[key])}`).join(', ');
    const next = others.next();
    const difference = rowDifference(row, next.done === true ? undefined : next.value);
    if (difference !== null) return `${place}: ${difference}`;
  }
  return others.next().done === true ? null : 'it ends sooner on one side';
}

function rowDifference(row: Row | undefined, other: Row | undefined): string | null {
  if (row === undefined || other === undefined)
    return row === other ? null : 'there is no such row on one side';
  for (const [column, value] of Object.entries(row)) {
    const difference = valueDifference(value, other[column]);
    if (difference !== null) return `${column} ${difference}`;
  }
  return null;
}

function valueDifference(value: SqlValue, other: SqlValue | undefined): string | null {
  if (!(value instanceof Uint8Array) || !(other instanceof Uint8Array)) {
    return value === other ? null : `is ${String(value)} and ${String(other)}`;
  }
  if (value.length !== other.length) return `has ${String(value.length)} bytes and ${String(other.length)}`;
  const at = value.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? null : `has ${String(value[at])} and ${String(other[at])} at byte ${String(at)}`;
}

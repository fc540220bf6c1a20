import process from 'node:process';

export type SqlValue = null | number | string | Uint8Array;

export type RunResult = Readonly<{ changes: number | bigint; lastInsertRowid: number | bigint }>;

/** `Row` is what the SQL of the statement says it is; SQLite checks nothing. */
export interface Statement<Row> {
  run(...values: SqlValue[]): RunResult;
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
  iterate(...values: SqlValue[]): IterableIterator<Row>;
}

/** The part of `DatabaseSync` that Node's own `node:sqlite` and the package `@photostructure/sqlite` share. */
export interface Database {
  exec(sql: string): void;
  prepare<Row extends object = Record<string, SqlValue>>(sql: string): Statement<Row>;
  close(): void;
}

type SqliteModule = Readonly<{
  DatabaseSync: new (path: string, options: Readonly<{ readOnly: boolean; timeout: number }>) => Database;
  backup: (db: Database, path: string) => Promise<unknown>;
}>;

async function loadSqlite(): Promise<SqliteModule> {
  // Node 20 and early Node 22 lack the module, or its backup; there the package has the same api, prebuilt.
  const own: unknown = process.getBuiltinModule('node:sqlite');
  if (typeof own === 'object' && own !== null && 'backup' in own) return own as unknown as SqliteModule;
  return (await import('@photostructure/sqlite')) as unknown as SqliteModule;
}

const sqlite = await loadSqlite();

export type OpenOptions = Readonly<{
  readOnly: boolean;
  /** How long to wait for a lock that somebody else holds; 5 seconds when not given. */
  timeoutMs?: number;
  /** `wal` (when not given) for databases that are read while they are written, `delete` for a plain lock. */
  journal?: 'wal' | 'delete';
}>;

/** Opens a database file, which is made when it is missing and `readOnly` is false. Close it where it was opened. */
export function openDatabase(
  path: string,
  { readOnly, timeoutMs = 5000, journal = 'wal' }: OpenOptions,
): Database {
  const db = new sqlite.DatabaseSync(path, { readOnly, timeout: timeoutMs });
  try {
    if (!readOnly && journal === 'wal') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Empties the log of a database into its file and closes it. A connection lives on inside SQLite until its statements
 * are collected, and the log with it: a log that still held pages would spoil a file that is put in the place of this.
 */
export function closeWritable(db: Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Runs `work` in a transaction, which is rolled back when it throws. */
export function inTransaction<Value>(db: Database, work: () => Value): Value {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error.
    try {
      db.exec('ROLLBACK');
    } catch {
      throw error;
    }
    throw error;
  }
}

/** Copies an open database to `path` page by page, off the thread, while it stays in use. */
export async function backupDatabase(db: Database, path: string): Promise<void> {
  await sqlite.backup(db, path);
}

/** Size of a database in bytes, its free pages included. */
export function databaseBytes(db: Database): number {
  const sql = 'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()';
  return db.prepare<{ bytes: number }>(sql).get()?.bytes ?? 0;
}

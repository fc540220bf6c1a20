import { FailureError, messageOf, toFailure } from '../contract/failure.ts';
import { type Said, sentence } from '../words/sentence.ts';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { makeOwnerFile } from './owner-only.ts';
import { troubleOf } from './sqlite-trouble.ts';

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
  DatabaseSync: new (
    path: string | URL,
    options: Readonly<{ readOnly: boolean; timeout: number }>,
  ) => Database;
  backup: (db: Database, path: string, options: Readonly<{ progress: () => void }>) => Promise<unknown>;
}>;

function loadSqlite(): SqliteModule {
  // Node 20 and early Node 22 lack the module, or its backup; there the package has the same api, prebuilt.
  const own: unknown = process.getBuiltinModule('node:sqlite');
  if (typeof own === 'object' && own !== null && 'backup' in own) return own as unknown as SqliteModule;
  // Required and not imported, which takes half as long, in each thread that a library waits for.
  return createRequire(import.meta.url)('@photostructure/sqlite') as SqliteModule;
}

const sqlite = loadSqlite();

export type OpenOptions = Readonly<{
  readOnly: boolean;
  /** How long to wait for a lock that somebody else holds; 5 seconds when not given. */
  timeoutMs?: number;
  /** `wal` (when not given) for databases that are read while they are written, `delete` for a plain lock. */
  journal?: 'wal' | 'delete';
  /** Nobody writes to the file while it is open: it is read without a log, and leaves nothing next to itself. */
  immutable?: boolean;
  /** What to throw when the file turns out to be damaged, given SQLite's words; when not given, a failure `damaged`. */
  damaged?: (saying: string) => Error;
}>;

/**
 * Opens a database file, which is made, for its owner alone, when it is missing and `readOnly` is false. Close it where it was opened. A
 * full disk fails with `disk-full`, a damaged file with `damaged` unless the options say otherwise, and a file that can't be
 * written to with `library-unusable`, now or later.
 */
export function openDatabase(path: string, options: OpenOptions): Database {
  const { readOnly, journal = 'wal' } = options;
  const explain = (error: unknown): unknown => explained(error, path, options);
  try {
    if (readOnly) return openToRead(path, options, explain);
    if (path !== ':memory:' && !existsSync(path)) makeOwnerFile(path);
    const db = new ExplainedDatabase(path, options, explain);
    try {
      if (journal === 'wal') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw explain(error);
  }
}

/**
 * SQLite can't read a database with a write-ahead log where it can't make the files that go with it, unless it is told
 * that nobody will write to it (https://sqlite.org/wal.html#read_only_databases). That holds only while no log is there.
 */
function openToRead(path: string, options: OpenOptions, explain: (error: unknown) => unknown): Database {
  if (options.immutable === true) return openImmutable(path, options, explain);
  const db = new ExplainedDatabase(path, options, explain);
  try {
    db.prepareUnexplained('PRAGMA schema_version').get();
    return db;
  } catch (error) {
    const trouble = troubleOf(error);
    // Whoever reads from it hears of anything else.
    if (trouble !== 'read-only' && trouble !== 'not opened' && trouble !== 'full') return db;
    db.close();
    if (!existsSync(path)) throw error;
    const log = `${path}-wal`;
    if (existsSync(log) && statSync(log).size > 0) {
      throw new FailureError({
        code: 'library-unusable',
        message: sentence('trouble.not-closed', { path, log }),
      });
    }
    return openImmutable(path, options, explain);
  }
}

function openImmutable(path: string, options: OpenOptions, explain: (error: unknown) => unknown): Database {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return new ExplainedDatabase(url, options, explain);
}

function explained(error: unknown, path: string, { damaged }: OpenOptions): unknown {
  const saying = messageOf(error);
  const unusable = (message: Said): Error => new FailureError({ code: 'library-unusable', message });
  switch (troubleOf(error)) {
    case 'full':
      return new FailureError({
        code: 'disk-full',
        message: sentence('trouble.disk-full', { path }),
      });
    case 'read-only':
      return unusable(sentence('trouble.read-only', { path }));
    case 'not opened':
      return unusable(sentence('trouble.not-opened', { path, why: saying }));
    case 'damaged':
      return (
        damaged?.(saying) ??
        new FailureError({ code: 'damaged', message: sentence('trouble.damaged', { path, why: saying }) })
      );
    case 'locked':
    case 'input-output':
    case null:
      return error;
  }
}

/** A database whose errors say what a person can do about them. */
class ExplainedDatabase implements Database {
  readonly raw: Database;
  readonly #explain: (error: unknown) => unknown;

  constructor(path: string | URL, options: OpenOptions, explain: (error: unknown) => unknown) {
    const { readOnly, timeoutMs = 5000 } = options;
    this.raw = new sqlite.DatabaseSync(path, { readOnly, timeout: timeoutMs });
    this.#explain = explain;
  }

  exec(sql: string): void {
    try {
      this.raw.exec(sql);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  prepare<Row extends object>(sql: string): Statement<Row> {
    try {
      return new ExplainedStatement(this.raw.prepare<Row>(sql), this.#explain);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  prepareUnexplained(sql: string): Statement<object> {
    return this.raw.prepare(sql);
  }

  close(): void {
    this.raw.close();
  }
}

class ExplainedStatement<Row extends object> implements Statement<Row> {
  readonly #statement: Statement<Row>;
  readonly #explain: (error: unknown) => unknown;

  constructor(statement: Statement<Row>, explain: (error: unknown) => unknown) {
    this.#statement = statement;
    this.#explain = explain;
  }

  run(...values: SqlValue[]): RunResult {
    try {
      return this.#statement.run(...values);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  get(...values: SqlValue[]): Row | undefined {
    try {
      return this.#statement.get(...values);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  all(...values: SqlValue[]): Row[] {
    try {
      return this.#statement.all(...values);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  *iterate(...values: SqlValue[]): IterableIterator<Row> {
    try {
      yield* this.#statement.iterate(...values);
    } catch (error) {
      throw this.#explain(error);
    }
  }
}

/**
 * Empties the log of a database into its file and closes it. A connection lives on inside SQLite until its statements
 * are collected, and the log with it: a log that still held pages would spoil a file that is put in the place of this.
 */
export function closeWritable(db: Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // Without room for it, the log stays, and is read with the file when it is opened again.
    if (toFailure(error).code !== 'disk-full') throw error;
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

/**
 * Copies an open database to `path` some pages at a time, off the thread, while it stays in use. Fails when `signal`
 * gives it up: at once in `node:sqlite`, while the package copies the rest first.
 */
export async function backupDatabase(db: Database, path: string, signal?: AbortSignal): Promise<void> {
  await sqlite.backup(db instanceof ExplainedDatabase ? db.raw : db, path, {
    progress: () => signal?.throwIfAborted(),
  });
  signal?.throwIfAborted();
}

/** Size of a database in bytes, its free pages included. */
export function databaseBytes(db: Database): number {
  const sql = 'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()';
  return db.prepare<{ bytes: number }>(sql).get()?.bytes ?? 0;
}

import { FailureError } from '../../../contract/failure.ts';
import { inTransaction, type Database } from '../../sqlite.ts';

/** Brings a database from the version before it to `version`. Never changed once it has been released. */
export type Migration = Readonly<{
  version: number;
  sql: string;
  /** Fills what SQL alone can't, after `sql` and in its transaction. */
  fill?: (db: Database) => void;
}>;

/** The version that a database is at; 0 when it is new. */
export function schemaVersion(db: Database): number {
  return db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
}

/** The version that `migrations` lead to. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Fails with `library-newer` when a later Microfiche wrote the database `file`; the file is left as it is. */
export function refuseNewer(db: Database, migrations: readonly Migration[], file: string): void {
  const version = schemaVersion(db);
  if (version <= latestVersion(migrations)) return;
  throw new FailureError({
    code: 'library-newer',
    message: `${file} was written by a newer Microfiche (version ${version} of its layout). Update Microfiche to open it.`,
  });
}

/** Runs the migrations that a database lacks, each in a transaction of its own. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  for (const { version, sql, fill } of migrations) {
    if (version <= schemaVersion(db)) continue;
    inTransaction(db, () => {
      db.exec(sql);
      fill?.(db);
      db.exec(`PRAGMA user_version = ${version}`);
    });
  }
}

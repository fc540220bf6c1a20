import { FailureError } from '../../../contract/failure.ts';
import { sentence, type Sentence } from '../../../words/sentence.ts';
import { inTransaction, type Database } from '../../sqlite.ts';

/** “MFch”. */
const applicationId = 0x4d_46_63_68;

/** Brings a database from the version before it to `version`. Never changed once it has been released. */
export type Migration = Readonly<{
  version: number;
  sql: string;
  /** Fills what SQL alone can't, after `sql` and in its transaction. Returns sentences about what people will notice. */
  fill?: (db: Database) => readonly Sentence[];
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
    message: sentence('trouble.newer', { path: file, version }),
  });
}

/** Runs the migrations that a database lacks, each in a transaction of its own. Returns what there is to be said of them. */
export function migrate(db: Database, migrations: readonly Migration[]): Sentence[] {
  const notices: Sentence[] = [];
  for (const { version, sql, fill } of migrations) {
    if (version <= schemaVersion(db)) continue;
    inTransaction(db, () => {
      db.exec(sql);
      notices.push(...(fill?.(db) ?? []));
      db.exec(`PRAGMA user_version = ${version}`);
    });
  }
  return notices;
}

/** Marks a database as one of ours for those who tell files by their bytes: four letters in its head, as SQLite's file format has it. */
export function setApplicationId(db: Database): void {
  const marked = db.prepare<{ application_id: number }>('PRAGMA application_id').get()?.application_id;
  if (marked !== applicationId) db.exec(`PRAGMA application_id = ${applicationId}`);
}

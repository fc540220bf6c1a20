import { messageOf } from '../../contract/failure.ts';
import { migrate, refuseNewer, schemaVersion, type Migration } from '../library/schema/migrate.ts';
import { openDatabase, type Database } from '../sqlite.ts';
import { damaged } from './packed-library.ts';

/**
 * Refuses a database of somebody else's whose tables are not those that its version has: a view or a trigger would be run by
 * whoever reads or writes it (https://sqlite.org/security.html). Fails with `library-newer`, or with `damaged`, of the file `path`.
 */
export function assertKnownSchema(db: Database, migrations: readonly Migration[], path: string): void {
  refuseNewer(db, migrations, path);
  const version = schemaVersion(db);
  const plain = openDatabase(':memory:', { readOnly: false, journal: 'delete' });
  try {
    migrate(
      plain,
      migrations.filter((one) => one.version <= version),
    );
    if (version === 0 || schemaOf(db) !== schemaOf(plain)) {
      throw damaged(path, 'its tables are not those of a library');
    }
  } finally {
    plain.close();
  }
}

/** Opens a database that was unpacked. Fails with `damaged` unless it is whole and of a version that is known. */
export function openUnpacked(file: string, migrations: readonly Migration[], packed: string): Database {
  const db = openDatabase(file, { readOnly: false, damaged: (saying) => damaged(packed, saying) });
  try {
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON');
    assertKnownSchema(db, migrations, packed);
    const said = db.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check;
    if (said !== 'ok') throw damaged(packed, said ?? 'it can not be read');
    return db;
  } catch (error) {
    db.close();
    throw error instanceof Error && 'failure' in error ? error : damaged(packed, messageOf(error));
  }
}

function schemaOf(db: Database): string {
  const rows = db
    .prepare<{ type: string; name: string; sql: string | null }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return JSON.stringify(rows);
}

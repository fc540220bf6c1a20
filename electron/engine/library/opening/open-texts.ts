import { openDatabase, type Database } from '../../sqlite.ts';
import { DamagedTexts } from '../files/damaged-files.ts';
import type { LibraryPaths } from '../files/library-paths.ts';
import { migrate } from '../schema/migrate.ts';
import { dropBegun } from './begun-database.ts';
import { sizeNewPages, textMigrations } from '../texts/text-schema.ts';

/** `text.sqlite`, made where it is missing; throws a `DamagedTexts`, now or later, when it is no database of texts. */
export function openTexts(paths: LibraryPaths): Database {
  dropBegun(paths.text);
  const damaged = (saying: string): Error => new DamagedTexts(paths, saying);
  const db = openDatabase(paths.text, { readOnly: false, damaged });
  try {
    sizeNewPages(db);
    db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(db, textMigrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

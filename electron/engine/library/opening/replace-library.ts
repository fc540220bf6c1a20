import { sentence, type Sentence } from '../../../words/sentence.ts';
import { inTransaction, openDatabase, type Database } from '../../sqlite.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import { listBackups } from '../files/backup.ts';
import { isFilled, type LibraryPaths } from '../files/library-paths.ts';
import { openPages } from '../salvage/carved-rows.ts';
import { LibraryRows } from '../salvage/library-rows.ts';
import { salvageLibrary, type DamagedSource, type Salvaged } from '../salvage/salvage-library.ts';
import { changeOf } from '../schema/commit-number.ts';
import { libraryIdOf } from '../schema/library-id.ts';
import { libraryMigrations } from '../schema/library-schema.ts';
import { migrate, setApplicationId } from '../schema/migrate.ts';
import { assertSound, replaceFile } from './replace-file.ts';

/**
 * Puts a new `library.sqlite` with what can be read of a damaged one in its place; the old one is put aside, and nothing is
 * lost when this is cut off. The library has to be closed, and its lock held. The index is built anew, and every source read
 * again. Says what was kept and what could not be read.
 */
export function replaceLibrary(paths: LibraryPaths, nowMs: number): Sentence {
  let salvaged: Salvaged | null = null;
  const aside = replaceFile(paths.library, nowMs, (path) => {
    const db = openDatabase(path, { readOnly: false });
    try {
      db.exec('PRAGMA foreign_keys = ON');
      migrate(db, libraryMigrations);
      setApplicationId(db);
      const texts = textsOf(paths.text);
      salvaged = withDamaged(paths.library, (damaged) =>
        inTransaction(db, () => salvageLibrary(db, { ...damaged, texts }, nowMs)),
      );
      assertSound(db);
      // All in one file, so that it can be renamed.
      db.exec('PRAGMA journal_mode = DELETE');
    } finally {
      db.close();
    }
  });
  deleteDatabaseFiles(paths.index);
  return noticeOf(paths, aside, salvaged);
}

function withDamaged<Value>(path: string, read: (source: Omit<DamagedSource, 'texts'>) => Value): Value {
  const file = openPages(path);
  try {
    const rows = new LibraryRows(file);
    const database = openDamaged(path);
    try {
      return read({ rows, database });
    } finally {
      database?.close();
    }
  } finally {
    file.close();
  }
}

/** Null for a file that SQLite takes for no database. */
function openDamaged(path: string): Database | null {
  try {
    return openDatabase(path, { readOnly: true });
  } catch {
    return null;
  }
}

const noTexts = { libraryId: null, change: 0, articles: [] };

function textsOf(path: string): DamagedSource['texts'] {
  if (!isFilled(path)) return noTexts;
  try {
    const db = openDatabase(path, { readOnly: true });
    try {
      const stored = db.prepare<{ article: number }>('SELECT article FROM stored ORDER BY article').all();
      const articles = stored.map(({ article }) => article);
      return { libraryId: libraryIdOf(db), change: changeOf(db), articles };
    } finally {
      db.close();
    }
  } catch {
    // Damaged too: they are salvaged after this.
    return noTexts;
  }
}

function noticeOf(paths: LibraryPaths, aside: string, salvaged: Salvaged | null): Sentence {
  const { sources, articles, tags, notes, acts, lost } = salvaged ?? {
    ...{ sources: 0, articles: 0, tags: 0, notes: 0, acts: 0, lost: [] },
  };
  const newest = listBackups(paths.backups).at(-1);
  const kept = sentence('done.library-kept', {
    path: paths.library,
    ...{ aside, articles, sources, tags, notes, acts },
  });
  const pages = newest === undefined ? sentence('lost.pages') : sentence('lost.pages-compare', { newest });
  return [...lost, pages].reduce((one, other) => sentence('done.then', { one, other }), kept);
}

import { setTimeout as rest } from 'node:timers/promises';
import { join } from 'node:path';
import type { PackedContents } from '../../contract/packing-api.ts';
import type { LibraryPaths } from '../library/files/library-paths.ts';
import { changeOf } from '../library/schema/commit-number.ts';
import { makeOwnerFile } from '../owner-only.ts';
import { backupDatabase, closeWritable, openDatabase, type Database } from '../sqlite.ts';
import { packedNames } from './packed-library.ts';

const tries = 200;
const restMs = 25;

/** Databases of one moment of a library, copied into `folder`, without what is nobody else's business. */
export async function takeSnapshot(
  paths: LibraryPaths,
  folder: string,
  contents: PackedContents,
  signal: AbortSignal,
): Promise<void> {
  const library = openDatabase(paths.library, { readOnly: true });
  const text = openDatabase(paths.text, { readOnly: true });
  try {
    await beginTogether(library, text);
    await copyTo(library, join(folder, packedNames.library), signal);
    if (contents !== 'work') await copyTo(text, join(folder, packedNames.text), signal);
  } finally {
    for (const db of [library, text]) {
      endReading(db);
      db.close();
    }
  }
  const copy = openDatabase(join(folder, packedNames.library), { readOnly: false });
  try {
    copy.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON');
    // What somebody looked for is told nobody.
    copy.exec('DELETE FROM search_history');
    if (contents === 'work') copy.exec(onlyWork);
  } finally {
    closeWritable(copy);
  }
}

/** Articles that nobody marked are left out, and so is where any of them lies, and what was undone. */
const onlyWork = `
  DELETE FROM articles WHERE id NOT IN (
    SELECT article FROM article_tags UNION SELECT article FROM notes UNION SELECT article FROM highlights);
  DELETE FROM sources;
  DELETE FROM locations;
  DELETE FROM removals;
  DELETE FROM crashes;
  DELETE FROM record_crashes;
  DELETE FROM encodings;
  DELETE FROM labels;
  DELETE FROM reading_states;
  DELETE FROM corrections;
  DELETE FROM correction_steps;
  DELETE FROM correction_acts;
  DELETE FROM tag_steps;
  DELETE FROM tag_acts;
  DELETE FROM annotation_acts;
  VACUUM;
`;

/** Begins to read both as of one commit: each is written by itself, within moments. */
async function beginTogether(library: Database, text: Database): Promise<void> {
  for (let left = tries; ; left -= 1) {
    for (const db of [text, library]) db.exec('BEGIN; SELECT 1 FROM meta');
    if (changeOf(library) === changeOf(text) || left === 0) return;
    for (const db of [text, library]) endReading(db);
    await rest(restMs);
  }
}

function endReading(db: Database): void {
  try {
    db.exec('ROLLBACK');
  } catch {
    // It had not begun.
  }
}

async function copyTo(db: Database, path: string, signal: AbortSignal): Promise<void> {
  makeOwnerFile(path);
  await backupDatabase(db, path, signal);
}

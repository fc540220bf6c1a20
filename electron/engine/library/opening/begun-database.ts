import { openDatabase } from '../../sqlite.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import { isFilled } from '../files/library-paths.ts';

/**
 * Deletes a database that was begun and holds no table, as a process leaves it that is killed. The size of its pages could not be set
 * any more: a connection of ours that has only looked into it lives on until its statements are collected, and holds a lock.
 */
export function dropBegun(path: string): void {
  if (isFilled(path) && !holdsTables(path)) deleteDatabaseFiles(path);
}

function holdsTables(path: string): boolean {
  try {
    const db = openDatabase(path, { readOnly: true });
    try {
      return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
    } finally {
      db.close();
    }
  } catch {
    // Damaged, perhaps: whoever opens it for writing says so.
    return true;
  }
}

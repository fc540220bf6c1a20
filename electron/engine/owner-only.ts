import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Rights of a folder and of a file that nobody but their owner can look into. */
export const ownerFolder = 0o700;
export const ownerFile = 0o600;

/** Rights of the group and of everybody else. */
const others = 0o077;

/** What SQLite and this library put into a library's folder. */
const ownFiles = /^(?:library|text|index|lock)[^/]*\.sqlite|^reading-\d+\.journal$/;

/** Makes an empty file that only its owner can read, where there is none: SQLite gives its logs the same rights. */
export function makeOwnerFile(path: string): void {
  closeSync(openSync(path, 'a', ownerFile));
}

/**
 * Takes the rights of all others from the folder of a library and what is in it, its backups too. True when there were any
 * to take. Somebody else's files, and a disk that knows no rights, stay as they are.
 */
export function tightenLibrary(dir: string, backups: string): boolean {
  if (process.platform === 'win32') return false;
  let tightened = false;
  for (const folder of [dir, backups]) {
    for (const name of namesIn(folder)) {
      if (folder === backups || ownFiles.test(name))
        tightened = tighten(join(folder, name), ownerFile) || tightened;
    }
    tightened = tighten(folder, ownerFolder) || tightened;
  }
  return tightened;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not made yet.
    return [];
  }
}

function tighten(path: string, mode: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isSymbolicLink() || stats.isDirectory() !== (mode === ownerFolder))
    return false;
  if ((stats.mode & others) === 0) return false;
  try {
    chmodSync(path, mode);
  } catch {
    // It belongs to somebody else, or lies on a disk without rights: it is read and written as it is.
    return false;
  }
  return ((lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0) & others) === 0;
}

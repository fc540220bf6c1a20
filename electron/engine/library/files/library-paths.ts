import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type LibraryPaths = Readonly<{
  dir: string;
  library: string;
  text: string;
  index: string;
  lock: string;
  backups: string;
}>;

/** Where the parts of a library lie in its folder. */
export function libraryPaths(libraryDir: string): LibraryPaths {
  return {
    dir: libraryDir,
    library: join(libraryDir, 'library.sqlite'),
    text: join(libraryDir, 'text.sqlite'),
    index: join(libraryDir, 'index.sqlite'),
    lock: join(libraryDir, 'lock.sqlite'),
    backups: join(libraryDir, 'backups'),
  };
}

/** SQLite takes a file without a byte for a new database. */
export function isFilled(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** Whether a folder holds a library, be it one of which a file was lost. */
export function isLibrary(libraryDir: string): boolean {
  const { library, text, backups } = libraryPaths(libraryDir);
  return [library, text, backups].some((path) => existsSync(path));
}

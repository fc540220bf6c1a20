import { openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ownerFile } from '../owner-only.ts';

const name = /^reading-\d+\.journal$/;

/** Where worker `number` notes what it is about to read. */
export function crashJournalPath(libraryDir: string, number: number): string {
  return join(libraryDir, `reading-${number}.journal`);
}

/**
 * A file that begins with the path of what is being read right now, closed by a NUL; it begins with the NUL alone
 * unless the process ended in the middle of a file. What follows is left from longer paths.
 */
export class CrashJournal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'w', ownerFile);
  }

  begin(path: string): void {
    writeSync(this.#file, `${path}\0`, 0);
  }

  end(): void {
    writeSync(this.#file, '\0', 0);
  }
}

/** Paths that were being read when an earlier process ended; the journals are deleted. */
export function collectCrashes(libraryDir: string): string[] {
  const paths: string[] = [];
  for (const file of readdirSync(libraryDir)) {
    if (!name.test(file)) continue;
    const journal = join(libraryDir, file);
    const [path = ''] = readFileSync(journal, 'utf8').split('\0', 1);
    if (path !== '') paths.push(path);
    rmSync(journal, { force: true });
  }
  return paths;
}

import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const name = /^reading-\d+\.journal$/;

/** Where worker `number` notes what it is about to read. */
export function crashJournalPath(libraryDir: string, number: number): string {
  return join(libraryDir, `reading-${number}.journal`);
}

/** A file that names what is being read right now. It is empty unless the process ended in the middle of it. */
export class CrashJournal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  begin(path: string): void {
    ftruncateSync(this.#file, 0);
    writeSync(this.#file, path, 0);
  }

  end(): void {
    ftruncateSync(this.#file, 0);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Paths that were being read when an earlier process ended; the journals are deleted. */
export function collectCrashes(libraryDir: string): string[] {
  const paths: string[] = [];
  for (const file of readdirSync(libraryDir)) {
    if (!name.test(file)) continue;
    const journal = join(libraryDir, file);
    const path = readFileSync(journal, 'utf8');
    if (path !== '') paths.push(path);
    rmSync(journal, { force: true });
  }
  return paths;
}

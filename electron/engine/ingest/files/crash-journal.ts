import { openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ownerFile } from '../../owner-only.ts';

const name = /^reading-\d+\.journal$/;

/** Where worker `number` notes what it is about to read. */
export function crashJournalPath(libraryDir: string, number: number): string {
  return join(libraryDir, `reading-${number}.journal`);
}

/** What was being read when a process ended: a file, and which record of it, where it was one of many. */
export type Crash = Readonly<{ path: string; place: number | null }>;

const placeMark = '#';

/**
 * A file that begins with the path of what is being read right now, closed by a NUL, and with `#` and the place of the record, closed
 * by another; it begins with a NUL alone unless the process ended in the middle of a file. What follows is left from longer
 * paths.
 */
export class CrashJournal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'w', ownerFile);
  }

  begin(path: string, place: number | null): void {
    writeSync(this.#file, `${path}\0${placeMark}${place ?? ''}\0`, 0);
  }

  end(): void {
    writeSync(this.#file, '\0', 0);
  }
}

/** What was being read when an earlier process ended; the journals are deleted. */
export function collectCrashes(libraryDir: string): Crash[] {
  const crashes: Crash[] = [];
  for (const file of readdirSync(libraryDir)) {
    if (!name.test(file)) continue;
    const journal = join(libraryDir, file);
    const [path = '', record = ''] = readFileSync(journal, 'utf8').split('\0', 2);
    const place = /^#(\d+)$/.exec(record)?.[1];
    if (path !== '') crashes.push({ path, place: place === undefined ? null : Number(place) });
    rmSync(journal, { force: true });
  }
  return crashes;
}

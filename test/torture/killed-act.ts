import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { backUp } from '../../electron/engine/library/files/backup.ts';
import { libraryPaths } from '../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../support/temporary-library.ts';
import { plainly } from './sample-library.ts';

/** What a process does while it is killed; each opens the library by itself. */
export const acts = {
  open: async (library: TemporaryLibrary) => {
    await library.open({ ...plainly, salvage: true });
    await library.writer.importFinished({});
  },
  repair: async (library: TemporaryLibrary) => {
    await acts.open(library);
    await library.writer.check({ repair: true });
    await library.writer.importFinished({});
  },
  optimize: async (library: TemporaryLibrary) => {
    await acts.open(library);
    await library.writer.optimize({});
  },
  undo: async (library: TemporaryLibrary) => {
    await acts.open(library);
    await library.writer.undo({});
  },
  merge: async (library: TemporaryLibrary) => {
    await acts.open(library);
    const tags = library.read((reader) => reader.tags());
    const [into, ...others] = tags.map(({ id }) => id);
    if (into !== undefined) await library.writer.mergeTags({ tags: others, into });
  },
  backup: async (library: TemporaryLibrary) => {
    const { library: path, backups } = libraryPaths(library.dir);
    const db = openDatabase(path, { readOnly: true });
    for (let nth = 0; nth < 8; nth += 1) await backUp(db, backups, Date.UTC(2021, 0, 1 + nth));
    db.close();
  },
} as const satisfies Record<string, (library: TemporaryLibrary) => Promise<void>>;

export type ActName = keyof typeof acts;

/** The process that is to be killed. */
export async function doAct(name: ActName, root: string): Promise<void> {
  writeSync(1, 'begins\n');
  const library = new TemporaryLibrary(root);
  await acts[name](library);
  await library.close();
}

export type KilledAct = Readonly<{ killed: boolean; tookMs: number }>;

/** Does an act in a process of its own, which is killed `afterMs` after it has begun; never when that is null. */
export async function killInAct(name: ActName, root: string, afterMs: number | null): Promise<KilledAct> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', '--act', name, '--root', root], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  let begunMs = 0;
  const timers: NodeJS.Timeout[] = [];
  createInterface({ input: child.stdout }).once('line', () => {
    begunMs = performance.now();
    if (afterMs !== null) timers.push(setTimeout(() => child.kill('SIGKILL'), afterMs));
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  for (const timer of timers) clearTimeout(timer);
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`${name} ended by itself: ${errors.join('')}`);
  return { killed: signal === 'SIGKILL', tookMs: performance.now() - begunMs };
}

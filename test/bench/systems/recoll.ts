import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryWatch, type PhaseMemory } from '../resident-memory.ts';

export type RecollResult = Readonly<{
  description: string;
  /** Files and folders. */
  documents: number;
  seconds: number;
  indexBytes: number;
  memory: Readonly<Record<string, PhaseMemory>>;
}>;

function bytesUnder(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** The version of `recollindex` on this machine, or null where there is none. */
export function recollVersion(): string | null {
  const { stdout, stderr, error } = spawnSync('recollindex', ['-h'], { encoding: 'utf8' });
  if (error !== undefined) return null;
  return /Recoll [\d.]+/.exec(stdout + stderr)?.[0] ?? 'Recoll';
}

/** Indexes a folder by `recollindex` as it comes, with its settings and index in `dir`. */
export async function runRecoll(folder: string, dir: string, version: string): Promise<RecollResult> {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'recoll.conf'), `topdirs = ${folder}\nskippedPaths =\nloglevel = 2\n`);
  const startedMs = performance.now();
  const child = spawn('recollindex', ['-c', dir], { stdio: 'ignore' });
  const watch = new MemoryWatch(child.pid ?? 0);
  watch.enter('importing');
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });
  const seconds = (performance.now() - startedMs) / 1_000;
  const memory = watch.stop();
  if (status !== 0) throw new Error(`recollindex ended with ${String(status)}`);
  const documents = Number(/^dbtotdocs = (\d+)/m.exec(readFileSync(join(dir, 'idxstatus.txt'), 'utf8'))?.[1]);
  const indexBytes = bytesUnder(join(dir, 'xapiandb'));
  return { description: `${version}, its own settings`, documents, seconds, indexBytes, memory };
}

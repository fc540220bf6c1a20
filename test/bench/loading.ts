import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { checkout } from '../../electron/dev/checkout.ts';
import { explain } from '../../electron/dev/explain.ts';
import { CommitCheckout, commitOf } from '../support/commit-checkout.ts';
import { buildEngine } from './against/built-engine.ts';
import { compareSides, type Cost, type Rounds } from './against/compare-sides.ts';
import { table } from './report.ts';

// npm run bench:loading -- COMMIT [--rounds R]
// Processor ms that a thread takes to load its code, in turns with another commit.

const threads = ['writer-thread', 'search-thread'] as const;
const onceArgument = '--once';

/** In a thread: loads a bundle, which finds no library where it is told to look, and tells what that cost. */
async function load(bundle: string): Promise<void> {
  const [startedMs, started] = [performance.now(), process.cpuUsage()];
  await import(bundle);
  const { user, system } = process.cpuUsage(started);
  parentPort?.postMessage({
    cpuMs: (user + system) / 1_000,
    ms: performance.now() - startedMs,
  } satisfies Cost);
}

/** In a process of its own, so that nothing is loaded yet: prints what loading cost. */
function loadOnce(bundle: string): void {
  const notAFolder = { libraryDir: process.execPath, ingestUrl: bundle, backupUrl: bundle };
  const flags = new SharedArrayBuffer(1024);
  const thread = new Worker(process.argv[1] ?? '', { workerData: { ...notAFolder, flags, bundle } });
  thread.on('message', (message: object) => {
    if (!('cpuMs' in message)) return;
    console.log(JSON.stringify(message));
    process.exit(0);
  });
  thread.on('error', (error) => {
    console.error(error);
    process.exit(1);
  });
}

function costOf(bundle: string): Cost {
  const printed = execFileSync(process.execPath, [process.argv[1] ?? '', onceArgument, bundle], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Cost;
}

function roundsOf(now: string, then: string, rounds: number): Rounds {
  return Array.from({ length: rounds }, () => ({ now: costOf(now), then: costOf(then), again: costOf(now) }));
}

async function compare(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '15' } },
  });
  const [name] = positionals;
  if (name === undefined) throw new Error('usage: npm run bench:loading -- COMMIT [--rounds R]');
  const commit = commitOf(name);
  const folder = mkdtempSync(join(tmpdir(), 'microfiche-loading-'));
  const other = new CommitCheckout(commit, join(folder, 'checkout'));
  try {
    const [now, then] = [buildEngine(checkout), buildEngine(other.dir)];
    const rows = threads.map((thread) => {
      const bundleOf = (threadsUrl: string): string => new URL(`${thread}.js`, threadsUrl).href;
      const rounds = roundsOf(bundleOf(now.threads), bundleOf(then.threads), Number(values.rounds));
      const result = compareSides(rounds);
      const itself = `±${((result.spread - 1) * 100).toFixed(1)} %`;
      return [
        thread,
        ...[result.now.cpuMs, result.then.cpuMs].map((ms) => ms.toFixed(1)),
        result.ratio.toFixed(3),
        itself,
      ];
    });
    console.log(
      table([['processor ms to load', 'now', commit.slice(0, 10), 'ratio', 'against itself'], ...rows]),
    );
  } finally {
    other.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

const bundleToLoad = process.argv.includes(onceArgument) ? process.argv.at(-1) : undefined;
if (!isMainThread) await load((workerData as Readonly<{ bundle: string }>).bundle);
else if (bundleToLoad !== undefined) loadOnce(bundleToLoad);
else await explain(compare);

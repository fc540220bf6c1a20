import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { MemoryWatch } from '../../bench/resident-memory.ts';
import { forkImport, importForParent, type ImportPlan, type ImportReport } from './importing-child.ts';
import { writeStreams, type Stream } from './write-streams.ts';

// `npm run torture -- streams`: imports a mailbox, a web archive, a list, a table and a zip that are large, stops each in the middle, kills it
// further on and goes on; looks at memory, at how fast it stops, and whether an article is lost or there twice.

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100' },
    only: { type: 'string' },
    child: { type: 'string' },
  },
});
const maxMb = 600;
const maxStopMs = 1_000;

type Done = Extract<ImportReport, { said: 'done' }>;
type Watched = Readonly<{ done: Done | null; stoppedMs: number | null; peakMb: number }>;

/** Watches an import until it is over, or kills it once so many articles are there. */
async function watched(plan: ImportPlan, killAt: number): Promise<Watched> {
  const child = forkImport(plan);
  const memory = new MemoryWatch(child.pid ?? 0);
  let done: Done | null = null;
  let stoppedMs: number | null = null;
  child.on('message', (message) => {
    const report = message as ImportReport;
    if (report.said === 'done') done = report;
    if (report.said === 'stopped') stoppedMs = report.ms;
    // The news of the stop may come after that of the articles which were on their way.
    if (
      report.said === 'articles' &&
      report.articles >= killAt &&
      (plan.stopAt === null || stoppedMs !== null)
    )
      child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const peaks = Object.values(memory.stop()).map(({ peakMb }) => peakMb ?? 0);
  return { done, stoppedMs, peakMb: Math.max(...peaks) };
}

async function tortureStream({ name, path, articles }: Stream, libraryDir: string): Promise<string[]> {
  const startedMs = performance.now();
  const plan = { libraryDir, path, stopAt: Math.floor(articles / 4) };
  const first = await watched(plan, Math.floor(articles * 0.6));
  const second = await watched({ ...plan, stopAt: null }, Number.POSITIVE_INFINITY);
  const peakMb = Math.max(first.peakMb, second.peakMb);
  const { done } = second;
  const found = done?.articles ?? 0;
  const seconds = (performance.now() - startedMs) / 1000;
  console.log(
    `${name}: ${(statSync(path).size / 1_000_000).toFixed(0)} MB, ${String(found)} of ${String(articles)} articles, ` +
      `at most ${peakMb.toFixed(0)} MB, stopped in ${(first.stoppedMs ?? Number.NaN).toFixed(0)} ms, ${seconds.toFixed(0)} s in all`,
  );
  return [
    ...(done === null ? ['the import did not end'] : []),
    ...(found === articles ? [] : [`${String(found)} articles of ${String(articles)}`]),
    ...(done?.duplicates ? [`${String(done.duplicates)} are there twice`] : []),
    ...(done?.failed ? [`${String(done.failed)} failed`] : []),
    ...(done?.problems ?? []),
    ...(peakMb <= maxMb ? [] : [`it took ${peakMb.toFixed(0)} MB`]),
    ...(first.done === null ? [] : ['it was over before it could be killed']),
    ...((first.stoppedMs ?? Number.POSITIVE_INFINITY) <= maxStopMs ? [] : ['it was not stopped in a second']),
  ].map((problem) => `${name}: ${problem}`);
}

async function torture(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'microfiche-streams-'));
  const violations: string[] = [];
  try {
    for (const stream of writeStreams(root, Number(values.megabytes))) {
      if (values.only === undefined || values.only === stream.name)
        violations.push(...(await tortureStream(stream, join(root, `library-${stream.name}`))));
      rmSync(stream.path);
      rmSync(join(root, `library-${stream.name}`), { recursive: true, force: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  for (const violation of violations) console.log(`VIOLATION: ${violation}`);
  if (violations.length > 0) process.exitCode = 1;
}

if (values.child === undefined) await torture();
else await importForParent(JSON.parse(values.child) as ImportPlan);

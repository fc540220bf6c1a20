import { articleBatches, openCorpus } from '../corpus.ts';
import { timeQueries } from '../query-times.ts';
import { Fts5 } from '../systems/fts5.ts';
import { IndexBuilding } from '../systems/index-building.ts';
import type { MemorySystem } from '../systems/memory-system.ts';
import { MiniSearchSystem } from '../systems/mini-search.ts';
import { StockLunr } from '../systems/stock-lunr.ts';
import type { BuildJob, BuildLimits, BuildResult, MemorySystemName } from './job.ts';

const batchSize = 1_000;
const maxQueriesMs = 120_000;

function systemOf(name: MemorySystemName, dir: string): MemorySystem {
  switch (name) {
    case 'building':
      return new IndexBuilding(dir);
    case 'lunr':
      return new StockLunr();
    case 'minisearch':
      return new MiniSearchSystem();
    case 'fts5':
      return new Fts5(dir);
  }
}

/** Counts the time that work takes, and what processors spend on it. */
class Stopwatch {
  seconds = 0;
  cpuSeconds = 0;

  async time(work: () => void | Promise<void>): Promise<void> {
    const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(startedCpu);
    this.seconds += (performance.now() - startedMs) / 1_000;
    this.cpuSeconds += (user + system) / 1e6;
  }
}

function reachedLimit({ heapMb, seconds }: BuildLimits, watch: Stopwatch): string | null {
  const heap = process.memoryUsage().heapUsed / 1_048_576;
  if (heapMb !== null && heap >= heapMb) return `its heap had reached ${heap.toFixed(0)} MB`;
  if (seconds !== null && watch.seconds >= seconds) return `it had taken ${watch.seconds.toFixed(0)} s`;
  return null;
}

/** Gives a system the articles out of memory, then asks it the queries. */
export async function doBuild(
  { system: name, corpus: choice, articles, limits, dir, log }: BuildJob,
  enterPhase: (phase: string) => Promise<void>,
): Promise<BuildResult> {
  await enterPhase('building');
  const corpus = openCorpus(choice);
  const system = systemOf(name, dir);
  const watch = new Stopwatch();
  let [taken, textBytes] = [0, 0];
  let stopped: string | null = null;
  for (const batch of articleBatches(corpus, articles, system.batch ?? batchSize)) {
    await system.hold?.(batch);
    await watch.time(() => system.add(batch));
    taken += batch.length;
    for (const { article } of batch) textBytes += Buffer.byteLength(article.text);
    stopped = reachedLimit(limits, watch);
    if (stopped !== null) break;
  }
  await watch.time(() => system.finish());
  await enterPhase('idle after building');
  if (log !== null) await enterPhase('searching');
  const queries = log === null ? null : await timeQueries(log, (query) => system.find(query), maxQueriesMs);
  if (log !== null) await enterPhase('idle');
  await enterPhase('measuring');
  const size = system.size();
  system.close();
  const { seconds, cpuSeconds } = watch;
  return {
    description: system.description,
    articles: taken,
    textBytes,
    seconds,
    cpuSeconds,
    stopped,
    size,
    queries,
  };
}

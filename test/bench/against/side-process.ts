import { setTimeout } from 'node:timers/promises';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { articleId } from '../../../electron/contract/ids.ts';
import type { SortOrder } from '../../../electron/contract/search.ts';
import type { createEngine, Engine } from '../../../electron/engine/create-engine.ts';
import type { LoggedQuery } from '../query-log/logged-query.ts';
import { pageSize } from '../systems/memory-system.ts';
import type { BuiltEngine } from './built-engine.ts';
import type { Cost } from './compare-sides.ts';
import { busiestThread, threadTimes } from './thread-times.ts';

/** Tells the benchmark's own bundle to drive one build's engine. */
export const sideArgument = '--side';

export type AskedQuery = Pick<LoggedQuery, 'text' | 'grammar' | 'typing'> & Readonly<{ sort: SortOrder }>;

export type Order =
  /** Opens a library, and waits until what it does by itself is done, as a rebuilding of the index. */
  | Readonly<{ kind: 'open'; libraryDir: string }>
  | Readonly<{ kind: 'import'; folder: string }>
  | Readonly<{ kind: 'ask'; queries: readonly AskedQuery[] }>
  /** Asks at rest, to learn which thread answers. */
  | Readonly<{ kind: 'learn'; queries: readonly AskedQuery[] }>
  /** Asks while other threads work for themselves: the cost is that of the thread that answers. */
  | Readonly<{ kind: 'ask beside work'; queries: readonly AskedQuery[] }>
  /** Every nth article gets the tag. */
  | Readonly<{ kind: 'tag'; name: string; every: number; articles: number }>
  /** Waits until no thread does anything any more. */
  | Readonly<{ kind: 'rest' }>
  | Readonly<{ kind: 'close' }>;

const restMs = 600;
const idleCpuMs = 6;
const maxRestMs = 120_000;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function rest(): Promise<void> {
  const endMs = performance.now() + maxRestMs;
  for (let before = cpuMs(); performance.now() < endMs; before = cpuMs()) {
    await setTimeout(restMs);
    if (cpuMs() - before < idleCpuMs) return;
  }
  throw new Error('the engine does not come to rest');
}

/** Drives the engine of either build: through `createEngine` and the archive's interface, which both have. */
class Side {
  readonly #built: BuiltEngine;
  #engine: Engine | null = null;
  #answering: string | null = null;

  constructor(built: BuiltEngine) {
    this.#built = built;
  }

  /** What the order cost; processor time of all threads, but where the order says otherwise. */
  async obey(order: Order): Promise<Cost> {
    const [startedMs, startedCpuMs, before] = [performance.now(), cpuMs(), threadTimes()];
    await this.#do(order);
    const [cpu, ms, after] = [cpuMs() - startedCpuMs, performance.now() - startedMs, threadTimes()];
    if (order.kind === 'learn') this.#answering = busiestThread(before, after);
    const thread = order.kind === 'ask beside work' ? this.#answering : null;
    if (thread === null) return { cpuMs: cpu, ms };
    return { cpuMs: (after.get(thread) ?? 0) - (before.get(thread) ?? 0), ms };
  }

  async #do(order: Order): Promise<void> {
    switch (order.kind) {
      case 'open':
        this.#engine = await this.#open(order.libraryDir);
        await this.#api.importFinished({});
        return;
      case 'import':
        await this.#api.addSources({ paths: [order.folder] });
        await this.#api.importFinished({});
        return;
      case 'ask':
      case 'learn':
      case 'ask beside work':
        for (const { text, ...how } of order.queries) {
          const filter = { tags: [], sources: [], untagged: false };
          await this.#api.search({ query: text, ...how, filter, offset: 0, limit: pageSize });
        }
        return;
      case 'tag': {
        const { name, every, articles } = order;
        const ids = Array.from({ length: Math.ceil(articles / every) }, (_, nth) =>
          articleId(1 + nth * every),
        );
        await this.#api.setTags({ selection: { ids }, add: [name], remove: [] });
        return;
      }
      case 'rest':
        await rest();
        return;
      case 'close':
        await this.#engine?.close();
        this.#engine = null;
    }
  }

  get #api(): Engine['api'] {
    if (this.#engine === null) throw new Error('no library is open');
    return this.#engine.api;
  }

  async #open(libraryDir: string): Promise<Engine> {
    const module = (await import(this.#built.engine)) as Readonly<{ createEngine: typeof createEngine }>;
    return await module.createEngine({
      libraryDir,
      threadsUrl: new URL(this.#built.threads),
      clock: () => performance.now(),
      log: () => undefined,
    });
  }
}

/** In a process of its own: obeys one order after another, and answers each with what it cost. */
export function serveSide(): void {
  const [engine = '', threads = ''] = process.argv.slice(-2);
  const side = new Side({ engine, threads });
  process.on('message', (order: Order) => {
    side.obey(order).then(
      (cost) => process.send?.(cost satisfies Cost),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

/** A process that drives the engine of one build. */
export class SideProcess {
  readonly #child: ChildProcess;

  constructor({ engine, threads }: BuiltEngine) {
    this.#child = fork(process.argv[1] ?? '', [sideArgument, engine, threads]);
  }

  /** Rejects when the process ends first; it has said why. */
  async obey(order: Order): Promise<Cost> {
    const ended = new AbortController();
    const end = (): void => ended.abort(new Error(`a build ended while it was to ${order.kind}`));
    this.#child.once('exit', end);
    try {
      const answer = once(this.#child, 'message', { signal: ended.signal });
      this.#child.send(order);
      const [cost] = (await answer) as [Cost];
      return cost;
    } finally {
      this.#child.off('exit', end);
    }
  }

  end(): void {
    this.#child.kill();
  }
}

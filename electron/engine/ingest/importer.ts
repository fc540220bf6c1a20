import { sentence } from '../../words/sentence.ts';
import type { ImportProgress } from '../../contract/archive-api.ts';
import { FailureError, messageOf, toFailure, type Failure } from '../../contract/failure.ts';
import type { ArticleId, SourceId } from '../../contract/ids.ts';
import { yieldToEventLoop, SerialQueue } from '../concurrency/serial-queue.ts';
import type { ImportTarget } from './import-target.ts';
import type { RecordRegistry } from './records/record-registry.ts';
import type { ImportBatch } from './import-batch.ts';
import type { ProgressMeter } from './import-progress.ts';
import type { IngestPool } from './ingest-pool.ts';
import type { FileRegistry } from './files/file-registry.ts';
import type { ScanTask } from './scan-task.ts';

export type ImporterTools = Readonly<{
  registry: FileRegistry;
  records: RecordRegistry;
  meter: ProgressMeter;
  nowMs: () => number;
  /** Made when the first file is to be read, closed when nothing is left to be read. */
  openPool: () => IngestPool | Promise<IngestPool>;
  target: ImportTarget;
}>;

/** Steps of merging that a commit makes necessary, and how many may be put off until there is time for them. */
const stepsACommit = 20;
const maxPutOff = 80;

/** Reads sources one after the other, and lets others write between its commits. */
export class Importer {
  readonly #tools: ImporterTools;
  readonly #queue = new SerialQueue();
  readonly #found = new Set<ArticleId>();
  #tasks: ScanTask[] = [];
  #batch: ImportBatch;
  #controller = new AbortController();
  #running: Promise<void> | null = null;
  #current: ScanTask | null = null;
  #failure: Failure | null = null;
  #stepsPutOff = 0;
  #closed = false;
  #tidying = false;
  #tidyLater: NodeJS.Timeout | null = null;
  #paused: Readonly<{ over: Promise<void>; resume: () => void }> | null = null;

  constructor(tools: ImporterTools) {
    this.#tools = tools;
    this.#batch = tools.target.newBatch();
  }

  /** Whether an import has begun reading. */
  get isRunning(): boolean {
    return this.#current !== null;
  }

  add(tasks: readonly ScanTask[]): void {
    if (this.#closed || tasks.length === 0) return;
    this.#tasks.push(...tasks);
    this.#running ??= this.#run();
  }

  async pause(): Promise<void> {
    if (this.#running === null || this.#paused !== null) return;
    let resume = (): void => undefined;
    const over = new Promise<void>((resolve) => (resume = resolve));
    this.#paused = { over, resume };
    await this.#queue.run(() => this.#commit());
    this.#tools.meter.state = 'paused';
  }

  resume(): void {
    if (this.#paused === null) return;
    const { resume } = this.#paused;
    this.#paused = null;
    if (this.#running !== null) {
      this.#tools.meter.state = this.#tools.meter.seenAll ? 'importing' : 'scanning';
    }
    resume();
  }

  /** Settles when the import has stopped; what was read until then is kept. */
  async cancel(): Promise<void> {
    this.#tasks = [];
    this.#controller.abort();
    this.resume();
    await this.#running;
  }

  /** Stops reading this source, and forgets that it was to be read. */
  async cancelSource(source: SourceId): Promise<void> {
    const others = this.#tasks.filter((task) => task.source !== source);
    if (this.#current?.source !== source) {
      this.#tasks = others;
      return;
    }
    await this.cancel();
    this.add(others);
  }

  /** Settles when nothing is left to be read; fails when the import could not go on. */
  async finished(): Promise<ImportProgress> {
    while (this.#running !== null) await this.#running;
    if (this.#failure !== null) throw new FailureError(this.#failure);
    return this.#tools.meter.progress();
  }

  /** Runs work between two commits, with nothing pending. */
  async quietly<Value>(work: () => Promise<Value>): Promise<Value> {
    return await this.#queue.run(async () => {
      await this.#commit();
      return await work();
    });
  }

  /** Goes on in a while with what was left to do at rest when the library was closed. */
  tidyLater(afterMs: number): void {
    // What calls it may have gone on while the importer was closed, and the timer would outlive the library.
    if (this.#closed) return;
    if (this.#tidyLater !== null) clearTimeout(this.#tidyLater);
    this.#tidyLater = setTimeout(() => void this.#tidyWhileIdle(), afterMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#tidyLater !== null) clearTimeout(this.#tidyLater);
    await this.cancel();
    await this.#queue.run(async () => undefined);
  }

  async #run(): Promise<void> {
    const { meter, openPool, target } = this.#tools;
    this.#controller = new AbortController();
    this.#failure = null;
    // The index may still be catching up, under its own count.
    await this.#queue.run(async () => undefined);
    meter.state = this.#paused === null ? 'scanning' : 'paused';
    let pool: IngestPool | null = null;
    try {
      pool = await openPool();
      for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) {
        this.#current = task;
        await this.#read(task, pool);
      }
      await pool.close();
    } catch (error) {
      this.#tasks = [];
      this.#failure = failureOf(error);
      target.stopped(sentence('trouble.import-stopped', { why: this.#failure.message }));
      await pool?.close().catch(() => undefined);
    } finally {
      this.#found.clear();
      this.#current = null;
      this.#paused = null;
      this.#running = null;
      meter.state = 'idle';
    }
    void this.#tidyWhileIdle();
    if (this.#tasks.length > 0) this.add(this.#tasks.splice(0));
  }

  async #read(task: ScanTask, pool: IngestPool): Promise<void> {
    const { registry, records, meter, nowMs, target } = this.#tools;
    if ((await this.quietly(() => target.begin(task))) === 'away') return;
    meter.seenAll = false;
    if (meter.state === 'importing') meter.state = 'scanning';
    const { signal } = this.#controller;
    const { Scan } = await import('./import-work.ts');
    await new Scan(task, {
      registry,
      records,
      pool,
      meter,
      nowMs,
      signal,
      batch: () => this.#batch,
      commit: () => this.#commit(),
      commitMore: (commit) => target.commit(commit),
      textOf: (article) => target.textOf(article),
      resumed: async () => await this.#paused?.over,
      inTurn: (work) => this.#queue.run(work),
      idleStep: () => this.#queue.run(async () => this.#idleStep()),
      found: this.#found,
    }).run();
    if (!signal.aborted) target.end(task);
  }

  async #commit(): Promise<void> {
    const batch = this.#batch;
    if (batch.size === 0) return;
    // The listing goes on while this commits, and puts what it meets into the next batch.
    this.#batch = this.#tools.target.newBatch();
    await this.#tools.target.commit(batch.toCommit());
    this.#stepsPutOff += stepsACommit;
    while (this.#stepsPutOff > maxPutOff && this.#idleStep()) await yieldToEventLoop();
  }

  #idleStep(): boolean {
    const more = this.#tools.target.mergeStep();
    this.#stepsPutOff = more ? Math.max(0, this.#stepsPutOff - 1) : 0;
    return more;
  }

  async #tidyWhileIdle(): Promise<void> {
    if (this.#tidying) return;
    this.#tidying = true;
    try {
      let more = true;
      while (more && this.#running === null && !this.#closed) {
        more = await this.#queue.run(async () => !this.#closed && this.#tools.target.restStep());
        await yieldToEventLoop();
      }
    } catch (error) {
      // Unmerged segments cost time and nothing else; the next commit tries again.
      this.#tools.target.stopped(sentence('trouble.not-tidied', { why: failureOf(error).message }));
    } finally {
      this.#tidying = false;
    }
  }
}

function failureOf(error: unknown): Failure {
  const failure = toFailure(error);
  if (/database or disk is full|ENOSPC/i.test(messageOf(error))) {
    return { code: 'disk-full', message: sentence('trouble.disk-full-importing') };
  }
  return failure;
}

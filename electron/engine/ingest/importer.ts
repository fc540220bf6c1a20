import type { ImportProgress } from '../../contract/archive-api.ts';
import { FailureError, toFailure, type Failure } from '../../contract/failure.ts';
import type { ArticleId, SourceId } from '../../contract/ids.ts';
import type { Commit } from '../library/commits/committer.ts';
import { breathe, Turns } from '../concurrency/serial-queue.ts';
import type { ImportBatch } from './import-batch.ts';
import type { ImportMeter } from './import-meter.ts';
import type { IngestPool } from './ingest-pool.ts';
import type { KnownFiles } from './known-files.ts';
import { Scan, type ScanTask } from './scan.ts';

export type ImporterTools = Readonly<{
  known: KnownFiles;
  meter: ImportMeter;
  nowMs: () => number;
  /** Made when the first file is to be read, closed when nothing is left to be read. */
  openPool: () => IngestPool;
  newBatch: () => ImportBatch;
  /** Makes a batch durable and searchable. */
  commit: (commit: Commit) => Promise<void>;
  /** One small step of work that can wait until there is time; false when there is none. */
  idleStep: () => boolean;
  /** The same, of work that only pays when no import goes on. */
  restStep: () => boolean;
  /** Called before each source is read: null when it can be, otherwise it is passed over. */
  begin: (task: ScanTask) => Promise<'ready' | 'away'>;
  /** Called after a source was read to its end. */
  end: (task: ScanTask) => void;
  /** Told why an import could not go on. */
  /** What stopped, as a sentence for the person. */
  onFailure: (message: string) => void;
}>;

/** Steps of merging that a commit makes necessary, and how many may be put off until there is time for them. */
const stepsACommit = 20;
const mostPutOff = 80;

/** Reads sources one after the other, and lets others write between its commits. */
export class Importer {
  readonly #tools: ImporterTools;
  readonly #turns = new Turns();
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
    this.#batch = tools.newBatch();
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
    await this.#turns.take(() => this.#commit());
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
    return await this.#turns.take(async () => {
      await this.#commit();
      return await work();
    });
  }

  /** Goes on in a while with what was left to do at rest when the library was closed. */
  tidyLater(afterMs: number): void {
    this.#tidyLater = setTimeout(() => void this.#tidyWhileIdle(), afterMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#tidyLater !== null) clearTimeout(this.#tidyLater);
    await this.cancel();
    await this.#turns.take(async () => undefined);
  }

  async #run(): Promise<void> {
    const { meter, openPool, onFailure } = this.#tools;
    this.#controller = new AbortController();
    this.#failure = null;
    // The index may still be catching up, under its own count.
    await this.#turns.take(async () => undefined);
    meter.state = this.#paused === null ? 'scanning' : 'paused';
    let pool: IngestPool | null = null;
    try {
      pool = openPool();
      for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) {
        this.#current = task;
        await this.#read(task, pool);
      }
      await pool.close();
    } catch (error) {
      this.#tasks = [];
      this.#failure = failureOf(error);
      onFailure(`The import stopped: ${this.#failure.message}`);
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
    const { known, meter, nowMs, begin, end } = this.#tools;
    if ((await begin(task)) === 'away') return;
    meter.seenAll = false;
    if (meter.state === 'importing') meter.state = 'scanning';
    const { signal } = this.#controller;
    await new Scan(task, {
      known,
      pool,
      meter,
      nowMs,
      signal,
      batch: () => this.#batch,
      commit: () => this.#commit(),
      resumed: async () => await this.#paused?.over,
      inTurn: (work) => this.#turns.take(work),
      idleStep: () => this.#turns.take(async () => this.#idleStep()),
      found: this.#found,
    }).run();
    if (!signal.aborted) end(task);
  }

  async #commit(): Promise<void> {
    const batch = this.#batch;
    if (batch.size === 0) return;
    // The listing goes on while this commits, and puts what it meets into the next batch.
    this.#batch = this.#tools.newBatch();
    await this.#tools.commit(batch.toCommit());
    this.#stepsPutOff += stepsACommit;
    while (this.#stepsPutOff > mostPutOff && this.#idleStep()) await breathe();
  }

  #idleStep(): boolean {
    const more = this.#tools.idleStep();
    this.#stepsPutOff = more ? Math.max(0, this.#stepsPutOff - 1) : 0;
    return more;
  }

  async #tidyWhileIdle(): Promise<void> {
    if (this.#tidying) return;
    this.#tidying = true;
    try {
      let more = true;
      while (more && this.#running === null && !this.#closed) {
        more = await this.#turns.take(async () => !this.#closed && this.#tools.restStep());
        await breathe();
      }
    } catch (error) {
      // Unmerged segments cost time and nothing else; the next commit tries again.
      this.#tools.onFailure(`The index could not be tidied: ${failureOf(error).message}`);
    } finally {
      this.#tidying = false;
    }
  }
}

function failureOf(error: unknown): Failure {
  const failure = toFailure(error);
  if (/database or disk is full|ENOSPC/i.test(failure.message)) {
    return { code: 'disk-full', message: 'The disk is full. What was imported until now is kept.' };
  }
  return failure;
}

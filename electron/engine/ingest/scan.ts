import { relative, sep } from 'node:path';
import type { ArticleId, SourceId } from '../../contract/ids.ts';
import { breathe } from '../concurrency/serial-queue.ts';
import { BoundedQueue } from './bounded-queue.ts';
import { crawl, type Found } from './crawl.ts';
import { isUnder } from '../library/sources/source-paths.ts';
import { timesOf, type FileToIngest } from './file-to-ingest.ts';
import type { IngestResult, ReadBatch } from './read-batch.ts';
import type { IngestPool } from './ingest-pool.ts';
import type { ImportMeter } from './import-meter.ts';
import type { KnownFiles, KnownPaths } from './known-files.ts';
import { LocationSet } from './location-set.ts';
import type { ImportBatch, Outcome } from './import-batch.ts';

/** One thing to be read: a source, what lies under a path of it, or files that failed before. */
export type ScanTask = Readonly<{
  source: SourceId;
  root: string;
  paths: readonly string[];
  /** Read again whatever failed before, and take no notice of what is not met. */
  retry: boolean;
  /** Paths that belong to other sources. */
  skip: ReadonlySet<string>;
}>;

/** What a scan works with. `commit` makes the batch durable and starts a new one. */
export type ScanTools = Readonly<{
  known: KnownFiles;
  pool: IngestPool;
  meter: ImportMeter;
  nowMs: () => number;
  signal: AbortSignal;
  batch: () => ImportBatch;
  commit: () => Promise<void>;
  /** Settles when the import is not paused. */
  resumed: () => Promise<void>;
  /** Runs work while nobody else writes to the library. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** One small step of work that can wait until there is time, in a turn; false when there is none. */
  idleStep: () => Promise<boolean>;
  found: Set<ArticleId>;
}>;

const pathsAhead = 10_000;
/** Each job is twice as large as the one before: the first results come soon, and later ones at little cost. */
const firstJobFiles = 32;
const mostJobFiles = 1024;
/** Jobs get no smaller than this towards the end: each makes a segment. */
const lastJobFiles = 128;
/** Jobs for each worker, one of which waits: a commit with the merging behind it takes as long as a job. */
const jobsAWorker = 2;
const firstCommitMs = 100;
const commitMs = 1000;
const commitSize = 1000;
/** Vanished and moved files that are settled while everybody waits. */
const settledAtOnce = 2000;

/** Reads files of one source: lists, hands to the pool, and takes the results into batches. */
export class Scan {
  readonly #task: ScanTask;
  readonly #tools: ScanTools;
  readonly #queue = new BoundedQueue<FileToIngest>(pathsAhead);
  readonly #seen = new LocationSet();
  readonly #failed = new Set<string>();
  readonly #unlisted: string[] = [];
  readonly #lastLocation: number;
  #again: FileToIngest[] = [];
  #committedAtMs: number;
  #commits = 0;
  #jobFiles = firstJobFiles;

  constructor(task: ScanTask, tools: ScanTools) {
    this.#task = task;
    this.#tools = tools;
    this.#lastLocation = tools.known.lastLocation();
    this.#committedAtMs = tools.nowMs();
  }

  /** Settles when everything was read and committed, or the scan was cancelled. */
  async run(): Promise<void> {
    const { signal, meter } = this.#tools;
    const stop = (): void => this.#queue.drop();
    // A signal that was aborted before is heard by nobody who begins to listen.
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const listing = this.#list();
    // Awaited below; until then a failure of the listing must not count as unhandled.
    listing.catch(stop);
    try {
      await this.#read();
    } finally {
      // Lets the listing end when reading has failed or was cancelled.
      stop();
      signal.removeEventListener('abort', stop);
      await listing;
    }
    await this.#tools.inTurn(() => this.#tools.commit());
    if (!signal.aborted && !this.#task.retry) await this.#tools.inTurn(() => this.#settle());
    meter.counted();
  }

  async #list(): Promise<void> {
    const { meter, signal } = this.#tools;
    for (const path of this.#task.paths) {
      for await (const chunk of crawl(path, this.#task.skip)) {
        if (signal.aborted) return;
        const known = this.#tools.known.ofPaths(chunk.map(({ path }) => path));
        const files = chunk.flatMap((found) => this.#meet(found, known));
        meter.counts.seen += chunk.length;
        if (files.length > 0) await this.#queue.give(files);
        meter.counted();
      }
    }
    meter.seenAll = true;
    if (meter.state === 'scanning') meter.state = 'importing';
    this.#queue.end();
  }

  /** What is to be read of a path that was met. */
  #meet(found: Found, known: KnownPaths): FileToIngest[] {
    const { path } = found;
    if (found.kind === 'failed') {
      if (found.folder) this.#unlisted.push(path);
      this.#count(this.#take({ size: -1, modifiedMs: -1, ...found }));
      return [];
    }
    const location = known.locations.get(path) ?? null;
    if (location !== null) this.#seen.add(location.id);
    const crashes = this.#task.retry ? 0 : (known.crashes.get(path) ?? 0);
    if (crashes >= 2) {
      const reason = 'reading it has ended the program twice';
      this.#count(this.#take({ kind: 'failed', path, code: 'crashed', reason, ...timesOf(path) }));
      return [];
    }
    const failure = this.#task.retry ? undefined : known.failures.get(path);
    if (failure?.code === 'crashed') {
      const times = timesOf(path);
      if (times.size === failure.size && times.modifiedMs === failure.modifiedMs) {
        this.#failed.add(path);
        this.#count('failed');
        return [];
      }
    }
    return [this.#toIngest(path, location?.size === -1 ? null : location)];
  }

  #toIngest(path: string, known: FileToIngest['known']): FileToIngest {
    const { root } = this.#task;
    const name = path === root ? path.slice(path.lastIndexOf(sep) + 1) : relative(root, path);
    return { path, name: name.split(sep).join('/'), known };
  }

  async #read(): Promise<void> {
    const { pool, resumed, signal } = this.#tools;
    const running = new Map<Promise<unknown>, true>();
    const arrived: (readonly ReadBatch[])[] = [];
    let failure: unknown = null;
    for (;;) {
      await resumed();
      const files = signal.aborted ? [] : this.#again.splice(0, this.#jobFiles);
      if (files.length === 0) files.push(...(await this.#nextFiles(running)));
      if (files.length > 0) {
        this.#jobFiles = Math.min(mostJobFiles, this.#jobFiles * 2);
        const run = pool.ingest(files).then(
          (batches) => arrived.push(batches),
          (error: unknown) => (failure = error ?? new Error('ingestion failed')),
        );
        running.set(run, true);
        void run.finally(() => running.delete(run));
      }
      const full = running.size >= pool.width * jobsAWorker;
      if (running.size > 0 && (full || files.length === 0)) await this.#waitFor(running);
      if (failure !== null) throw failure as Error;
      for (let batches = arrived.shift(); batches !== undefined; batches = arrived.shift()) {
        for (const batch of batches) await this.#takeAll(batch);
      }
      const isOver = this.#queue.isOver && (this.#again.length === 0 || signal.aborted);
      if (isOver && running.size === 0) return;
    }
  }

  /** Settles once a job is over; until then there is time for what can wait. */
  async #waitFor(running: ReadonlyMap<Promise<unknown>, true>): Promise<void> {
    const jobs = running.size;
    while (running.size === jobs && (await this.#tools.idleStep())) await breathe();
    if (running.size === jobs) await Promise.race(running.keys());
  }

  /** Waits for the listing only while nothing is being read. */
  async #nextFiles(running: ReadonlyMap<unknown, true>): Promise<FileToIngest[]> {
    if (this.#queue.length === 0 && running.size > 0) return [];
    return await this.#queue.take(this.#nextJobFiles());
  }

  /**
   * Once all is listed, a share of what is left: ever smaller jobs end together (Polychronopoulos and Kuck 1987,
   * "Guided Self-Scheduling"), where a last one of full size would leave the other workers without any.
   */
  #nextJobFiles(): number {
    if (!this.#queue.hasEnded) return this.#jobFiles;
    const share = Math.ceil(this.#queue.length / (this.#tools.pool.width * jobsAWorker));
    return Math.min(this.#jobFiles, Math.max(lastJobFiles, share));
  }

  async #takeAll(read: ReadBatch): Promise<void> {
    await this.#tools.inTurn(async () => {
      this.#tools.batch().open(read);
      for (const result of read.results) this.#count(this.#take(result), result.path);
      if (this.#isDue()) await this.#commit();
    });
    this.#tools.meter.counted();
  }

  #take(result: IngestResult): Outcome {
    const batch = this.#tools.batch();
    const outcome = batch.take(result, this.#task.source, this.#tools.nowMs());
    if (outcome === 'failed') this.#failed.add(result.path);
    if (outcome === 'again') this.#again.push(this.#toIngest(result.path, null));
    if (outcome === 'duplicate') for (const id of batch.found) this.#tools.found.add(id);
    return outcome;
  }

  #count(outcome: Outcome, path?: string): void {
    const { counts } = this.#tools.meter;
    if (path !== undefined) this.#tools.meter.current = path;
    if (outcome === 'again') return;
    counts.done += 1;
    switch (outcome) {
      case 'added':
      case 'updated':
      case 'unchanged':
      case 'failed':
        counts[outcome] += 1;
        return;
      case 'duplicate':
        counts.duplicates += 1;
        return;
    }
  }

  #isDue(): boolean {
    const batch = this.#tools.batch();
    if (batch.size === 0) return false;
    const waitedMs = this.#tools.nowMs() - this.#committedAtMs;
    if (batch.articles >= commitSize) return true;
    return waitedMs >= (this.#commits === 0 ? firstCommitMs : commitMs);
  }

  async #commit(): Promise<void> {
    await this.#tools.commit();
    this.#commits += 1;
    this.#committedAtMs = this.#tools.nowMs();
  }

  /** After a whole scan: what was not met has vanished, unless its article was found elsewhere. */
  async #settle(): Promise<void> {
    const { known, meter, found } = this.#tools;
    const { source, paths } = this.#task;
    const gone = await known.vanished(
      source,
      this.#lastLocation,
      (id, path) =>
        !this.#seen.has(id) &&
        paths.some((root) => isUnder(path, root)) &&
        !this.#unlisted.some((folder) => isUnder(path, folder)),
    );
    for (let at = 0; at < gone.length; at += settledAtOnce) {
      meter.counts.missing += known.markMissing(gone.slice(at, at + settledAtOnce));
      await breathe();
    }
    const moved = [...found];
    for (let at = 0; at < moved.length; at += settledAtOnce) {
      meter.counts.duplicates -= known.settleMoves(new Set(moved.slice(at, at + settledAtOnce)));
      await breathe();
    }
    for (const root of paths) known.dropFailures(source, root, this.#failed);
  }
}

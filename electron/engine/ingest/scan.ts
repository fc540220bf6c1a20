import { sentence } from '../../words/sentence.ts';
import { relative, sep } from 'node:path';
import type { ArticleId } from '../../contract/ids.ts';
import { yieldToEventLoop } from '../concurrency/serial-queue.ts';
import { BoundedQueue } from './bounded-queue.ts';
import { crawl, type Found } from './files/crawl.ts';
import { FileChoices } from './files/file-choices.ts';
import { isUnder } from '../library/sources/source-paths.ts';
import { timesOf, type FileToIngest, type KnownFile } from './files/file-to-ingest.ts';
import { Jobs } from './jobs.ts';
import type { Commit } from '../library/commits/committer.ts';
import { RecordFiles } from './record-files.ts';
import { placeOf } from './files/record-place.ts';
import type { RecordRegistry } from './records/record-registry.ts';
import { isLastOfFile, type IngestResult, type IngestedBatch } from './ingested-batch.ts';
import type { IngestPool } from './ingest-pool.ts';
import type { ProgressMeter } from './import-progress.ts';
import type { FileRegistry, KnownPaths } from './files/file-registry.ts';
import { SkippedCounts } from './files/skipped-files.ts';
import type { ScanTask } from './scan-task.ts';
import { SeenLocations } from './files/seen-locations.ts';
import type { ImportBatch, Outcome } from './import-batch.ts';

/** What a scan works with. `commit` makes the batch durable and starts a new one. */
export type ScanTools = Readonly<{
  registry: FileRegistry;
  records: RecordRegistry;
  pool: IngestPool;
  meter: ProgressMeter;
  nowMs: () => number;
  signal: AbortSignal;
  batch: () => ImportBatch;
  commit: () => Promise<void>;
  /** Commits what belongs to no batch, with none pending. */
  commitMore: (commit: Commit) => Promise<void>;
  textOf: (article: ArticleId) => string | null;
  /** Settles when the import is not paused. */
  resumed: () => Promise<void>;
  /** Runs work while nobody else writes to the library. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** One small step of work that can wait until there is time, in a turn; false when there is none. */
  idleStep: () => Promise<boolean>;
  found: Set<ArticleId>;
}>;

const pathsAhead = 10_000;
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
  readonly #seen = new SeenLocations();
  readonly #failed = new Set<string>();
  readonly #skipped = new SkippedCounts();
  readonly #unlisted: string[] = [];
  readonly #retried: string[] = [];
  readonly #lastLocation: number;
  readonly #choices: FileChoices;
  readonly #records: RecordFiles;
  readonly #jobs: Jobs;
  #committedAtMs: number;
  #commits = 0;

  constructor(task: ScanTask, tools: ScanTools) {
    this.#task = task;
    this.#tools = tools;
    this.#lastLocation = tools.registry.lastLocation();
    this.#choices = new FileChoices(tools.registry, task.source);
    this.#records = new RecordFiles({
      registry: tools.records,
      seen: this.#seen,
      lastLocation: this.#lastLocation,
      textOf: tools.textOf,
      commit: tools.commitMore,
    });
    const { pool, signal, resumed, idleStep } = tools;
    this.#jobs = new Jobs({
      ...{ pool, signal, resumed, idleStep },
      queue: this.#queue,
      take: (batch, job) => this.#takeAll(batch, job),
      onRead: (job, files) => tools.meter.read(job, files),
      onOver: (job) => tools.meter.over(job),
    });
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
      await this.#jobs.run();
    } finally {
      // Lets the listing end when reading has failed or was cancelled.
      stop();
      signal.removeEventListener('abort', stop);
      await listing;
    }
    await this.#tools.inTurn(() => this.#commit());
    if (!signal.aborted && !this.#task.retry) await this.#tools.inTurn(() => this.#settle());
    meter.counted();
  }

  async #list(): Promise<void> {
    const { meter, signal } = this.#tools;
    for (const root of this.#task.paths) {
      for await (const chunk of crawl(root, this.#task.skip, this.#tools.pool.formats)) {
        if (signal.aborted) return;
        const met = chunk.filter((found) => !this.#skip(found));
        const known = this.#tools.registry.ofPaths(met.map((found) => found.path));
        const files = met.flatMap((found) => this.#meet(found, known));
        meter.counts.seen += met.length;
        if (files.length > 0) await this.#queue.give(files);
        meter.counted();
      }
    }
    meter.seenAll = true;
    if (meter.state === 'scanning') meter.state = 'importing';
    this.#queue.end();
  }

  /** Counts a file that is not read. */
  #skip(found: Found): found is Extract<Found, { kind: 'skipped' }> {
    if (found.kind !== 'skipped') return false;
    this.#tools.meter.skipped.add(found.skipped);
    this.#skipped.add(found.skipped);
    return true;
  }

  /** What is to be read of a path that was met. */
  #meet(found: Exclude<Found, { kind: 'skipped' }>, known: KnownPaths): FileToIngest[] {
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
      const reason = sentence('file.ended-program');
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
    const skip = this.#task.retry ? [] : (known.fatalRecords.get(path) ?? []);
    return [
      { ...this.#toIngest(path, this.#knownFile(path, known)), ...(skip.length === 0 ? {} : { skip }) },
    ];
  }

  /** What is known of a file that need not be read again if it is as it was. */
  #knownFile(path: string, { locations, recordFiles }: KnownPaths): KnownFile | null {
    const location = locations.get(path) ?? null;
    if (location !== null) return location.size === -1 ? null : location;
    const file = recordFiles.get(path);
    if (file === undefined || file.size === -1 || file.source !== this.#task.source || this.#task.retry)
      return null;
    return { size: file.size, modifiedMs: file.modifiedMs, sha256: null };
  }

  #toIngest(path: string, known: FileToIngest['known']): FileToIngest {
    const { root } = this.#task;
    const name = path === root ? path.slice(path.lastIndexOf(sep) + 1) : relative(root, path);
    return { path, name: name.split(sep).join('/'), known, ...this.#choices.of(path) };
  }

  async #takeAll(read: IngestedBatch, job: object): Promise<void> {
    await this.#tools.inTurn(async () => {
      this.#tools.batch().open(read);
      for (const result of read.results) this.#takeResult(result);
      this.#tools.meter.took(job, read.results.filter(isLastOfFile).length);
      if (this.#isDue()) await this.#commit();
    });
    this.#tools.meter.counted();
  }

  #takeResult(result: IngestResult): void {
    const { counts } = this.#tools.meter;
    const batch = this.#tools.batch();
    const { path } = result;
    if (result.kind === 'ended') {
      const file = this.#records.end(result, this.#task.source);
      if (file !== null) batch.end(file);
      if (this.#task.retry) this.#retried.push(path);
      counts.done += 1;
      this.#tools.meter.current = path;
      return;
    }
    if (result.kind === 'record') {
      const isNext = this.#records.isNext(result, batch.locationOf(result));
      const became = this.#take(result);
      if (isNext) this.#tools.meter.became(became);
      return;
    }
    const outcome = this.#take(result);
    if (result.kind === 'record-failed') return;
    if (result.kind === 'unchanged' && batch.recordFileAt(path) !== null) {
      this.#records.isSame(path);
      counts.done += 1;
      counts.unchanged += batch.recordFileAt(path)?.records ?? 0;
      return;
    }
    this.#count(outcome, path);
  }

  #take(result: Exclude<IngestResult, { kind: 'ended' }>): Outcome {
    const outcome = this.#tools.batch().take(result, this.#task.source, this.#tools.nowMs());
    if (outcome === 'failed')
      this.#failed.add(placeOf(result.path, result.kind === 'record-failed' ? result.record : ''));
    if (outcome === 'again') this.#jobs.again(this.#toIngest(result.path, null));
    if (outcome === 'duplicate') for (const id of this.#tools.batch().found) this.#tools.found.add(id);
    return outcome;
  }

  #count(outcome: Outcome, path?: string): void {
    if (path !== undefined) this.#tools.meter.current = path;
    if (outcome === 'again') return;
    this.#tools.meter.counts.done += 1;
    this.#tools.meter.became(outcome);
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
    const { missing, paired } = await this.#records.settle();
    const { counts } = this.#tools.meter;
    counts.added -= paired;
    counts.updated += paired;
    await this.#markMissing(missing);
    for (const path of this.#retried.splice(0)) this.#dropFailures(path);
  }

  /** After a whole scan: what was not met has vanished, unless its article was found elsewhere. */
  async #settle(): Promise<void> {
    const { registry, meter, found } = this.#tools;
    const { source, paths } = this.#task;
    const gone = await registry.vanished(
      source,
      this.#lastLocation,
      (id, path) =>
        !this.#seen.has(id) &&
        !this.#records.has(path) &&
        paths.some((root) => isUnder(path, root)) &&
        !this.#unlisted.some((folder) => isUnder(path, folder)),
    );
    await this.#markMissing(gone);
    const moved = [...found];
    for (let at = 0; at < moved.length; at += settledAtOnce) {
      meter.counts.duplicates -= registry.settleMoves(new Set(moved.slice(at, at + settledAtOnce)));
      await yieldToEventLoop();
    }
    for (const root of paths) this.#dropFailures(root);
    if (paths.includes(this.#task.root)) registry.setSkipped(source, this.#skipped.list());
  }

  #dropFailures(root: string): void {
    const isMet = (path: string, record: string): boolean =>
      this.#failed.has(placeOf(path, record)) || (record !== '' && this.#records.isUnread(path));
    this.#tools.registry.dropFailures(this.#task.source, root, isMet);
  }

  async #markMissing(locations: readonly number[]): Promise<void> {
    const { registry, meter } = this.#tools;
    for (let at = 0; at < locations.length; at += settledAtOnce) {
      meter.counts.missing += registry.markMissing(locations.slice(at, at + settledAtOnce));
      await yieldToEventLoop();
    }
  }
}

import { type Said, sentence } from '../../../words/sentence.ts';
import { rmSync } from 'node:fs';
import type { FileFailureCode } from '../../../contract/file-reports.ts';
import { timesOf, type FileToIngest, type IngestLimits } from '../files/file-to-ingest.ts';
import { crashJournalPath } from '../files/crash-journal.ts';
import { formats } from '../formats/formats.ts';
import type { IngestJob } from './ingest-messages.ts';
import type { IngestPool, IngestWatch } from '../ingest-pool.ts';
import { PoolWorker, watchMs, type JobEnd, type TakeBatch } from './pool-worker.ts';
import { isLastOfFile, type IngestedBatch } from '../ingested-batch.ts';
import { systemThreadClock, type ThreadClock } from './thread-time.ts';
import { noTexts } from '../../library/texts/text-packer.ts';

export type WorkerPoolOptions = Readonly<{
  workerUrl: URL;
  libraryDir: string;
  width: number;
  /** So many workers are started as soon as there is work, the others when it is much; all when not given. */
  eager?: number;
  limits: IngestLimits;
  /** `YYYY-MM-DD`. */
  today: string;
  /** A clock for each worker; that of the system when not given. */
  newClock?: () => ThreadClock;
}>;

type Reading = Readonly<{ worker: PoolWorker; take: TakeBatch; watch: IngestWatch }>;
type Waiting = Readonly<{ resolve: (worker: PoolWorker) => void }>;

const timesToFail = 2;
/**
 * What a worker compiles and optimises until it is warm costs a second or two of processor time: where no core is free for another, that
 * pays only once those that there are have worked for longer.
 */
const anotherAfterMs = 8_000;

/**
 * Reads files in worker threads. A pool of our own and not Piscina: after a worker has died or hangs, the file that
 * it was reading has to be known, the others of its batch read again, and that one read again alone, and blamed when it
 * happens twice.
 */
export function openWorkerPool({
  workerUrl,
  libraryDir,
  width,
  eager = width,
  limits,
  today,
  newClock = () => systemThreadClock(watchMs(limits.fileTimeoutMs)),
}: WorkerPoolOptions): IngestPool {
  const workers = Array.from(
    { length: width },
    (_, number) => new PoolWorker(workerUrl, crashJournalPath(libraryDir, number), newClock(), startAnother),
  );
  const idle = [...workers];
  const waiting: Waiting[] = [];
  /** How often each file, or each record of one, has ended its worker, or kept it too long. */
  const ends = new Map<string, number>();
  let closed = false;

  /** One that has worked already, as those do that were given back last, or one more when it is time for that. */
  function takeIdle(): PoolWorker | undefined {
    const others = workers.filter((worker) => worker.isStarted);
    const isWarm = idle.at(-1)?.isStarted === true;
    const isTime = others.length < eager || others.every(({ usedMs }) => usedMs >= anotherAfterMs);
    return isWarm || isTime ? idle.pop() : undefined;
  }

  function startAnother(): void {
    if (waiting.length === 0) return;
    const worker = takeIdle();
    if (worker !== undefined) waiting.shift()?.resolve(worker);
  }

  async function withWorker<Value>(work: (worker: PoolWorker) => Promise<Value>): Promise<Value> {
    const worker = takeIdle() ?? (await new Promise<PoolWorker>((resolve) => waiting.push({ resolve })));
    try {
      return await work(worker);
    } finally {
      const next = waiting.shift();
      if (next === undefined) idle.push(worker);
      else next.resolve(worker);
    }
  }

  /** Settles once every batch of it was taken; the worker is free before that. */
  async function ingest(files: readonly FileToIngest[], take: TakeBatch, watch: IngestWatch): Promise<void> {
    let taken = Promise.resolve();
    const inTurn: TakeBatch = (batch) => {
      const before = taken;
      taken = before.then(() => take(batch));
      return taken;
    };
    await withWorker((worker) => readAll(files, { worker, take: inTurn, watch }));
    await taken;
  }

  async function readAll(files: readonly FileToIngest[], reading: Reading): Promise<void> {
    const { worker, take, watch } = reading;
    let done = 0;
    const count: TakeBatch = (batch) => {
      done += batch.results.filter(isLastOfFile).length;
      return take(batch);
    };
    while (done < files.length) {
      if (closed) throw new Error('the pool was closed while files were being read');
      if (watch.signal?.aborted === true) return;
      const from = done;
      const rest = files.slice(from);
      const onRead = (read: number): void => watch.onRead?.(from + read);
      const job: IngestJob = { kind: 'job', files: rest, limits, today };
      const end = await worker.run(job, count, { ...watch, onRead });
      if (end.kind === 'done') continue;
      // What was read of the files before the one that ended it, and was not handed over, was lost with the worker.
      const before = rest.slice(done - from, end.at);
      if (before.length > 0) await readAll(before, { ...reading, take: count, watch: quietly(watch) });
      const culprit = rest[end.at];
      if (culprit !== undefined)
        await blame(culprit, end, { ...reading, take: count, watch: quietly(watch) });
    }
  }

  async function blame(
    file: FileToIngest,
    end: Extract<JobEnd, { kind: 'died' | 'hung' }>,
    reading: Reading,
  ): Promise<void> {
    const key = `${file.path}\0${end.record ?? ''}`;
    const times = (ends.get(key) ?? 0) + 1;
    ends.set(key, times);
    if (times < timesToFail) return await readAll([file], reading);
    ends.delete(key);
    const verdict = verdictOn(end);
    if (end.record !== null) {
      const skip = [...(file.skip ?? []), { place: end.record, ...verdict }];
      return await readAll([{ ...file, skip }], reading);
    }
    await reading.take(only({ kind: 'failed', path: file.path, ...timesOf(file.path), ...verdict }));
  }

  function verdictOn({
    kind,
    reason,
  }: Extract<JobEnd, { kind: 'died' | 'hung' }>): Readonly<{ code: FileFailureCode; reason: Said }> {
    if (kind === 'died') return { code: 'crashed', reason: sentence('file.ended-worker', { why: reason }) };
    const seconds = Math.round(limits.fileTimeoutMs / 1000);
    return {
      code: 'timed-out',
      reason: sentence('file.too-slow', { seconds }),
    };
  }

  return {
    formats,
    width,
    ingest: (files, take, watch = {}) => ingest(files, take, watch),
    close: async () => {
      closed = true;
      await Promise.all(workers.map((worker) => worker.close()));
      for (let number = 0; number < width; number += 1) {
        rmSync(crashJournalPath(libraryDir, number), { force: true });
      }
    },
  };
}

/** A batch of one file that gave no article. */
function only(result: IngestedBatch['results'][number]): IngestedBatch {
  return { results: [result], segment: null, texts: noTexts() };
}

/** Files that are read once more say nothing of how far their job is. */
function quietly({ signal }: IngestWatch): IngestWatch {
  return signal === undefined ? {} : { signal };
}

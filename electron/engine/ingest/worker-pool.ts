import { rmSync } from 'node:fs';
import { timesOf, type FileToIngest, type IngestLimits } from './file-to-ingest.ts';
import { crashJournalPath } from './crash-journal.ts';
import type { IngestJob } from './ingest-messages.ts';
import type { IngestPool } from './ingest-pool.ts';
import { PoolWorker, watchMs } from './pool-worker.ts';
import type { ReadBatch } from './read-batch.ts';
import { systemThreadClock, type ThreadClock } from './thread-time.ts';
import { noTexts } from '../library/texts/text-packer.ts';

export type WorkerPoolOptions = Readonly<{
  workerUrl: URL;
  libraryDir: string;
  width: number;
  limits: IngestLimits;
  /** `YYYY-MM-DD`. */
  today: string;
  /** A clock for each worker; that of the system when not given. */
  newClock?: () => ThreadClock;
}>;

type Waiting = Readonly<{ resolve: (worker: PoolWorker) => void }>;

const timesToFail = 2;

/**
 * Reads files in worker threads. A pool of our own and not Piscina: after a worker has died or hangs, the file that
 * it was reading has to be known, the others of its batch read again, and that one read again alone, and blamed when it
 * happens twice.
 */
export function openWorkerPool({
  workerUrl,
  libraryDir,
  width,
  limits,
  today,
  newClock = () => systemThreadClock(watchMs(limits.fileTimeoutMs)),
}: WorkerPoolOptions): IngestPool {
  const workers = Array.from(
    { length: width },
    (_, number) => new PoolWorker(workerUrl, crashJournalPath(libraryDir, number), newClock()),
  );
  const idle = [...workers];
  const waiting: Waiting[] = [];
  /** How often each file has ended its worker, or kept it too long. */
  const ends = new Map<string, number>();
  let closed = false;

  async function withWorker<Value>(work: (worker: PoolWorker) => Promise<Value>): Promise<Value> {
    const worker = idle.pop() ?? (await new Promise<PoolWorker>((resolve) => waiting.push({ resolve })));
    try {
      return await work(worker);
    } finally {
      const next = waiting.shift();
      if (next === undefined) idle.push(worker);
      else next.resolve(worker);
    }
  }

  async function readAll(files: readonly FileToIngest[], worker: PoolWorker): Promise<ReadBatch[]> {
    const batches: ReadBatch[] = [];
    let done = 0;
    const take = (...more: ReadBatch[]): void => {
      for (const batch of more) {
        batches.push(batch);
        done += batch.results.length;
      }
    };
    while (done < files.length) {
      if (closed) throw new Error('the pool was closed while files were being read');
      const rest = files.slice(done);
      const job: IngestJob = { files: rest, limits, today };
      const answer = await worker.run(job);
      if (answer.kind === 'done') {
        take(answer.batch);
        continue;
      }
      // The results of files before the one that ended it were lost with the worker.
      const before = rest.slice(0, answer.at);
      if (before.length > 0) take(...(await readAll(before, worker)));
      const culprit = rest[answer.at];
      if (culprit !== undefined) take(...(await blame(culprit, answer, worker)));
    }
    return batches;
  }

  async function blame(
    file: FileToIngest,
    death: Readonly<{ kind: 'died' | 'hung'; reason: string }>,
    worker: PoolWorker,
  ): Promise<ReadBatch[]> {
    const failed = { kind: 'failed', path: file.path, ...timesOf(file.path) } as const;
    const times = (ends.get(file.path) ?? 0) + 1;
    ends.set(file.path, times);
    if (times < timesToFail) return await readAll([file], worker);
    ends.delete(file.path);
    if (death.kind === 'hung') {
      const seconds = Math.round(limits.fileTimeoutMs / 1000);
      const reason = `reading it takes more than ${seconds} s of a processor, also alone`;
      return [only({ ...failed, code: 'timed-out', reason })];
    }
    return [
      only({ ...failed, code: 'crashed', reason: `reading it has ended its worker twice: ${death.reason}` }),
    ];
  }

  return {
    width,
    ingest: (files) => withWorker((worker) => readAll(files, worker)),
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
function only(result: ReadBatch['results'][number]): ReadBatch {
  return { results: [result], segment: null, texts: noTexts() };
}

import { Worker } from 'node:worker_threads';
import type { IngestJob, IngestReply, IngestWorkerData } from './ingest-messages.ts';
import { messageOf } from '../../contract/failure.ts';
import type { ReadBatch } from './read-batch.ts';
import type { ThreadClock } from './thread-time.ts';

/** How a job ended: with a batch of the first files of it, or with a worker that died or hung while it read file `at` of the job. */
export type JobEnd =
  | Readonly<{ kind: 'done'; batch: ReadBatch }>
  | Readonly<{ kind: 'died' | 'hung'; at: number; reason: string }>;

type Running = Readonly<{ worker: Worker; place: Int32Array }>;

// All heaps of one process share about 4 GB; four workers and the two other threads have to fit.
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** How often to look at a worker whose files may have `limitMs` each. */
export function watchMs(limitMs: number): number {
  return Math.max(10, Math.min(1000, limitMs / 10));
}

/** One worker thread, started when there is a job and started again after it has died. */
export class PoolWorker {
  readonly #url: URL;
  readonly #journalPath: string;
  readonly #clock: ThreadClock;
  #running: Running | null = null;
  #settle: (end: JobEnd) => void = () => undefined;
  #hung = false;

  constructor(url: URL, journalPath: string, clock: ThreadClock) {
    this.#url = url;
    this.#journalPath = journalPath;
    this.#clock = clock;
  }

  /** Runs one job; one at a time. */
  async run(job: IngestJob): Promise<JobEnd> {
    const { worker, place } = (this.#running ??= this.#start());
    Atomics.store(place, 0, -1);
    this.#hung = false;
    const watch = this.#watch(worker, place, job.limits.fileTimeoutMs);
    try {
      return await new Promise<JobEnd>((resolve) => {
        this.#settle = resolve;
        worker.postMessage(job);
      });
    } finally {
      clearInterval(watch);
    }
  }

  async close(): Promise<void> {
    await this.#running?.worker.terminate();
  }

  /**
   * Ends the worker once one file has had more than `limitMs` of processor time. Time that only passed says nothing:
   * the machine may have slept, or been busy with something else.
   */
  #watch(worker: Worker, place: Int32Array, limitMs: number): NodeJS.Timeout {
    let watched = -1;
    let begunMs = 0;
    return setInterval(() => {
      const file = Atomics.load(place, 0);
      const usedMs = this.#clock.usedMs(Atomics.load(place, 1));
      if (file !== watched) {
        watched = file;
        begunMs = usedMs;
      }
      if (file < 0 || usedMs - begunMs <= limitMs) return;
      this.#hung = true;
      void worker.terminate();
    }, watchMs(limitMs));
  }

  #start(): Running {
    const shared = new SharedArrayBuffer(8);
    const place = new Int32Array(shared);
    const workerData: IngestWorkerData = { place: shared, journalPath: this.#journalPath };
    const worker = new Worker(this.#url, { workerData, resourceLimits });
    let reason = 'it stopped without a reason';
    worker.on('message', (batch: IngestReply) => this.#settle({ kind: 'done', batch }));
    worker.on('error', (error) => {
      reason = messageOf(error);
    });
    worker.on('exit', () => {
      this.#running = null;
      this.#settle({ kind: this.#hung ? 'hung' : 'died', at: Math.max(0, Atomics.load(place, 0)), reason });
    });
    return { worker, place };
  }
}

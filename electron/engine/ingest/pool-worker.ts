import { Worker } from 'node:worker_threads';
import type { IngestJob, IngestReply, IngestWorkerData } from './ingest-messages.ts';
import { messageOf } from '../../contract/failure.ts';
import type { ReadBatch } from './read-batch.ts';

/** How a job ended: with a batch of the first files of it, or with a worker that died or hung while it read file `at` of the job. */
export type JobEnd =
  | Readonly<{ kind: 'done'; batch: ReadBatch }>
  | Readonly<{ kind: 'died' | 'hung'; at: number; reason: string }>;

type Running = Readonly<{ worker: Worker; place: Int32Array }>;

// All heaps of one process share about 4 GB; four workers and the two other threads have to fit.
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** One worker thread, started when there is a job and started again after it has died. */
export class PoolWorker {
  readonly #url: URL;
  readonly #journalPath: string;
  #running: Running | null = null;
  #settle: (end: JobEnd) => void = () => undefined;
  #hung = false;

  constructor(url: URL, journalPath: string) {
    this.#url = url;
    this.#journalPath = journalPath;
  }

  /** Runs one job; one at a time. */
  async run(job: IngestJob): Promise<JobEnd> {
    const { worker, place } = (this.#running ??= this.#start());
    Atomics.store(place, 0, 0);
    this.#hung = false;
    let lastPlace = 0;
    const watch = setInterval(() => {
      const now = Atomics.load(place, 0);
      this.#hung = now === lastPlace;
      lastPlace = now;
      if (this.#hung) void worker.terminate();
    }, job.limits.fileTimeoutMs);
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

  #start(): Running {
    const shared = new SharedArrayBuffer(4);
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
      this.#settle({ kind: this.#hung ? 'hung' : 'died', at: Atomics.load(place, 0), reason });
    });
    return { worker, place };
  }
}

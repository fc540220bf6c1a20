import { Worker } from 'node:worker_threads';
import type { IngestResult } from './ingest-file.ts';
import type { IngestJob, IngestReply, IngestWorkerData } from './ingest-messages.ts';

/** How a job ended: with results, or with a worker that died or hung while it read file `at` of the job. */
export type JobEnd =
  | Readonly<{ kind: 'done'; results: readonly IngestResult[] }>
  | Readonly<{ kind: 'died' | 'hung'; at: number; reason: string }>;

type Running = Readonly<{ worker: Worker; place: Int32Array }>;

// All heaps of one process share about 4 GB; four workers and the two other threads have to fit.
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** One worker thread, started when there is a job and started again after it has died. */
export class PoolWorker {
  readonly #url: URL;
  readonly #journalPath: string;
  #running: Running | null = null;

  constructor(url: URL, journalPath: string) {
    this.#url = url;
    this.#journalPath = journalPath;
  }

  /** Runs one job; one at a time. */
  async run(job: IngestJob): Promise<JobEnd> {
    const running = (this.#running ??= this.#start());
    const { worker, place } = running;
    Atomics.store(place, 0, 0);
    const end = await new Promise<JobEnd>((resolve) => {
      let reason = 'it stopped without a reason';
      let hung = false;
      let lastPlace = 0;
      const watch = setInterval(() => {
        const now = Atomics.load(place, 0);
        hung = now === lastPlace;
        lastPlace = now;
        if (hung) void worker.terminate();
      }, job.limits.fileTimeoutMs);
      const settle = (settled: JobEnd): void => {
        clearInterval(watch);
        worker.removeAllListeners();
        // An error that comes after the answer ends the next job, by its exit.
        worker.on('error', () => undefined);
        resolve(settled);
      };
      worker.once('message', ({ results }: IngestReply) => settle({ kind: 'done', results }));
      worker.on('error', (error) => (reason = error instanceof Error ? error.message : String(error)));
      worker.once('exit', () => settle({ kind: hung ? 'hung' : 'died', at: Atomics.load(place, 0), reason }));
      worker.postMessage(job);
    });
    if (end.kind !== 'done') this.#running = null;
    return end;
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.worker.terminate();
  }

  #start(): Running {
    const place = new SharedArrayBuffer(4);
    const workerData: IngestWorkerData = { place, journalPath: this.#journalPath };
    const worker = new Worker(this.#url, { workerData, resourceLimits });
    return { worker, place: new Int32Array(place) };
  }
}

import { messageOf } from '../../../contract/failure.ts';
import { type Said, sentence } from '../../../words/sentence.ts';
import { Worker } from 'node:worker_threads';
import {
  placeBytes,
  placeIn,
  type IngestJob,
  type IngestOrder,
  type IngestReply,
  type IngestWorkerData,
} from './ingest-messages.ts';
import type { IngestedBatch } from '../ingested-batch.ts';
import type { IngestWatch } from '../ingest-pool.ts';
import type { ThreadClock } from './thread-time.ts';

/** How a job ended: well, or with a worker that died or hung while it read file `at` of the job, and maybe a record of it. */
export type JobEnd =
  | Readonly<{ kind: 'done' }>
  | Readonly<{ kind: 'died' | 'hung'; at: number; record: number | null; reason: Said }>;

/** Takes what a worker hands over, and settles when there may be more. */
export type TakeBatch = (batch: IngestedBatch) => Promise<void>;

type Running = Readonly<{ worker: Worker; place: Int32Array }>;

// All heaps of one process share about 4 GB; four workers and the two other threads have to fit.
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** How often to look how far a worker is. */
const lookMs = 100;

/** How often to look at a worker whose files may have `limitMs` each. */
export function watchMs(limitMs: number): number {
  return Math.max(10, Math.min(1000, limitMs / 10));
}

/** One worker thread, started when there is a job and started again after it has died. */
export class PoolWorker {
  readonly #url: URL;
  readonly #journalPath: string;
  readonly #clock: ThreadClock;
  readonly #onLook: () => void;
  #usedMs = 0;
  #running: Running | null = null;
  #settle: (end: JobEnd) => void = () => undefined;
  #take: TakeBatch = () => Promise.resolve();
  #hung = false;

  /** `onLook`: called now and then during a job, when `usedMs` is known anew. */
  constructor(url: URL, journalPath: string, clock: ThreadClock, onLook: () => void = () => undefined) {
    this.#url = url;
    this.#journalPath = journalPath;
    this.#clock = clock;
    this.#onLook = onLook;
  }

  get isStarted(): boolean {
    return this.#running !== null;
  }

  /** The processor time of its thread when it was last looked at. */
  get usedMs(): number {
    return this.#usedMs;
  }

  /** Runs one job; one at a time. `take` is called for each batch, the last one before it settles. */
  async run(job: IngestJob, take: TakeBatch, { signal, onRead }: IngestWatch): Promise<JobEnd> {
    const { worker, place } = (this.#running ??= this.#start());
    Atomics.store(place, placeIn.file, -1);
    Atomics.store(place, placeIn.record, -1);
    const stop = (): void => void Atomics.store(place, placeIn.stop, 1);
    Atomics.store(place, placeIn.stop, signal?.aborted === true ? 1 : 0);
    signal?.addEventListener('abort', stop);
    this.#hung = false;
    this.#take = take;
    const watch = this.#watch(worker, place, job.limits.fileTimeoutMs);
    const look = setInterval(() => onRead?.(Math.max(0, Atomics.load(place, placeIn.file))), lookMs);
    try {
      return await new Promise<JobEnd>((resolve) => {
        this.#settle = resolve;
        worker.postMessage(job);
      });
    } finally {
      signal?.removeEventListener('abort', stop);
      clearInterval(watch);
      clearInterval(look);
      if (this.isStarted) this.#look(place);
    }
  }

  #look(place: Int32Array): number {
    this.#usedMs = this.#clock.usedMs(Atomics.load(place, placeIn.thread));
    this.#onLook();
    return this.#usedMs;
  }

  async close(): Promise<void> {
    await this.#running?.worker.terminate();
  }

  /**
   * Ends the worker once one record, or a file outside of its records, has had more than `limitMs` of processor time. Time that only passed says nothing:
   * the machine may have slept, or been busy with something else.
   */
  #watch(worker: Worker, place: Int32Array, limitMs: number): NodeJS.Timeout {
    let watchedFile = -1;
    let watchedRecord = -1;
    let begunMs = 0;
    return setInterval(() => {
      const file = Atomics.load(place, placeIn.file);
      const record = Atomics.load(place, placeIn.record);
      const usedMs = this.#look(place);
      if (file !== watchedFile || record !== watchedRecord) {
        watchedFile = file;
        watchedRecord = record;
        begunMs = usedMs;
      }
      if (file < 0 || usedMs - begunMs <= limitMs) return;
      this.#hung = true;
      void worker.terminate();
    }, watchMs(limitMs));
  }

  #start(): Running {
    const shared = new SharedArrayBuffer(placeBytes);
    const place = new Int32Array(shared);
    const workerData: IngestWorkerData = { place: shared, journalPath: this.#journalPath };
    const worker = new Worker(this.#url, { workerData, resourceLimits });
    let reason: Said = sentence('file.no-reason');
    worker.on('message', ({ kind, batch }: IngestReply) => {
      const taken = this.#take(batch);
      if (kind === 'done') this.#settle({ kind: 'done' });
      else void taken.then(() => worker.postMessage({ kind: 'go' } satisfies IngestOrder));
    });
    worker.on('error', (error) => {
      reason = messageOf(error);
    });
    worker.on('exit', () => {
      this.#running = null;
      const record = Atomics.load(place, placeIn.record);
      this.#settle({
        kind: this.#hung ? 'hung' : 'died',
        at: Math.max(0, Atomics.load(place, placeIn.file)),
        record: record < 0 ? null : record,
        reason,
      });
    });
    return { worker, place };
  }
}

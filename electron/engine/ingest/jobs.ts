import { yieldToEventLoop } from '../concurrency/serial-queue.ts';
import { ArrivedBatches } from './arrived-batches.ts';
import type { BoundedQueue } from './bounded-queue.ts';
import type { FileToIngest } from './files/file-to-ingest.ts';
import type { IngestPool } from './ingest-pool.ts';
import type { IngestedBatch } from './ingested-batch.ts';

export type JobsTools = Readonly<{
  pool: IngestPool;
  signal: AbortSignal;
  /** Files as they are listed. */
  queue: BoundedQueue<FileToIngest>;
  /** Settles when the import is not paused. */
  resumed: () => Promise<void>;
  /** One small step of work that can wait until there is time; false when there is none. */
  idleStep: () => Promise<boolean>;
  /** `job` tells jobs apart. */
  take: (batch: IngestedBatch, job: object) => Promise<void>;
  /** So many files of a job were read. */
  onRead: (job: object, files: number) => void;
  /** Nothing more comes of a job. */
  onOver: (job: object) => void;
}>;

/** Each job is twice as large as the one before: the first results come soon, and later ones at little cost. */
const firstJobFiles = 32;
const maxJobFiles = 1024;
/** Jobs get no smaller than this towards the end: each makes a segment. */
const lastJobFiles = 128;
/** Jobs for each worker, one of which waits: a commit with the merging after it takes as long as a job. */
const jobsAWorker = 2;

/** Hands listed files to the pool, in jobs of a size that keeps all its workers busy, and takes what comes of them. */
export class Jobs {
  readonly #tools: JobsTools;
  readonly #arrived = new ArrivedBatches();
  #again: FileToIngest[] = [];
  #jobFiles = firstJobFiles;

  constructor(tools: JobsTools) {
    this.#tools = tools;
  }

  /** Has a file read once more. */
  again(file: FileToIngest): void {
    this.#again.push(file);
  }

  /** Settles when all that is listed was read and taken, or the signal was aborted. */
  async run(): Promise<void> {
    const { pool, queue, resumed, signal, take, onRead, onOver } = this.#tools;
    const running = new Map<Promise<unknown>, true>();
    let failure: unknown = null;
    try {
      for (;;) {
        await resumed();
        const files = signal.aborted ? [] : this.#again.splice(0, this.#jobFiles);
        if (files.length === 0) files.push(...(await this.#nextFiles(running)));
        if (files.length > 0) {
          this.#jobFiles = Math.min(maxJobFiles, this.#jobFiles * 2);
          const run = pool
            .ingest(files, (batch) => this.#arrived.give({ batch, job: files }), {
              signal,
              onRead: (read) => onRead(files, read),
            })
            .catch((error: unknown) => (failure = error ?? new Error('ingestion failed')));
          running.set(run, true);
          void run.finally(() => {
            running.delete(run);
            onOver(files);
          });
        }
        const full = running.size >= pool.width * jobsAWorker;
        if (running.size > 0 && (full || files.length === 0)) await this.#waitFor(running);
        if (failure !== null) throw failure as Error;
        for (let next = this.#arrived.next(); next !== null; next = this.#arrived.next()) {
          await take(next.batch, next.job);
          this.#arrived.taken();
        }
        const isOver = queue.isOver && (this.#again.length === 0 || signal.aborted);
        if (isOver && running.size === 0 && this.#arrived.isEmpty) return;
      }
    } finally {
      this.#arrived.close();
    }
  }

  /** Settles once something has arrived or a job is over; until then there is time for what can wait. */
  async #waitFor(running: ReadonlyMap<Promise<unknown>, true>): Promise<void> {
    const jobs = running.size;
    const isQuiet = (): boolean => running.size === jobs && this.#arrived.isEmpty;
    while (isQuiet() && (await this.#tools.idleStep())) await yieldToEventLoop();
    if (isQuiet()) await Promise.race([...running.keys(), this.#arrived.something()]);
  }

  /** Waits for the listing only while nothing is being read. */
  async #nextFiles(running: ReadonlyMap<unknown, true>): Promise<FileToIngest[]> {
    if (this.#tools.queue.length === 0 && running.size > 0) return [];
    return await this.#tools.queue.take(this.#nextJobFiles());
  }

  /**
   * Once all is listed, a share of what is left: ever smaller jobs end together (Polychronopoulos and Kuck 1987,
   * "Guided Self-Scheduling"), where a last one of full size would leave the other workers without any.
   */
  #nextJobFiles(): number {
    if (!this.#tools.queue.hasEnded) return this.#jobFiles;
    const share = Math.ceil(this.#tools.queue.length / (this.#tools.pool.width * jobsAWorker));
    return Math.min(this.#jobFiles, Math.max(lastJobFiles, share));
  }
}

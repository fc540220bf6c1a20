import { Worker } from 'node:worker_threads';
import type { ArchiveEvents } from '../../contract/archive-api.ts';
import type { ExportDone, ExportProgress } from '../../contract/export-api.ts';
import { FailureError, type Failure } from '../../contract/failure.ts';
import type { ExportOrder } from '../export/export-articles.ts';

/** `workerData` of the export thread. */
export type ExportThreadData = Readonly<{
  libraryDir: string;
  order: ExportOrder;
  /** One 32-bit number, which is not 0 once nobody waits for the export any more. */
  givenUp: SharedArrayBuffer;
}>;

/** What the export thread says; it ends after the second or third. */
export type ExportAnswer =
  Readonly<{ progress: number }> | Readonly<{ done: ExportDone }> | Readonly<{ failure: Failure }>;

/** Records come and go: left to itself, V8 lets their garbage grow. */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 384 };

/** Carries out exports, each in a thread of its own. */
export class ExportWorkers {
  readonly #url: URL;
  readonly #libraryDir: string;
  readonly #running = new Set<Readonly<{ flag: Int32Array; ended: Promise<unknown> }>>();
  readonly #listeners = new Set<(progress: ExportProgress) => void>();
  #last = 0;

  /** `url` is of the built `export-thread.js`. */
  constructor(url: URL, libraryDir: string) {
    this.#url = url;
    this.#libraryDir = libraryDir;
  }

  /** Tells how far exports are, under the one name that there is for that. Returns a function that ends the subscription. */
  on<Name extends keyof ArchiveEvents>(
    name: Name,
    listener: (event: ArchiveEvents[Name]) => void,
  ): () => void {
    if (name !== 'exportProgressed') return () => undefined;
    const told = listener as (progress: ExportProgress) => void;
    this.#listeners.add(told);
    return () => void this.#listeners.delete(told);
  }

  async run(order: Omit<ExportOrder, 'mark'>, signal?: AbortSignal): Promise<ExportDone> {
    const givenUp = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const flag = new Int32Array(givenUp);
    const giveUp = (): void => void Atomics.store(flag, 0, 1);
    if (signal?.aborted === true) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    const mark = `${String(process.pid)}-${String(++this.#last)}`;
    const { path, ids } = order;
    const total = ids.length;
    const data: ExportThreadData = { libraryDir: this.#libraryDir, order: { ...order, mark }, givenUp };
    const answered = this.#answer(data, (done) => {
      for (const listener of this.#listeners) listener({ path, done, total });
    });
    const running = { flag, ended: answered.catch(() => undefined) };
    this.#running.add(running);
    try {
      return await answered;
    } finally {
      this.#running.delete(running);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** Gives up what runs; nothing half-written is left once it settles. */
  async close(): Promise<void> {
    for (const { flag } of this.#running) Atomics.store(flag, 0, 1);
    await Promise.all([...this.#running].map(({ ended }) => ended));
  }

  #answer(data: ExportThreadData, onProgress: (done: number) => void): Promise<ExportDone> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(this.#url, { workerData: data, resourceLimits });
      let answer: Exclude<ExportAnswer, { progress: number }> | null = null;
      thread.on('message', (said: ExportAnswer) => {
        if ('progress' in said) onProgress(said.progress);
        else answer = said;
      });
      thread.once('error', reject);
      // Not before: the thread has its files open until then.
      thread.once('exit', () => {
        if (answer !== null && 'done' in answer) resolve(answer.done);
        else if (answer !== null) reject(new FailureError(answer.failure));
        else reject(new Error('the export stopped without a word'));
      });
    });
  }
}

import { Worker } from 'node:worker_threads';
import type { ArchiveEvents } from '../../contract/archive-api.ts';
import type { ExportProgress } from '../../contract/export-api.ts';
import { FailureError, type Failure } from '../../contract/failure.ts';

/** `workerData` of a thread that carries out one order. */
export type OneOffData<Order> = Readonly<{
  libraryDir: string;
  order: Order;
  /** No other order writes aside under it. */
  mark: string;
  /** One 32-bit number, which is not 0 once nobody waits for it any more. */
  givenUp: SharedArrayBuffer;
}>;

/** What such a thread says; it ends after one of the last two. */
export type OneOffAnswer<Done> =
  | Readonly<{ progress: Readonly<{ done: number; total: number }> }>
  | Readonly<{ done: Done }>
  | Readonly<{ failure: Failure }>;

/** Records come and go: left to itself, V8 lets their garbage grow. */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 384 };

/** Carries out orders that take their time and can be given up, each in a thread of its own. */
export class OneOffWorkers<Order extends Readonly<{ path: string | null }>, Done> {
  readonly #url: URL;
  readonly #libraryDir: string;
  readonly #running = new Set<Readonly<{ flag: Int32Array; ended: Promise<unknown> }>>();
  readonly #listeners = new Set<(progress: ExportProgress) => void>();
  #last = 0;

  /** `url` is of the built thread. */
  constructor(url: URL, libraryDir: string) {
    this.#url = url;
    this.#libraryDir = libraryDir;
  }

  /** Tells how far orders are, under the one name that there is for that. Returns a function that ends the subscription. */
  on<Name extends keyof ArchiveEvents>(
    name: Name,
    listener: (event: ArchiveEvents[Name]) => void,
  ): () => void {
    if (name !== 'exportProgressed') return () => undefined;
    const told = listener as (progress: ExportProgress) => void;
    this.#listeners.add(told);
    return () => void this.#listeners.delete(told);
  }

  async run(order: Order, signal?: AbortSignal): Promise<Done> {
    const givenUp = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const flag = new Int32Array(givenUp);
    const giveUp = (): void => void Atomics.store(flag, 0, 1);
    if (signal?.aborted === true) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    const mark = `${String(process.pid)}-${String(++this.#last)}`;
    const { path } = order;
    const answered = this.#answer({ libraryDir: this.#libraryDir, order, mark, givenUp }, (progress) => {
      for (const listener of this.#listeners) listener({ path, ...progress });
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

  #answer(
    workerData: OneOffData<Order>,
    onProgress: (progress: Readonly<{ done: number; total: number }>) => void,
  ): Promise<Done> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(this.#url, { workerData, resourceLimits });
      let answer: Exclude<OneOffAnswer<Done>, { progress: unknown }> | null = null;
      thread.on('message', (said: OneOffAnswer<Done>) => {
        if ('progress' in said) onProgress(said.progress);
        else answer = said;
      });
      thread.once('error', reject);
      // Not before: the thread has its files open until then.
      thread.once('exit', () => {
        if (answer !== null && 'done' in answer) resolve(answer.done);
        else if (answer !== null) reject(new FailureError(answer.failure));
        else reject(new Error('the work stopped without a word'));
      });
    });
  }
}

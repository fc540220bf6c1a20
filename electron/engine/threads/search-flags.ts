import { FailureError } from '../../contract/failure.ts';

/** `workerData` of the search thread. */
export type SearchThreadData = Readonly<{
  libraryDir: string;
  /** As `SearchFlags` holds it. */
  flags: SharedArrayBuffer;
}>;

/** Searches that can be under way at once before one takes over the flag of another. */
const flagCount = 64;

/**
 * One flag for each search, in memory that the threads share: a thread that is in the middle of a search hears no
 * message, and looks at its flag instead. Its number travels with the search.
 */
export class SearchFlags {
  readonly buffer: SharedArrayBuffer;
  readonly #flags: Int32Array;
  #next = 0;

  constructor(buffer = new SharedArrayBuffer(flagCount * Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#flags = new Int32Array(buffer);
  }

  /** A flag for a search that begins; it is set when `signal` says that nobody waits for the answer any more. */
  take(signal: AbortSignal | undefined): number {
    const flag = this.#next;
    this.#next = (this.#next + 1) % flagCount;
    Atomics.store(this.#flags, flag, 0);
    signal?.addEventListener('abort', () => Atomics.store(this.#flags, flag, 1), { once: true });
    return flag;
  }

  /** A function that throws `cancelled` once the flag is set. */
  checkpointOf(flag: number): () => void {
    return () => {
      if (Atomics.load(this.#flags, flag) === 0) return;
      throw new FailureError({ code: 'cancelled', message: 'the search was given up' });
    };
  }
}

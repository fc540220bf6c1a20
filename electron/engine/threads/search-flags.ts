import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';

/** `workerData` of the search thread. */
export type SearchThreadData = Readonly<{
  libraryDir: string;
  /** As `SearchFlags` holds it. */
  flags: SharedArrayBuffer;
}>;

/** Searches that can be under way at once before one takes over the place of another. */
const places = 64;
const maxFlags = 2 ** 31 - 1;

/**
 * A place for each search, in memory that the threads share, which holds its number once it is given up: a thread that
 * is in the middle of a search hears no message, and looks there instead. The number travels with the search.
 */
export class SearchFlags {
  readonly buffer: SharedArrayBuffer;
  readonly #aborted: Int32Array;
  #last = 0;

  constructor(buffer = new SharedArrayBuffer(places * Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#aborted = new Int32Array(buffer);
  }

  /** The number of a search that begins; it is given up when `signal` says that nobody waits for the answer any more. */
  take(signal: AbortSignal | undefined): number {
    const flag = (this.#last % maxFlags) + 1;
    this.#last = flag;
    const giveUp = (): void => {
      Atomics.store(this.#aborted, flag % places, flag);
    };
    if (signal?.aborted === true) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
    return flag;
  }

  /** A function that throws `cancelled` once the search with this number is given up. */
  checkpointOf(flag: number): () => void {
    return () => {
      if (Atomics.load(this.#aborted, flag % places) !== flag) return;
      throw new FailureError({ code: 'cancelled', message: sentence('trouble.given-up') });
    };
  }
}

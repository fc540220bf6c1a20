import type { ImportProgress, ImportState } from '../../contract/archive-api.ts';

type Counts = {
  -readonly [
    Name in 'seen' | 'done' | 'failed' | 'added' | 'updated' | 'unchanged' | 'missing' | 'duplicates'
  ]: ImportProgress[Name];
};
type Sample = Readonly<{ atMs: number; done: number }>;

const betweenEventsMs = 125;
const rateOverMs = 5000;

function zeroCounts(): Counts {
  return { seen: 0, done: 0, failed: 0, added: 0, updated: 0, unchanged: 0, missing: 0, duplicates: 0 };
}

/** Counts an import, and tells about it eight times a second at most. */
export class ImportMeter {
  counts = zeroCounts();
  current: string | null = null;
  #state: ImportState = 'idle';
  /** Whether `seen` is final. */
  seenAll = false;
  readonly #now: () => number;
  readonly #tell: (progress: ImportProgress) => void;
  #samples: Sample[] = [];
  #runningMs = 0;
  #runningSinceMs: number | null = null;
  #toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(now: () => number, tell: (progress: ImportProgress) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  get state(): ImportState {
    return this.#state;
  }

  set state(state: ImportState) {
    if (state === this.#state) return;
    const now = this.#now();
    const runs = state !== 'idle' && state !== 'paused';
    if (this.#state === 'idle') this.#restart();
    if (runs) this.#runningSinceMs ??= now;
    else if (this.#runningSinceMs !== null) {
      this.#runningMs += now - this.#runningSinceMs;
      this.#runningSinceMs = null;
      this.#samples = [];
    }
    this.#state = state;
    if (state === 'idle') this.current = null;
    this.#toldAtMs = now;
    this.#tell(this.progress());
  }

  /** Something was counted. */
  counted(): void {
    const now = this.#now();
    const last = this.#samples.at(-1);
    if (last === undefined || now - last.atMs >= betweenEventsMs) {
      this.#samples.push({ atMs: now, done: this.counts.done });
      while (now - (this.#samples[0]?.atMs ?? now) > rateOverMs) this.#samples.shift();
    }
    if (now - this.#toldAtMs < betweenEventsMs) return;
    this.#toldAtMs = now;
    this.#tell(this.progress());
  }

  progress(): ImportProgress {
    const rate = this.#rate();
    const left = this.counts.seen - this.counts.done;
    const sinceMs = this.#runningSinceMs === null ? 0 : this.#now() - this.#runningSinceMs;
    return {
      state: this.#state,
      ...this.counts,
      rate,
      remainingMs: this.seenAll && rate > 0 ? Math.round((left / rate) * 1000) : null,
      elapsedMs: this.#runningMs + sinceMs,
      current: this.current,
    };
  }

  #rate(): number {
    const first = this.#samples[0];
    if (first === undefined) return 0;
    const ms = this.#now() - first.atMs;
    return ms <= 0 ? 0 : ((this.counts.done - first.done) * 1000) / ms;
  }

  #restart(): void {
    this.counts = zeroCounts();
    this.seenAll = false;
    this.#samples = [];
    this.#runningMs = 0;
    this.#runningSinceMs = null;
  }
}

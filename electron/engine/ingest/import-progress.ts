import { SkippedCounts } from './files/skipped-files.ts';
import type { Outcome } from './import-batch.ts';
import type { ImportProgress, ImportState } from '../../contract/archive-api.ts';

type Counts = {
  -readonly [
    Name in 'seen' | 'done' | 'failed' | 'added' | 'updated' | 'unchanged' | 'missing' | 'duplicates'
  ]: ImportProgress[Name];
};
type Ahead = Readonly<{ read: number; taken: number }>;
type Sample = Readonly<{ atMs: number; done: number }>;

const betweenEventsMs = 125;
const rateOverMs = 5000;

function zeroCounts(): Counts {
  return { seen: 0, done: 0, failed: 0, added: 0, updated: 0, unchanged: 0, missing: 0, duplicates: 0 };
}

/** Counts an import, and tells about it eight times a second at most. */
export class ProgressMeter {
  counts = zeroCounts();
  skipped = new SkippedCounts();
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
  /** By job, files that were read and are not counted yet: what comes of them is known when their job is done. */
  readonly #ahead = new Map<object, Ahead>();
  #done = 0;

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

  /** What became of a file or a record; `again` is not known yet. */
  became(outcome: Outcome): void {
    if (outcome === 'duplicate') this.counts.duplicates += 1;
    else if (outcome !== 'again') this.counts[outcome] += 1;
  }

  /** So many files of a job were read. */
  read(job: object, files: number): void {
    this.#ahead.set(job, { read: files, taken: this.#ahead.get(job)?.taken ?? 0 });
    this.counted();
  }

  /** So many files of a job were counted, which is not told before something is `counted`. */
  took(job: object, files: number): void {
    const { read, taken } = this.#ahead.get(job) ?? { read: 0, taken: 0 };
    this.#ahead.set(job, { read, taken: taken + files });
  }

  /** Nothing more is to be counted of a job. */
  over(job: object): void {
    this.#ahead.delete(job);
  }

  /** Something was counted. */
  counted(): void {
    const now = this.#now();
    const last = this.#samples.at(-1);
    if (last === undefined || now - last.atMs >= betweenEventsMs) {
      this.#samples.push({ atMs: now, done: this.#doneNow() });
      while (now - (this.#samples[0]?.atMs ?? now) > rateOverMs) this.#samples.shift();
    }
    if (now - this.#toldAtMs < betweenEventsMs) return;
    this.#toldAtMs = now;
    this.#tell(this.progress());
  }

  progress(): ImportProgress {
    const rate = this.#rate();
    const done = this.#doneNow();
    const left = this.counts.seen - done;
    const sinceMs = this.#runningSinceMs === null ? 0 : this.#now() - this.#runningSinceMs;
    return {
      state: this.#state,
      ...this.counts,
      skipped: this.skipped.list(),
      done,
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
    return ms <= 0 ? 0 : ((this.#doneNow() - first.done) * 1000) / ms;
  }

  /** Never less than was said before: a file that is read once more does not take others back. */
  #doneNow(): number {
    if (this.#state === 'idle') return this.counts.done;
    const ahead = [...this.#ahead.values()].reduce(
      (sum, { read, taken }) => sum + Math.max(0, read - taken),
      0,
    );
    this.#done = Math.min(this.counts.seen, Math.max(this.#done, this.counts.done + ahead));
    return this.#done;
  }

  #restart(): void {
    this.counts = zeroCounts();
    this.skipped = new SkippedCounts();
    this.#ahead.clear();
    this.#done = 0;
    this.seenAll = false;
    this.#samples = [];
    this.#runningMs = 0;
    this.#runningSinceMs = null;
  }
}

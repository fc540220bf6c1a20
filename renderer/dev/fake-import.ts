import type { ImportProgress, ImportState } from '../../electron/contract/archive-api.ts';
import type { FileFailureCode, FileFailure } from '../../electron/contract/file-reports.ts';
import { failureId, type FailureId } from '../../electron/contract/ids.ts';

const tickMs = 150;
const perTick = 7;
const inTotal = 4200;

const reasons: readonly Readonly<{ code: FileFailureCode; reason: string }>[] = [
  { code: 'empty', reason: 'it has no bytes' },
  { code: 'binary', reason: 'there is a zero byte at 18' },
  { code: 'undecodable', reason: 'UTF-16 with an odd number of bytes (4,117)' },
  { code: 'unreadable', reason: 'permission denied (EACCES)' },
  { code: 'too-large', reason: '212 MB; the limit is 64 MB' },
  { code: 'link-loop', reason: 'this link leads back to /home/ada/Archive/courier' },
  { code: 'vanished', reason: 'it was listed, and gone when it was to be read' },
  { code: 'timed-out', reason: 'reading it takes longer than 30 s' },
  { code: 'crashed', reason: 'reading it has ended its worker twice' },
  { code: 'unsupported', reason: 'No reader for .pages.' },
];

export function inventFailures(count: number): FileFailure[] {
  return Array.from({ length: count }, (_, index) => {
    const { code, reason } = reasons[index % reasons.length] ?? { code: 'empty', reason: '' };
    const path = `/home/ada/Archive/courier/2020/scan-${String(index + 1).padStart(5, '0')}.txt`;
    return { id: failureId(index + 1), path, code, reason, atMs: Date.UTC(2026, 10, 20, 9, 0, index) };
  });
}

/** An import that goes on by the clock, and says so. */
export class FakeImport {
  failures: FileFailure[];
  readonly #progressed: (progress: ImportProgress) => void;
  readonly #waiting: ((progress: ImportProgress) => void)[] = [];
  #state: ImportState = 'idle';
  #seen = 0;
  #done = 0;
  #elapsedMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(failures: FileFailure[], progressed: (progress: ImportProgress) => void) {
    this.failures = failures;
    this.#progressed = progressed;
  }

  get progress(): ImportProgress {
    const left = inTotal - this.#done;
    const running = this.#state === 'importing';
    return {
      state: this.#state,
      seen: this.#seen,
      done: this.#done,
      failed: this.failures.length,
      added: Math.floor(this.#done * 0.9),
      updated: Math.floor(this.#done * 0.03),
      unchanged: Math.floor(this.#done * 0.05),
      missing: 0,
      duplicates: Math.floor(this.#done * 0.02),
      skipped: [
        { kind: 'docx', files: 12 },
        { kind: 'pdf', files: 3 },
      ],
      rate: running ? (perTick * 1000) / tickMs : 0,
      remainingMs: running ? (left / perTick) * tickMs : null,
      elapsedMs: this.#elapsedMs,
      current: running ? `/home/ada/Archive/courier/2021/${String(this.#done).padStart(5, '0')}.txt` : null,
    };
  }

  start(done = 0): void {
    if (this.#state !== 'idle') return;
    this.#done = done;
    this.#seen = done === 0 ? 0 : inTotal;
    this.#elapsedMs = 0;
    this.#state = done === 0 ? 'scanning' : 'importing';
    this.#timer = setInterval(() => this.#tick(), tickMs);
    this.#progressed(this.progress);
  }

  pause(): void {
    if (this.#state === 'importing' || this.#state === 'scanning') this.#become('paused');
  }

  resume(): void {
    if (this.#state === 'paused') this.#become('importing');
  }

  cancel(): void {
    if (this.#state !== 'idle') this.#finish();
  }

  retry(failures: readonly FailureId[]): void {
    const again = (id: FailureId): boolean => failures.length === 0 || failures.includes(id);
    this.failures = this.failures.filter(({ id }) => !again(id) || Number(id) % 2 === 0);
    this.#progressed(this.progress);
  }

  async finished(): Promise<ImportProgress> {
    if (this.#state === 'idle') return this.progress;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #tick(): void {
    if (this.#state === 'paused') return;
    this.#elapsedMs += tickMs;
    if (this.#state === 'scanning') {
      this.#seen = Math.min(inTotal, this.#seen + 300);
      if (this.#seen === inTotal) this.#state = 'importing';
    } else {
      this.#done = Math.min(inTotal, this.#done + perTick);
    }
    if (this.#done === inTotal) this.#finish();
    else this.#progressed(this.progress);
  }

  #become(state: ImportState): void {
    this.#state = state;
    this.#progressed(this.progress);
  }

  #finish(): void {
    clearInterval(this.#timer);
    this.#become('idle');
    for (const resolve of this.#waiting.splice(0)) resolve(this.progress);
  }
}

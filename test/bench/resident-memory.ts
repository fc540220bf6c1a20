import { readdirSync, readFileSync } from 'node:fs';

/** Of one phase of a process; null where the system does not tell. */
export type PhaseMemory = Readonly<{ peakMb: number | null; lastMb: number | null }>;

const sampleEveryMs = 50;

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended, or this is no Linux.
    return '';
  }
}

function childrenOf(pid: number): number[] {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${String(pid)}/task`);
  } catch {
    // The process has ended, or this is no Linux.
    return [];
  }
  return threads.flatMap((thread) =>
    readOrEmpty(`/proc/${String(pid)}/task/${thread}/children`)
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}

/** Resident memory of a process and its children that is no mapped file (RssAnon), in MB; null when unknown. */
export function residentMb(pid: number): number | null {
  const kilobytes = /RssAnon:\s+(\d+)/.exec(readOrEmpty(`/proc/${String(pid)}/status`))?.[1];
  if (kilobytes === undefined) return null;
  return childrenOf(pid).reduce((sum, child) => sum + (residentMb(child) ?? 0), Number(kilobytes) / 1024);
}

/** Watches the memory of a process from outside, phase by phase. */
export class MemoryWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  readonly #phases = new Map<string, { peakMb: number | null; lastMb: number | null }>();
  #phase = 'starting';

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#sample(), sampleEveryMs);
  }

  /** From now on, memory counts for this phase. */
  enter(phase: string): void {
    this.#sample();
    this.#phase = phase;
    this.#sample();
  }

  stop(): Readonly<Record<string, PhaseMemory>> {
    clearInterval(this.#timer);
    return Object.fromEntries(this.#phases);
  }

  #sample(): void {
    const mb = residentMb(this.#pid);
    if (mb === null) return;
    const before = this.#phases.get(this.#phase)?.peakMb ?? 0;
    this.#phases.set(this.#phase, { peakMb: Math.max(before, mb), lastMb: mb });
  }
}

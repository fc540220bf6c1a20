import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Counts trials by what they were, and what was wrong. */
export class Tally {
  readonly violations: string[] = [];
  readonly notRun = new Set<string>();
  #trials = 0;
  readonly #counts = new Map<string, number>();
  readonly #startedMs = performance.now();

  get trials(): number {
    return this.#trials;
  }

  add(what: string, times = 1): void {
    this.#trials += times;
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  violate(where: string, problems: readonly string[], replay: string): void {
    for (const problem of problems) {
      this.violations.push(`${where}: ${problem}`);
      console.log(`VIOLATION in ${where}: ${problem}`);
    }
    if (problems.length > 0) console.log(`${replay} repeats it, but for the moments of kills`);
  }

  print(): void {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    console.log('');
    for (const [what, count] of [...this.#counts].sort())
      console.log(`${String(count).padStart(6)}  ${what}`);
    for (const what of this.notRun) console.log(`not run: ${what}`);
    console.log(`${this.#trials} trials in ${seconds.toFixed(0)} s, ${this.violations.length} violations`);
  }

  report(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    const failed = this.violations.length;
    writeFileSync(
      path,
      JSON.stringify({ numPassedTests: Math.max(0, this.#trials - failed), numFailedTests: failed }),
    );
  }
}

import { existsSync, readFileSync } from 'node:fs';

/** `repeated` of those that passed did so only when they were run once more. */
export type Totals = Readonly<{ passed: number; failed: number; repeated: number }>;

export const noTests: Totals = { passed: 0, failed: 0, repeated: 0 };

export function addUp(a: Totals, b: Totals): Totals {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    repeated: a.repeated + b.repeated,
  };
}

/** Reads the JSON report of Vitest or of Playwright; a runner that died before writing one has no totals. */
export function readReport(file: string): Totals {
  if (!existsSync(file)) return noTests;
  return totalsOf(JSON.parse(readFileSync(file, 'utf8')));
}

/** Skipped tests count as neither. */
export function totalsOf(report: unknown): Totals {
  const stats = field(report, 'stats');
  if (stats !== undefined) {
    const repeated = count(stats, 'flaky');
    return { passed: count(stats, 'expected') + repeated, failed: count(stats, 'unexpected'), repeated };
  }
  return { passed: count(report, 'numPassedTests'), failed: count(report, 'numFailedTests'), repeated: 0 };
}

function count(value: unknown, name: string): number {
  const found = field(value, name);
  if (typeof found !== 'number') throw new Error(`a test report has no number called ${name}`);
  return found;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

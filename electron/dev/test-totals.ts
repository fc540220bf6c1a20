import { existsSync, readFileSync } from 'node:fs';

export type Totals = Readonly<{ passed: number; failed: number }>;

export function addUp(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** Reads the JSON report of Vitest or of Playwright; a runner that died before writing one has no totals. */
export function readReport(file: string): Totals {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  return totalsOf(JSON.parse(readFileSync(file, 'utf8')));
}

/** Skipped tests count as neither; a test that passed only when repeated counts as failed. */
export function totalsOf(report: unknown): Totals {
  const stats = field(report, 'stats');
  if (stats !== undefined) {
    return { passed: count(stats, 'expected'), failed: count(stats, 'unexpected') + count(stats, 'flaky') };
  }
  return { passed: count(report, 'numPassedTests'), failed: count(report, 'numFailedTests') };
}

function count(value: unknown, name: string): number {
  const found = field(value, name);
  if (typeof found !== 'number') throw new Error(`a test report has no number called ${name}`);
  return found;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

import { describe, expect, test } from 'vitest';
import { addUp, readReport, totalsOf } from '../../electron/dev/test-totals.ts';

describe('the totals of npm test', () => {
  test('come from the report of Vitest, where a skipped test counts as neither', () => {
    const report = { numTotalTests: 12, numPassedTests: 9, numFailedTests: 1, numPendingTests: 2 };
    expect(totalsOf(report)).toEqual({ passed: 9, failed: 1, repeated: 0 });
  });

  test('come from the report of Playwright, where a test that passed only when repeated is told apart', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
    expect(totalsOf(report)).toEqual({ passed: 7, failed: 1, repeated: 2 });
  });

  test('refuse a report of another shape rather than count nothing', () => {
    expect(() => totalsOf({ passed: 3 })).toThrow('no number called numPassedTests');
  });

  test('are none where a runner died before it wrote its report', () => {
    expect(readReport('/no/such/report.json')).toEqual({ passed: 0, failed: 0, repeated: 0 });
  });

  test('add up', () => {
    const [few, more] = [
      { passed: 2, failed: 1, repeated: 1 },
      { passed: 3, failed: 0, repeated: 0 },
    ];
    expect(addUp(few, more)).toEqual({ passed: 5, failed: 1, repeated: 1 });
  });
});

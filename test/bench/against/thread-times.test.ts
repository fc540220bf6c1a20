import { describe, expect, it } from 'vitest';
import { busiestThread, threadTimes } from './thread-times.ts';

describe('processor time by thread', () => {
  it('names the thread that worked most between two looks', () => {
    const before = new Map([
      ['1', 500],
      ['2', 10],
    ]);
    const after = new Map([
      ['1', 501],
      ['2', 14],
      ['3', 2],
    ]);
    expect(busiestThread(before, after)).toBe('2');
    expect(busiestThread(new Map(), new Map())).toBeNull();
  });

  it.runIf(process.platform === 'linux')('grows while a thread works', () => {
    const before = threadTimes();
    const endMs = performance.now() + 50;
    while (performance.now() < endMs);
    const spentMs = [...threadTimes()].map(([one, ms]) => ms - (before.get(one) ?? 0));
    expect(before.size).toBeGreaterThan(0);
    expect(Math.max(...spentMs)).toBeGreaterThan(5);
  });
});

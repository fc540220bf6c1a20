import { describe, expect, it } from 'vitest';
import { LoadedLater, onceLoaded, StillLoading } from '../../../electron/engine/index/loaded-later.ts';

describe('code that is loaded later', () => {
  it('is at hand at once only after it was loaded', async () => {
    const code = new LoadedLater(async () => 7);
    expect(() => code.atOnce()).toThrow(StillLoading);
    await code.wait();
    expect(code.atOnce()).toBe(7);
  });

  it('is loaded once, and who wanted it at once is answered then', async () => {
    let loads = 0;
    const code = new LoadedLater(async () => (loads += 1));
    let tries = 0;
    const answer = (): number => {
      tries += 1;
      return code.atOnce() + 40;
    };
    expect([await onceLoaded(answer), tries, loads]).toEqual([41, 2, 1]);
  });

  it('fails with what kept it from being loaded', async () => {
    const code = new LoadedLater<number>(async () => {
      throw new Error('no such file');
    });
    await expect(onceLoaded(() => code.atOnce())).rejects.toThrow('no such file');
  });
});

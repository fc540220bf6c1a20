import { describe, expect, it } from 'vitest';
import { SearchFlags } from '../../../electron/engine/threads/search-flags.ts';

function isStopped(flags: SearchFlags, flag: number): boolean {
  try {
    flags.checkpointOf(flag)();
    return false;
  } catch (error) {
    expect(error).toMatchObject({ failure: { code: 'cancelled' } });
    return true;
  }
}

describe('flags of searches', () => {
  it('stop a search in another thread once it is given up, and no other', () => {
    const ours = new SearchFlags();
    const theirs = new SearchFlags(ours.buffer);
    const first = new AbortController();
    const second = new AbortController();
    const flags = [ours.take(first.signal), ours.take(second.signal), ours.take(undefined)];
    expect(flags.map((flag) => isStopped(theirs, flag))).toEqual([false, false, false]);
    second.abort();
    expect(flags.map((flag) => isStopped(theirs, flag))).toEqual([false, true, false]);
  });

  it('stop a search that was given up before it began', () => {
    const flags = new SearchFlags();
    expect(isStopped(flags, flags.take(AbortSignal.abort()))).toBe(true);
  });

  it('stop no later search, however many there are', () => {
    const flags = new SearchFlags();
    const given = new AbortController();
    const ended = new AbortController();
    const first = flags.take(given.signal);
    flags.take(ended.signal);
    given.abort();
    expect(isStopped(flags, first)).toBe(true);
    const later = Array.from({ length: 200 }, () => flags.take(undefined));
    ended.abort();
    expect(later.filter((flag) => isStopped(flags, flag))).toEqual([]);
  });
});

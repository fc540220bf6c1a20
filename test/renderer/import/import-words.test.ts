import { describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../../electron/contract/archive-api.ts';
import {
  sayFailures,
  sayOutcome,
  sayProgress,
  sayState,
  sayWait,
  shareDone,
} from '../../../renderer/components/import/import-words.ts';

const idle: ImportProgress = {
  state: 'idle',
  seen: 0,
  done: 0,
  failed: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  missing: 0,
  duplicates: 0,
  rate: 0,
  remainingMs: null,
  elapsedMs: 0,
  current: null,
};

describe('the words of an import', () => {
  test('say that one was stopped before its end', () => {
    const ended = { ...idle, seen: 6_000, added: 1_000 };
    expect([
      sayState({ ...ended, done: 1_000 }),
      sayState({ ...ended, done: 6_000 }),
      sayState(idle),
    ]).toEqual(['Stopped', 'Imported', 'Up to date']);
  });

  test('tell a wait as exactly as is of use', () => {
    const waits = [200, 59_400, 89_000, 91_000, 5_340_000, 7_500_000, 7_200_000];
    expect(waits.map(sayWait)).toEqual([
      '1 second',
      '59 seconds',
      '89 seconds',
      '2 minutes',
      '89 minutes',
      '2 hours 5 minutes',
      '2 hours',
    ]);
  });

  test('name one file and many', () => {
    expect([sayFailures(1), sayFailures(3000)]).toEqual([
      '1 file could not be read',
      '3,000 files could not be read',
    ]);
  });

  test('count against the files found once all are found', () => {
    const scanning = { ...idle, state: 'scanning', seen: 900 } as const;
    const importing = { ...idle, state: 'importing', seen: 4200, done: 1400 } as const;
    expect([sayProgress(scanning), sayProgress(importing)]).toEqual([
      '900 files found',
      '1,400 of 4,200 files',
    ]);
    expect([shareDone(scanning), shareDone(importing), shareDone(idle)]).toEqual([null, 1 / 3, null]);
  });

  test('leave out what there was none of', () => {
    expect(sayOutcome({ ...idle, added: 1200, missing: 2 })).toBe('1,200 new, 2 missing');
  });
});

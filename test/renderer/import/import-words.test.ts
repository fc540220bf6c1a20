import { describe, expect, test } from 'vitest';
import { noImport } from '../../../electron/contract/archive-api.ts';
import {
  sayFailures,
  sayOutcome,
  sayProgress,
  sayState,
  sayWait,
  shareDone,
} from '../../../renderer/components/import/import-words.ts';

describe('the words of an import', () => {
  test('say that one was stopped before its end', () => {
    const ended = { ...noImport, seen: 6_000, added: 1_000 };
    expect([
      sayState({ ...ended, done: 1_000 }),
      sayState({ ...ended, done: 6_000 }),
      sayState(noImport),
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
    const scanning = { ...noImport, state: 'scanning', seen: 900 } as const;
    const importing = { ...noImport, state: 'importing', seen: 4200, done: 1400 } as const;
    expect([sayProgress(scanning), sayProgress(importing)]).toEqual([
      '900 files found',
      '1,400 of 4,200 files',
    ]);
    expect([shareDone(scanning), shareDone(importing), shareDone(noImport)]).toEqual([null, 1 / 3, null]);
  });

  test('leave out what there was none of', () => {
    expect(sayOutcome({ ...noImport, added: 1200, missing: 2 })).toBe('1,200 new, 2 missing');
  });
});

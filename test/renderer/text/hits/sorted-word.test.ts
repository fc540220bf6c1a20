import { expect, test } from 'vitest';
import { sortedWordOf } from '../../../../renderer/text/hits/sorted-word.ts';

test.each([
  ['said, “the old ', 'L', 'L1', 'old'],
  ['said, “the old ', 'L', 'L3', 'said'],
  ['said, “the old ', 'L', 'L2', 'the'],
  [' rose, then', 'R', 'R1', 'rose'],
  [' U.S. troops', 'R', 'R2', 'troops'],
  [' القديم بعد', 'R', 'R1', 'القديم'],
  [' rose', 'R', 'R2', ''],
  [' rose', 'R', 'L1', ''],
  [' rose', 'R', 'newest', ''],
] as const)('of %j on side %s, sorted by %s, it is %j', (text, side, sort, word) => {
  const found = sortedWordOf(text, side, sort);
  expect([found.word, found.before + found.word + found.after]).toEqual([word, text]);
});

import { describe, expect, it } from 'vitest';
import { FirstLetterFilter } from '../../../../electron/engine/article/text/first-letter-filter.ts';

describe('FirstLetterFilter', () => {
  it('rules out lines by their first letter, in capitals or not', () => {
    const letters = new FirstLetterFilter(['by', 'Von', 'بقلم']);
    const lines = ['By Jane', 'by Jane', 'von Jane', 'VON JANE', 'With Jane', '', '\0'];
    expect(lines.map((line) => letters.mayOpen(line))).toEqual([true, true, true, true, false, false, false]);
  });

  it('rules out nothing that begins outside ASCII, where a letter may have more than one capital', () => {
    const letters = new FirstLetterFilter(['story']);
    expect(['ſtory', 'بقلم', '“story”'].map((line) => letters.mayOpen(line))).toEqual([true, true, true]);
  });
});

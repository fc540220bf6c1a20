import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines, unwrap } from '../../../../electron/engine/article/text/lines.ts';

describe('splitLines', () => {
  it('finds the lines with content, their indents, and the blank lines in front of them', () => {
    const text = '  One two\r\nthree \t\n\u200f\n\n four\u2028five\0';
    expect(splitLines(text, 0, Infinity)).toEqual({
      lines: [
        { start: 2, end: 9, indent: 2, blankBefore: false },
        { start: 11, end: 16, indent: 0, blankBefore: false },
        { start: 23, end: 27, indent: 1, blankBefore: true },
        { start: 28, end: 32, indent: 0, blankBefore: false },
      ],
      restStart: text.length,
    });
  });

  it('stops at its limit', () => {
    const { lines, restStart } = splitLines('a\n\nb\nc\n', 0, 2);
    expect([lines.length, restStart]).toEqual([2, 5]);
  });

  it('loses none but white space of any text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab \t\n\r\v\x85\u2029\ufeff\ud800\0'),
      maxLength: 40,
    });
    const ink = (sample: string) => sample.replace(/[\s\0\x85\ufeff]/g, '');
    fc.assert(fc.property(text, (sample) => ink(unwrap(sample)) === ink(sample)));
  });
});

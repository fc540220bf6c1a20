import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../electron/engine/article/words.ts';

describe('countWords', () => {
  it('counts what the expression [\\p{L}\\p{N}]+ finds in any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (sample) => countWords(sample) === (sample.match(/[\p{L}\p{N}]+/gu) ?? []).length),
    );
    expect(countWords('two words')).toBe(2);
  });
});

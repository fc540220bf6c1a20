import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../../electron/engine/article/text/char-buffer.ts';
import { WordSet } from '../../../../electron/engine/article/text/word-set.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcه\ud800'), minLength: 1, maxLength: 4 });

describe('WordSet', () => {
  it('finds the words that were put in it, by their places, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, word, (words, asked, around) => {
        const { units } = unitsOf(`${around}${asked}${around}`);
        const end = around.length + asked.length;
        expect(new WordSet(words).find(units, around.length, end)).toBe(words.indexOf(asked));
      }),
    );
  });

  it('has nothing when it was given nothing', () => {
    expect(new WordSet([]).find(unitsOf('a').units, 0, 1)).toBe(-1);
  });
});

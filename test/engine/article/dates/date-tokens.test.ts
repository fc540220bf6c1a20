import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTokensOf } from '../../../../electron/engine/article/dates/date-tokens.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'a12é٢½²-–. \t\u0301\u200c\u00a0', '𝐀', '𝟙', '😀', '\ud800', '\udc00'),
    maxLength: 30,
  }),
);

describe('dateTokensOf', () => {
  it('parts numbers, words and marks, and spells them alike', () => {
    const tokens = dateTokensOf('٢٦ Août/2021').map(({ kind, text, written }) => [kind, text, written]);
    expect(tokens).toEqual([
      ['number', '26', '٢٦'],
      ['word', 'aout', 'Août'],
      ['mark', '/', '/'],
      ['number', '2021', '2021'],
    ]);
  });

  it('finds in any text what an expression of three alternatives finds', () => {
    const pattern = /(?<number>\p{Nd}+)|(?<word>[\p{L}\p{M}\u200c]+)|[^\s\p{L}\p{N}]/gu;
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = [...text.matchAll(pattern)].map(({ index, 0: written, groups }) => ({
          kind:
            groups?.['number'] !== undefined ? 'number' : groups?.['word'] !== undefined ? 'word' : 'mark',
          start: index,
          end: index + written.length,
          written,
        }));
        const found = dateTokensOf(text).map(({ kind, start, end, written }) => ({
          kind,
          start,
          end,
          written,
        }));
        expect(found).toEqual(expected);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedStems, stemsOf } from '../../../../electron/engine/article/text/stems.ts';

describe('stemsOf', () => {
  it('takes the beginnings of the longer words, in Arabic behind what is written together with them', () => {
    expect([...stemsOf('The ministers met in Élan 2021')]).toEqual(['minis', 'elan', '2021']);
    expect([...stemsOf('والوزير بالمدينة للحزب فالقرار لا')]).toEqual(['وزير', 'مدينه', 'حزب', 'قرار', 'لا']);
  });
});

describe('sharedStems', () => {
  it('finds just those wanted that are stems of the texts', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdéوالب𝐀 '), maxLength: 30 });
    fc.assert(
      fc.property(word, fc.array(word), (title, texts) => {
        const wanted = stemsOf(title);
        const all = new Set(texts.flatMap((text) => [...stemsOf(text)]));
        expect(sharedStems(wanted, texts)).toEqual(new Set([...wanted].filter((stem) => all.has(stem))));
      }),
    );
  });
});

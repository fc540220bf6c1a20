import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase } from '../../electron/contract/fold-case.ts';

describe('full case folding', () => {
  it.each([
    ['Straße', 'STRASSE', 'straẞe', 'STRAẞE'],
    ['ΟΔΟΣ', 'οδος', 'οδοσ'],
    ['ﬁrst', 'FIRST'],
    ['Café', 'CAFE\u0301', 'cafe\u0301'],
    ['İzmir', 'i\u0307zmir', 'I\u0307ZMIR'],
    ['µm', 'μM'],
    ['ǅ', 'ǆ', 'Ǆ'],
    ['ᾳ', 'ΑΙ', 'αι'],
    ['ʼn', 'ŉ'],
  ])('makes one of %s and %s', (...spellings) => {
    expect(new Set(spellings.map(foldCase)).size).toBe(1);
  });

  it('keeps the dotless ı apart from i, and letters from letters with marks', () => {
    expect(foldCase('ısı')).toBe('ısı');
    expect(foldCase('ISI')).toBe('isi');
    expect(foldCase('é')).not.toBe(foldCase('e'));
  });

  it('changes nothing of what it made, in whatever form it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldCase(text);
        expect(foldCase(folded)).toBe(folded);
        expect(foldCase(text.normalize('NFD'))).toBe(folded);
        expect(foldCase(text.normalize('NFC'))).toBe(folded);
        if (!text.normalize('NFD').includes('ı')) expect(foldCase(text.toUpperCase())).toBe(folded);
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with the simple folding that regular expressions use, for every letter', () => {
    const apart: string[] = [];
    for (let code = 0; code < 0x1e944; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const letter = String.fromCodePoint(code);
      const folded = foldCase(letter);
      if (folded === letter.normalize('NFC') || [...folded].length > 1) continue;
      if (!new RegExp(`^${folded}$`, 'iu').test(letter.normalize('NFC'))) apart.push(letter);
    }
    expect(apart).toEqual([]);
  });
});

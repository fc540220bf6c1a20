import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpelling } from '../../../../electron/engine/article/text/fold-spelling.ts';

const alphabets = ['aÉéŞıİß12 ', 'ΑΣσΩ ', 'أإةىيکگڵەۆـَ١۲\u200c ', 'ۂۓٵ\u2011\u2017', 'й한中𝐀ﬁ①\u0301\u093e'];
const letters = fc.constantFrom(...alphabets.join(''));

describe('foldSpelling', () => {
  it('writes one form for the spellings of a word', () => {
    expect(['Çağrı', 'الإدارة', 'کوردستان‌', 'مُحَمَّد', '١٩٩٠', 'ﬁne', 'ΟΔΟΣ'].map(foldSpelling)).toEqual([
      'cagri',
      'الاداره',
      'كوردستان',
      'محمد',
      '1990',
      'fine',
      'οδος',
    ]);
  });

  it('folds words that a space parts as it folds them alone, in texts of any mixture of scripts', () => {
    const word = fc.string({ unit: letters, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, two) => {
        // A Latin letter has both words read alike: a text that is all Arabic keeps a few rare letters.
        const alone = (text: string) => foldSpelling(`é ${text}`).slice(2);
        expect(foldSpelling(`é ${one} ${two}`)).toBe(`e ${alone(one)} ${alone(two)}`);
      }),
    );
  });

  it('folds a long text as it folds its beginning', () => {
    const line = 'Élan vital. ';
    expect(foldSpelling(line.repeat(20_000))).toBe('elan vital. '.repeat(20_000));
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extendedAnalysis } from '../../../../electron/engine/analysis/analysis.ts';
import { WordPrefilter } from '../../../../electron/engine/query/results/word-prefilter.ts';

const letters = fc.constantFrom(
  ...'aAbBcdeEfghiIkKlLmnNoprRsStTuvyY_019',
  ...[
    "'",
    '’',
    '`',
    '´',
    'US',
    'U.S.',
    'N.A.T',
    '.',
    '-',
    'é',
    'ß',
    'İ',
    'ı',
    'ﬁ',
    'ñ',
    '\u0301',
    '\u0303',
    '\u00ad',
    '\u200d',
    'س',
    'أ',
    ...'اإآٱبلوؤيئىیةهـ',
    '\u064e',
    '\u0653',
    '\u0654',
    '\u0660',
    '\ufefb',
    '\ufef9',
    'K',
  ],
  ...['ال', 'وال', 'لل', 'ing', 'ed', 'ies', 'ation', 'ally', "'s", 'ness', 'y'],
);
const text = fc.array(letters, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

function letsThrough(sieve: WordPrefilter, word: string): boolean {
  const cursor = extendedAnalysis.newCursor();
  cursor.open(word);
  cursor.next();
  return sieve.mayBe(cursor.units, cursor.start, cursor.end);
}

it('rules out no word of which the form or the term is looked for', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
      const cursor = extendedAnalysis.newCursor();
      cursor.open(parts.join(' '));
      while (cursor.next()) {
        const { units, start, end } = cursor;
        const { term, form } = extendedAnalysis.analyseWord(cursor.word);
        for (const sought of new Set([form, term ?? form])) {
          if (sought === '') continue;
          const sieve = new WordPrefilter();
          sieve.addBeginning(sought);
          expect([cursor.text.slice(start, end), sought, sieve.mayBe(units, start, end)]).toEqual([
            cursor.text.slice(start, end),
            sought,
            true,
          ]);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

it('rules out no word of which the form matches a wildcard', () => {
  const cut = fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(text, cut, (part, [one, two, star, end]) => {
      const cursor = extendedAnalysis.newCursor();
      cursor.open(part);
      while (cursor.next()) {
        const { units, start, end: wordEnd } = cursor;
        const { form } = extendedAnalysis.analyseWord(cursor.word);
        if (form === '') continue;
        const [from, to] = [one % form.length, two % form.length].sort((a, b) => a - b);
        const [head, piece, tail] = [form.slice(0, from), form.slice(from, to), form.slice(to)];
        const pattern = `${star ? head : ''}*${piece}*${end ? tail : ''}`.replace(/\*+/gu, '*');
        const sieve = new WordPrefilter();
        sieve.addWildcard(pattern);
        expect([part, pattern, sieve.mayBe(units, start, wordEnd)]).toEqual([part, pattern, true]);
        expect(sieve.nextIn(units, 0, part.length)).toBeLessThanOrEqual(wordEnd);
      }
    }),
    { numRuns: 3000 },
  );
});

it('rules out words that do not hold the longest piece of a wildcard', () => {
  const sieve = new WordPrefilter();
  sieve.addWildcard('*lo*ood');
  expect(
    ['Floods', 'blood', 'FLOOR', 'lo', 'looo', '', 'flöd'].map((word) => letsThrough(sieve, word)),
  ).toEqual([true, true, false, false, false, false, true]);
});

it('rules out words that begin with other letters', () => {
  const sieve = new WordPrefilter();
  sieve.addBeginning('flood');
  expect(
    ['Floods', 'FLAT', 'f', 'bridge', 'fight', '1999', 'über'].map((word) => letsThrough(sieve, word)),
  ).toEqual([true, true, false, false, false, false, true]);
});

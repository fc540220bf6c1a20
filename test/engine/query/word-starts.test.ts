import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';
import { WordStarts } from '../../../electron/engine/query/word-starts.ts';

const letters = fc.constantFrom(
  ...'aAbBcdeEfghiIkKlLmnNoprRsStTuvyY_019',
  ...[
    "'",
    '’',
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

it('rules out no word of which the form or the term is looked for', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
      const cursor = extendedAnalysis.newCursor();
      cursor.open(parts.join(' '));
      while (cursor.next()) {
        const { units, start, end } = cursor;
        const { term, form } = extendedAnalysis.analyseWord(cursor.text.slice(start, end));
        for (const sought of new Set([form, term ?? form])) {
          if (sought === '') continue;
          const starts = new WordStarts();
          starts.add(sought);
          expect([cursor.text.slice(start, end), sought, starts.mayBegin(units, start, end)]).toEqual([
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

it('rules out words that begin with other letters', () => {
  const starts = new WordStarts();
  starts.add('flood');
  const may = (word: string): boolean => {
    const cursor = extendedAnalysis.newCursor();
    cursor.open(word);
    cursor.next();
    return starts.mayBegin(cursor.units, cursor.start, cursor.end);
  };
  expect(['Floods', 'FLAT', 'f', 'bridge', 'fight', '1999', 'über'].map(may)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extendedAnalysis, stockAnalysis } from '../../../../electron/engine/analysis/analysis.ts';
import { wordCaseOf } from '../../../../electron/engine/analysis/word-case.ts';
import {
  capitalStopWord,
  stopWordBit,
  Vocabulary,
} from '../../../../electron/engine/index/building/vocabulary.ts';

const word = fc.oneof(
  fc.constantFrom(
    'The',
    'the',
    'THE',
    'US',
    'US’s',
    'U.S.',
    'NATO',
    'N.A.T.O.',
    '中文',
    "minister's",
    'U.S',
    'A',
    'A1',
    '1,000',
    'eBay',
    'Runs',
    'runs',
    '_',
    'İ',
  ),
  fc.string({
    unit: fc.constantFrom('a', 'B', 'z', '7', '_', 'é', 'Ü', 'م', '𝒜', "'"),
    minLength: 1,
    maxLength: 5,
  }),
  // Any letter before the symbols, and what is joined to words: sigma has two small forms, some capitals are two letters.
  fc.string({
    unit: fc.oneof(
      fc.integer({ min: 0, max: 0x7ff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('a', 'e', 's', 'S', 'Σ', 'ß', 'İ', '²', '٣', '\u0301', '\u064b', '.', ','),
    ),
    minLength: 1,
    maxLength: 6,
  }),
  fc
    .tuple(
      fc.constantFrom('', 'وال', 'ال', 'لل', 'un', '1', '٢'),
      fc.string({ unit: fc.constantFrom('a', 'X', 'é', 'ب', 'ۀ', '2', ',', '.'), maxLength: 4 }),
      fc.constantFrom('', "'s", '’s', "'S", '’S', 's', 'ed', 'ness', "'", '.5', ',000'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('x'.repeat(64), 'X'.repeat(65)),
);
const texts = fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 4 });

test.each([
  ['extended', extendedAnalysis],
  ['stock', stockAnalysis],
])('knows of each spelling what the %s analysis makes of it', (_, analysis) => {
  fc.assert(
    fc.property(texts, (all) => {
      const vocabulary = new Vocabulary(analysis);
      const cursor = vocabulary.newCursor();
      for (const words of all) {
        cursor.open(words.join(' '));
        while (cursor.next()) {
          const { surfaces, forms, terms, termOfForm } = vocabulary.known;
          const written = cursor.text.slice(cursor.start, cursor.end);
          const { form, term } = analysis.analyseWord(cursor.word);
          const spelled = surfaces.values[vocabulary.spellingAt(cursor)] ?? -1;
          const surface = cursor.isInitials
            ? (surfaces.values[vocabulary.spellingOfInitials(cursor)] ?? -1)
            : spelled;
          expect(cursor.isInitials && (spelled & capitalStopWord) !== capitalStopWord).toBe(false);
          const known = surface >>> 3;
          expect({
            form: forms.text(known),
            term: terms.text(termOfForm.values[known] ?? -1),
            isStopWord: (surface & stopWordBit) !== 0,
            letterCase: surface & 3,
          }).toEqual({
            form,
            term: term ?? form,
            isStopWord: term === null,
            letterCase: wordCaseOf(written),
          });
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test('forgets between two segments when it knows very many, and begins anew', () => {
  const vocabulary = new Vocabulary(extendedAnalysis);
  const cursor = vocabulary.newCursor();
  cursor.open(Array.from({ length: 100_001 }, (_, nth) => `w${nth.toString(36)}`).join(' '));
  while (cursor.next()) vocabulary.spellingAt(cursor);
  expect(vocabulary.known.spellings.size).toBe(100_001);
  vocabulary.forgetWhenLarge();
  expect(vocabulary.known.spellings.size).toBe(0);
  cursor.open('again');
  cursor.next();
  expect(vocabulary.spellingAt(cursor)).toBe(0);
});

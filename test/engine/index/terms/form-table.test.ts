import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormTable } from '../../../../electron/engine/index/terms/form-table.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'و', '北', '🜂'), maxLength: 5 });
const sorted = fc.uniqueArray(letters, { maxLength: 40 }).map((words) => [...words].sort());
/** More words than are looked through together, and more pairs of letters than these hold. */
const manyLetters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrs17éو北🜂'), maxLength: 3 });
const manySorted = fc
  .uniqueArray(manyLetters, { maxLength: 200, size: 'max' })
  .map((words) => [...words].sort());

test('the words of a table are those that it was made of', () => {
  fc.assert(
    fc.property(sorted, (words) => {
      const table = FormTable.of(words);
      expect(Array.from({ length: table.length }, (_, place) => table.word(place))).toEqual(words);
    }),
  );
});

test('the first word that does not sort before another is found, from any place on', () => {
  fc.assert(
    fc.property(sorted, letters, fc.nat({ max: 40 }), (words, key, from) => {
      const start = Math.min(from, words.length);
      const found = words.findIndex((word, place) => place >= start && word >= key);
      expect(FormTable.of(words).lowerBound(key, start)).toBe(found < 0 ? words.length : found);
    }),
  );
});

test('words are found by how they begin, by what they hold, and by how they end', () => {
  const places = (words: readonly string[], test: (word: string) => boolean): number[] =>
    [...words.keys()].filter((place) => test(words[place] ?? ''));
  const isEven = (word: string): boolean => word.length % 2 === 0;
  fc.assert(
    fc.property(manySorted, manyLetters, manyLetters, (words, prefix, piece) => {
      const table = FormTable.of(words);
      const all = { from: 0, to: words.length };
      const { from, to } = table.beginning(prefix);
      expect(Array.from({ length: to - from }, (_, nth) => from + nth)).toEqual(
        places(words, (word) => word.startsWith(prefix)),
      );
      if (piece === '') return;
      expect(table.holding(piece, false, all, null)).toEqual(places(words, (word) => word.includes(piece)));
      expect(table.holding(piece, true, all, isEven)).toEqual(
        places(words, (word) => word.endsWith(piece) && isEven(word)),
      );
      expect(table.holding(piece, false, { from, to }, null)).toEqual(
        places(words, (word) => word.startsWith(prefix) && word.includes(piece)),
      );
    }),
    { numRuns: 400 },
  );
});

test('a table with more or fewer words than it should have is refused', () => {
  const bytes = new TextEncoder().encode('a\nb\n');
  expect(() => new FormTable(bytes, 1)).toThrow('2 words instead of 1');
  expect(() => new FormTable(bytes, 3)).toThrow('2 words instead of 3');
});

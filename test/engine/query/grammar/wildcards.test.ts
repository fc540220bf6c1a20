import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patternTest } from '../../../../electron/engine/query/grammar/wildcards.ts';

/** By trying all. */
function isLike(pattern: string, word: string): boolean {
  if (pattern === '') return word === '';
  const [sign, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (sign === '*') return isLike(rest, word) || (word !== '' && isLike(pattern, word.slice(1)));
  return word !== '' && (sign === '?' || sign === word.charAt(0)) && isLike(rest, word.slice(1));
}

it('a pattern matches what it says, however its wildcards stand', () => {
  const text = (letters: string): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((list) => list.join(''));
  fc.assert(
    fc.property(text('ab*?'), text('ab'), (pattern, word) => {
      expect([pattern, word, patternTest(pattern)(word)]).toEqual([pattern, word, isLike(pattern, word)]);
    }),
  );
});

it('a letter of two code units is one', () => {
  expect(patternTest('a?b')('a𐌰b')).toBe(true);
});

import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import { stemInPlace } from '../../../electron/engine/analysis/porter-stemmer.ts';

function stemOf(word: string): string {
  const units = Uint16Array.from({ length: word.length + 8 }, (_, at) => word.charCodeAt(at));
  const length = stemInPlace(units, word.length);
  return String.fromCharCode(...units.subarray(0, length));
}

function lunrStemOf(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

/** All that a step looks for, and some that only look like it. */
const endings = (
  's es ies sses ss us eed ed ing y e ll ion sion tion at bl iz ational tional enci anci izer bli alli entli eli ousli ' +
  'ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ' +
  'ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize'
).split(' ');

const beginning = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aeiouy'), maxLength: 3 }),
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'yaswxlltz'), maxLength: 6 }),
);
const word = fc
  .tuple(beginning, fc.array(fc.constantFrom(...endings), { maxLength: 3 }))
  .map(([first, rest]) => first + rest.join(''));

test('stems words as Lunr does', () => {
  fc.assert(
    fc.property(word, (one) => {
      expect(stemOf(one)).toBe(lunrStemOf(one));
    }),
    { numRuns: 20_000 },
  );
});

test('stems every word of a few letters as Lunr does', () => {
  let words = [''];
  for (let length = 1; length <= 6; length += 1) {
    words = words.flatMap((before) => [...'aysedl'].map((letter) => before + letter));
    const differing = words.filter((one) => stemOf(one) !== lunrStemOf(one));
    expect(differing).toEqual([]);
  }
});

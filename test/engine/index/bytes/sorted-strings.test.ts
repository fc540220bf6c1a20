import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedStrings } from '../../../../electron/engine/index/bytes/sorted-strings.ts';

const piece = fc.oneof(
  fc.constantFrom('a', 'ab', 'z', 'stern', 'ü', 'م', '𝒜', '\ud835', '\uffff', '~', '\u007f', '\0', '9', ' '),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));

test('sorts by code unit what came in several times, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 40 }), { maxLength: 5 }), (times) => {
      const strings = new SortedStrings();
      const all = new Set<string>();
      for (const texts of times) {
        for (const one of texts) {
          strings.numberOf(one);
          all.add(one);
        }
        expect(Array.from(strings.sorted(), (number) => strings.text(number))).toEqual([...all].sort());
      }
    }),
  );
});

test('sorts many strings that begin alike', () => {
  const strings = new SortedStrings();
  const texts = Array.from({ length: 3_000 }, (_, nth) => `representation${String((nth * 7) % 3_000)}`);
  for (const one of texts) strings.numberOf(one);
  expect(Array.from(strings.sorted(), (number) => strings.text(number))).toEqual([...texts].sort());
});

test('gives a string its number again', () => {
  const strings = new SortedStrings();
  const long = 'a'.repeat(10_000);
  expect(['b', long, 'b', '', long].map((one) => strings.numberOf(one))).toEqual([0, 1, 0, 2, 1]);
  expect([strings.size, strings.text(1)]).toEqual([3, long]);
});

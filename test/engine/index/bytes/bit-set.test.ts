import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitSet } from '../../../../electron/engine/index/bytes/bit-set.ts';

test('the least of a set are the first of them in order, however many are asked for', () => {
  const values = fc.array(fc.nat({ max: 300 }));
  fc.assert(
    fc.property(values, fc.nat({ max: 400 }), (some, most) => {
      const sorted = [...new Set(some)].sort((a, b) => a - b);
      expect([...BitSet.of(Uint32Array.from(some)).first(most)]).toEqual(sorted.slice(0, most));
    }),
  );
});

test('a range of a set is copied in order, and only that', () => {
  const values = fc.uniqueArray(fc.nat(299), { maxLength: 200 });
  fc.assert(
    fc.property(values, fc.nat(300), fc.nat(300), (some, from, to) => {
      const set = new BitSet(300);
      for (const value of some) set.add(value);
      const copied = new Uint32Array(300);
      const count = set.copyBetween(from, to, copied);
      const expected = some.filter((value) => value >= from && value < to).sort((a, b) => a - b);
      expect(Array.from(copied.subarray(0, count))).toEqual(expected);
    }),
  );
});

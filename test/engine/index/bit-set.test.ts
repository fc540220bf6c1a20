import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitSet } from '../../../electron/engine/index/bit-set.ts';

test('the least of a set are the first of them in order, however many are asked for', () => {
  const values = fc.array(fc.nat({ max: 300 }));
  fc.assert(
    fc.property(values, fc.nat({ max: 400 }), (some, most) => {
      const sorted = [...new Set(some)].sort((a, b) => a - b);
      expect([...BitSet.of(Uint32Array.from(some)).least(most)]).toEqual(sorted.slice(0, most));
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearness } from '../../../../electron/engine/query/ranking/form-and-proximity.ts';

it('sums 1 / distance squared over all pairs of positions within eight', () => {
  const positions = fc
    .uniqueArray(fc.nat({ max: 60 }), { maxLength: 20 })
    .map((values) => values.sort((a, b) => a - b));
  fc.assert(
    fc.property(positions, positions, (some, others) => {
      const pairs = some.flatMap((a) => others.map((b) => Math.abs(a - b)));
      const near = pairs.filter((distance) => distance > 0 && distance <= 8);
      const expected = near.reduce((sum, distance) => sum + 1 / distance ** 2, 0);
      expect(nearness(some, others)).toBeCloseTo(expected, 10);
    }),
  );
});

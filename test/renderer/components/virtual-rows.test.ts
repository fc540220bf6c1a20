import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentTopShowing, virtualRows } from '../../../renderer/components/virtual-rows.ts';

const chromeLimitPx = 33_554_428;

test('reaches every row of any answer on a track that a browser can hold', () => {
  const counts = fc.integer({ min: 1, max: 2_000_000 });
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
      const rows = virtualRows(count, 120, 800);
      const row = Math.floor(share * (count - 1));
      expect(rows.trackPx).toBeLessThan(chromeLimitPx);
      const top = contentTopShowing(row, 120, 0, 800);
      const [first, last] = rows.rowsAt(top);
      expect(first <= row && row < last && last <= count).toBe(true);
      expect(rows.toContent(rows.toTrack(top))).toBeCloseTo(Math.max(0, Math.min(top, count * 120 - 800)), 3);
    }),
  );
});

test('puts the end of the track at the end of the rows', () => {
  const rows = virtualRows(500_000, 120, 800);
  expect(rows.toContent(rows.trackPx - 800)).toBeCloseTo(500_000 * 120 - 800, 3);
});

test('scrolls no further than it must', () => {
  expect([
    contentTopShowing(3, 100, 200, 500),
    contentTopShowing(1, 100, 200, 500),
    contentTopShowing(9, 100, 200, 500),
  ]).toEqual([200, 100, 500]);
});

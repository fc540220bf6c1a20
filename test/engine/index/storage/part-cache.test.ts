import { expect, test } from 'vitest';
import { PartCache } from '../../../../electron/engine/index/storage/part-cache.ts';

const part = (bytes: number): Uint8Array => new Uint8Array(bytes);

test('what is asked for stays, and what is not leaves when there is no more room', () => {
  const kept = new PartCache(1000);
  const wanted = part(100);
  kept.put(0, wanted);
  for (let key = 1; key <= 50; key += 1) {
    kept.put(key, part(100));
    expect(kept.get(0)).toBe(wanted);
  }
  expect(kept.get(1)).toBeUndefined();
  expect(kept.get(50)).toBeDefined();
});

test('no more is kept than there is room for', () => {
  const kept = new PartCache(1000);
  for (let key = 0; key < 100; key += 1) kept.put(key, part(60));
  let bytes = 0;
  for (let key = 99; key >= 0; key -= 1) {
    const found = kept.get(key);
    if (found === undefined) break;
    bytes += found.length;
  }
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(1000);
});

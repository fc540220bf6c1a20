import { expect, it } from 'vitest';
import { percentilesOf } from './percentiles.ts';

it('takes percentiles by nearest rank, whatever the order', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentilesOf(values)).toEqual({ p50: 50, p95: 95, p99: 99, worst: 100 });
  expect(percentilesOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, worst: 7 });
  expect(percentilesOf([1, 2, 3, 40])).toEqual({ p50: 2, p95: 40, p99: 40, worst: 40 });
  expect(percentilesOf([])).toBeNull();
});

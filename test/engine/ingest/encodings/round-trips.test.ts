import { describe, expect, it } from 'vitest';
import { aims, roundTrips, sampleLengths } from '../../../eval/encodings.ts';

describe('texts in legacy encodings', () => {
  const trips = roundTrips();

  it.each(sampleLengths)('are read as they were written, cut to %i characters (0: whole)', (length) => {
    const all = trips.filter((trip) => trip.length === length);
    const right = all.filter((trip) => trip.isRight);
    expect((100 * right.length) / all.length).toBeGreaterThanOrEqual(aims[length] ?? 100);
  });

  it('stand in more than twenty languages and forty encodings', () => {
    expect(new Set(trips.map((trip) => trip.language)).size).toBeGreaterThan(20);
    expect(new Set(trips.map((trip) => trip.encoding)).size).toBeGreaterThan(40);
  });
});

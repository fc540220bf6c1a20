import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOffset } from '../../../../electron/engine/index/schema/columns.ts';
import { timelineOf } from '../../../../electron/engine/query/results/timeline.ts';

/** Of a day as columns hold it. */
function dateOf(day: number): string {
  return new Date((day - dayOffset) * 86_400_000).toISOString().slice(0, 10);
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000 + dayOffset;
}

function byDayOf(days: readonly number[]): { byDay: Uint32Array; earliest: number } {
  const earliest = Math.min(...days);
  const byDay = new Uint32Array(Math.max(...days) - earliest + 1);
  for (const day of days) byDay[day - earliest] = (byDay[day - earliest] ?? 0) + 1;
  return { byDay, earliest };
}

const day = fc.integer({ min: dayOf('1898-11-30'), max: dayOf('2031-02-01') });

test('articles are counted in the bar of their day, whether they are kept by day or one by one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ days: fc.array(day, { minLength: 1, maxLength: 8 }), isEach: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
      (segments) => {
        const { unit, bars } = timelineOf(
          segments.map(({ days, isEach }) => (isEach ? { each: Uint32Array.from(days) } : byDayOf(days))),
          3,
        );
        const length = { day: 10, month: 7, year: 4 }[unit];
        const counted = new Map<string, number>();
        for (const one of segments.flatMap(({ days }) => days)) {
          const key = dateOf(one).slice(0, length);
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
        const shown = bars.filter(({ articles }) => articles > 0);
        expect(new Map(shown.map(({ key, articles }) => [key.slice(0, length), articles]))).toEqual(counted);
        expect(shown[0]).toBe(bars[0]);
        expect(shown.at(-1)).toBe(bars.at(-1));
      },
    ),
  );
});

test('without a dated article there is no bar', () => {
  expect(timelineOf([{ each: new Uint32Array() }], 2)).toEqual({ unit: 'day', bars: [], undated: 2 });
});

import { describe, expect, it } from 'vitest';
import { noPublishedDay, publishedDay } from '../../../../electron/engine/index/schema/published-day.ts';

describe('publishedDay', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
    ['2024-02-29T23:59', 19_782],
    ['2024-02', 19_754],
    ['2024', 19_723],
  ])('is for %s the day %i', (date, day) => {
    expect(publishedDay(date)).toBe(day);
  });

  it('reads the years 0 to 99 as those, and not as years of the twentieth century', () => {
    const days = ['0000-01-01', '0001-01-01', '0099-12-31', '0100-01-01'].map(publishedDay);
    expect(days).toEqual([-719_528, -719_162, -683_004, -683_003]);
  });

  it('is before every other day for what is no date', () => {
    expect([publishedDay('soon'), publishedDay('2024-x')]).toEqual([noPublishedDay, noPublishedDay]);
  });
});

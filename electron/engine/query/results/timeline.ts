import type { Timeline } from '../../../contract/search.ts';
import { dayOffset } from '../../index/schema/columns.ts';

/** A timeline of more bars than this goes over to the next longer unit. */
const mostBars = 120;
const dayMs = 86_400_000;

/** Articles of one segment by the days since the earliest, which is one as columns hold it. */
export type CountedDays = Readonly<{ days: Uint32Array; earliest: number }>;

/** Bars from the first day with an article to the last one, in the shortest unit that has few enough. */
export function timelineOf(counted: readonly CountedDays[], undated: number): Timeline {
  const ends = counted.flatMap(endsOf);
  if (ends.length === 0) return { unit: 'day', bars: [], undated };
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const unit = unitOf(first, last);
  const bars = spansOf(unit, first, last).map(({ key, from, to }) => {
    let articles = 0;
    for (const segment of counted) articles += countBetween(segment, from, to);
    return { key, articles };
  });
  return { unit, bars, undated };
}

/** The days `[from, to)` of a bar. */
type Span = Readonly<{ key: string; from: number; to: number }>;

/** Most answers go over the same years: their months are not worked out anew for each. */
let newest = { unit: 'day' as Timeline['unit'], first: 0, last: 0, spans: [] as readonly Span[] };

/** The days of the bars from the first day to the last. */
function spansOf(unit: Timeline['unit'], first: number, last: number): readonly Span[] {
  if (newest.unit !== unit || newest.first !== first || newest.last !== last) {
    const spans: Span[] = [];
    for (let from = startOf(first, unit, 0); from <= last;) {
      const to = startOf(from, unit, 1);
      spans.push({ key: isoDay(from), from, to });
      from = to;
    }
    newest = { unit, first, last, spans };
  }
  return newest.spans;
}

/** The first and the last day with an article; nothing when there is none. */
function endsOf({ days, earliest }: CountedDays): readonly number[] {
  let first = 0;
  while (first < days.length && days[first] === 0) first += 1;
  if (first === days.length) return [];
  let last = days.length - 1;
  while (days[last] === 0) last -= 1;
  return [earliest + first, earliest + last];
}

function countBetween({ days, earliest }: CountedDays, from: number, to: number): number {
  let sum = 0;
  const end = Math.min(days.length, to - earliest);
  for (let day = Math.max(0, from - earliest); day < end; day += 1) sum += days[day] as number;
  return sum;
}

function unitOf(first: number, last: number): Timeline['unit'] {
  if (last - first < mostBars) return 'day';
  const [a, b] = [dateOf(first), dateOf(last)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return months < mostBars ? 'month' : 'year';
}

/** The first day of the unit that lies `later` behind that of `day`. */
function startOf(day: number, unit: Timeline['unit'], later: number): number {
  if (unit === 'day') return day + later;
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'month') date.setUTCFullYear(year, month + later, 1);
  else date.setUTCFullYear(year + later, 0, 1);
  return date.getTime() / dayMs + dayOffset;
}

function dateOf(day: number): Date {
  return new Date((day - dayOffset) * dayMs);
}

function isoDay(day: number): string {
  return dateOf(day).toISOString().slice(0, 10);
}

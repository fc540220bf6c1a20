import type { Timeline } from '../../../contract/search.ts';
import { dayOffset } from '../../index/schema/columns.ts';

/** A timeline of more bars than this goes over to the next longer unit. */
const maxBars = 120;
const dayMs = 86_400_000;

/**
 * Days of publication of some articles of one segment, as columns hold days: how many there are of each since the earliest, or, of
 * few, the day of each.
 */
export type CountedDays =
  Readonly<{ byDay: Uint32Array; earliest: number }> | Readonly<{ each: Uint32Array }>;

/** Bars from the first day with an article to the last one, in the shortest unit that has few enough. */
export function timelineOf(counted: readonly CountedDays[], undated: number): Timeline {
  const ends = counted.flatMap(endsOf);
  if (ends.length === 0) return { unit: 'day', bars: [], undated };
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const unit = unitOf(first, last);
  const spans = spansOf(unit, first, last);
  const articles = new Uint32Array(spans.length);
  for (const days of counted) addDays(articles, spans, days);
  return { unit, bars: spans.map(({ key }, at) => ({ key, articles: articles[at] ?? 0 })), undated };
}

/** The days `[from, to)` of a bar. */
type Span = Readonly<{ key: string; from: number; to: number }>;

/** Most answers go over the same years: their days, months and years are not worked out anew for each. */
const knownSpans = {
  day: new Map<number, Span>(),
  month: new Map<number, Span>(),
  year: new Map<number, Span>(),
};
const maxKnownSpans = 4_000;

/** The days of the bars from the first day to the last. */
export function spansOf(unit: Timeline['unit'], first: number, last: number): readonly Span[] {
  const known = knownSpans[unit];
  if (known.size > maxKnownSpans) known.clear();
  const spans: Span[] = [];
  for (let from = startOf(first, unit, 0); from <= last;) {
    let span = known.get(from);
    if (span === undefined) {
      span = { key: isoDay(from), from, to: startOf(from, unit, 1) };
      known.set(from, span);
    }
    spans.push(span);
    from = span.to;
  }
  return spans;
}

/** The first and the last day with an article; nothing when there is none. */
function endsOf(counted: CountedDays): readonly number[] {
  if ('each' in counted) {
    const { each } = counted;
    const first = each.reduce((min, day) => Math.min(min, day), Infinity);
    return each.length === 0 ? [] : [first, each.reduce((max, day) => Math.max(max, day), first)];
  }
  const { byDay, earliest } = counted;
  let first = 0;
  while (first < byDay.length && byDay[first] === 0) first += 1;
  if (first === byDay.length) return [];
  let last = byDay.length - 1;
  while (byDay[last] === 0) last -= 1;
  return [earliest + first, earliest + last];
}

/** Adds the articles of each bar, which follow one another without a gap. */
function addDays(articles: Uint32Array, spans: readonly Span[], counted: CountedDays): void {
  if ('each' in counted) {
    for (const day of counted.each) {
      const at = barOf(spans, day);
      articles[at] = (articles[at] as number) + 1;
    }
    return;
  }
  for (const [at, span] of spans.entries())
    articles[at] = (articles[at] as number) + countBetween(counted.byDay, counted.earliest, span);
}

function barOf(spans: readonly Span[], day: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).to <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function countBetween(
  byDay: Uint32Array | Float64Array,
  earliest: number,
  { from, to }: Span,
): number {
  let sum = 0;
  const end = Math.min(byDay.length, to - earliest);
  for (let day = Math.max(0, from - earliest); day < end; day += 1) sum += byDay[day] as number;
  return sum;
}

export function unitOf(first: number, last: number): Timeline['unit'] {
  if (last - first < maxBars) return 'day';
  const [a, b] = [dateOf(first), dateOf(last)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return months < maxBars ? 'month' : 'year';
}

/** The first day of the unit that lies `later` after that of `day`. */
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

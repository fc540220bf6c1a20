import type { FacetCount, Facets, Timeline } from '../../contract/search.ts';
import { dayOffset } from '../index/columns.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { NamedColumnName } from '../index/segment-memory.ts';

/** Places and agencies beyond this many are too many to choose from. */
const mostNames = 100;
/** A timeline of more bars than this goes over to the next longer unit. */
const mostBars = 120;
const dayMs = 86_400_000;

/** The documents of each segment that were found, as lists: they are walked through once for each column. */
export type FoundDocuments = readonly Uint32Array[];

const none = new Uint32Array();

/** What the found articles have in common, as far as the index knows. */
export function facetsOf(
  snapshot: IndexSnapshot,
  documents: FoundDocuments,
): Pick<Facets, 'languages' | 'places' | 'agencies' | 'timeline'> {
  return {
    languages: countNames(snapshot, documents, 'languages', Number.POSITIVE_INFINITY),
    places: countNames(snapshot, documents, 'places', mostNames),
    agencies: countNames(snapshot, documents, 'agencies', mostNames),
    timeline: timelineOf(countDays(snapshot, documents)),
  };
}

function countNames(
  snapshot: IndexSnapshot,
  documents: FoundDocuments,
  column: NamedColumnName,
  most: number,
): FacetCount<string>[] {
  const byName = new Map<string, number>();
  for (const [nth, segment] of snapshot.segments.entries()) {
    const { values, names } = segment.named(column);
    const counts = new Uint32Array(names.length);
    const found = documents[nth] ?? none;
    for (let at = 0; at < found.length; at += 1) {
      const name = values[found[at] as number] as number;
      counts[name] = (counts[name] as number) + 1;
    }
    for (const [number, count] of counts.entries()) {
      const name = names[number] ?? '';
      if (name !== '' && count > 0) byName.set(name, (byName.get(name) ?? 0) + count);
    }
  }
  return [...byName]
    .map(([key, articles]) => ({ key, articles }))
    .sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}

/** Articles by day, in order (days since 1970 + `dayOffset`; 0 for those without a date). */
function countDays(snapshot: IndexSnapshot, documents: FoundDocuments): Map<number, number> {
  const byDay = new Map<number, number>();
  let earliest = Number.POSITIVE_INFINITY;
  let latest = 0;
  for (const [nth, segment] of snapshot.segments.entries()) {
    const days = segment.column('days');
    const found = documents[nth] ?? none;
    for (let at = 0; at < found.length; at += 1) {
      const day = days[found[at] as number] as number;
      if (day === 0) continue;
      if (day < earliest) earliest = day;
      if (day > latest) latest = day;
    }
  }
  const counts = new Uint32Array(latest === 0 ? 1 : latest - earliest + 2);
  for (const [nth, segment] of snapshot.segments.entries()) {
    const days = segment.column('days');
    const found = documents[nth] ?? none;
    for (let at = 0; at < found.length; at += 1) {
      const day = days[found[at] as number] as number;
      const place = day === 0 ? 0 : day - earliest + 1;
      counts[place] = (counts[place] as number) + 1;
    }
  }
  for (const [place, count] of counts.entries()) {
    if (count > 0) byDay.set(place === 0 ? 0 : earliest + place - 1, count);
  }
  return byDay;
}

const units = ['day', 'month', 'year'] as const;

function timelineOf(byDay: ReadonlyMap<number, number>): Timeline {
  const undated = byDay.get(0) ?? 0;
  const days = [...byDay.keys()].filter((day) => day !== 0);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { unit: 'day', bars: [], undated };
  const unit = units.find((longer) => barsBetween(first, last, longer).length <= mostBars) ?? 'year';
  const bars = barsBetween(first, last, unit).map((key) => ({ key, day: dayOfStart(key), articles: 0 }));
  let bar = 0;
  for (const day of days) {
    while (bar + 1 < bars.length && (bars[bar + 1]?.day ?? 0) <= day) bar += 1;
    const counted = bars[bar];
    if (counted !== undefined) counted.articles += byDay.get(day) ?? 0;
  }
  return { unit, bars: bars.map(({ key, articles }) => ({ key, articles })), undated };
}

function dayOfStart(start: string): number {
  return Date.parse(start) / dayMs + dayOffset;
}

function startOf(day: number, unit: Timeline['unit']): string {
  const date = new Date((day - dayOffset) * dayMs).toISOString().slice(0, 10);
  if (unit === 'day') return date;
  return unit === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

/** The first days of all bars from one day to another; one more than `mostBars` at most, where a longer unit exists. */
function barsBetween(first: number, last: number, unit: Timeline['unit']): string[] {
  const bars: string[] = [];
  const limit = unit === 'year' ? Number.POSITIVE_INFINITY : mostBars + 1;
  const end = startOf(last, unit);
  const at = new Date(`${startOf(first, unit)}T00:00:00Z`);
  for (let start = startOf(first, unit); bars.length < limit; start = at.toISOString().slice(0, 10)) {
    bars.push(start);
    if (start >= end) break;
    if (unit === 'day') at.setUTCDate(at.getUTCDate() + 1);
    else if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
  return bars;
}

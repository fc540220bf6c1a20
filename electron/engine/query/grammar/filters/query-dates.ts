import { dayOfMs } from '../../../index/schema/published-day.ts';
import type { DayFilterName } from '../filter-names.ts';

/** Days since 1970-01-01, both ends included. */
export type DayRange = Readonly<{ from: number; to: number }>;

const years = /^(?:\d{4}|\d{4}\.\.(?:\d{4})?|\.\.\d{4})$/;
const isoDate = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const agoPattern = /^-(\d{1,5})([dwmy])$/;
const daysIn: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['w', 7],
  ['m', 30],
  ['y', 365],
]);
const earliest = -1_000_000;
const latest = 1_000_000;

function dayOf(year: number, month: number, day: number): number {
  return dayOfMs(Date.UTC(year, month - 1, day));
}

/** The days that a date names: `2021`, `2021-06`, `2021-06-30`, or back from today: `-30d -6w -3m -1y`. */
function daysOf(text: string, today: number): DayRange | null {
  const ago = agoPattern.exec(text);
  if (ago !== null) return { from: today - Number(ago[1]) * (daysIn.get(ago[2] ?? 'd') ?? 1), to: today };
  if (text === 'today') return { from: today, to: today };
  if (text === 'yesterday') return { from: today - 1, to: today - 1 };
  const parts = isoDate.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (parts[3] === undefined) return { from: dayOf(year, month, 1), to: dayOf(year, month, lastDay) };
  const day = Number(parts[3]);
  return day < 1 || day > lastDay ? null : { from: dayOf(year, month, day), to: dayOf(year, month, day) };
}

/**
 * The range of `date:`, `year:`, `before:` or `after:`, with or without a tilde; `a..b` includes both ends and either may be left out. Before and after
 * leave out the days that they name. Null when `text` is no date.
 */
export function parseDayRange(name: DayFilterName, text: string, today: number): DayRange | null {
  if (name.startsWith('year') && !years.test(text)) return null;
  const operator = name.startsWith('before') ? 'before' : name.startsWith('after') ? 'after' : 'date';
  if (operator === 'date' && text.includes('..')) {
    const [start = '', end = ''] = text.split('..', 2);
    const first = start === '' ? { from: earliest, to: earliest } : daysOf(start, today);
    const last = end === '' ? { from: latest, to: latest } : daysOf(end, today);
    if (first === null || last === null || (start === '' && end === '')) return null;
    // As an end of a range -7d is the one day of a week ago.
    return { from: first.from, to: agoPattern.test(end) ? last.from : last.to };
  }
  const days = daysOf(text, today);
  if (days === null) return null;
  switch (operator) {
    case 'date':
      return days;
    case 'before':
      return { from: earliest, to: days.from - 1 };
    case 'after':
      return { from: agoPattern.test(text) ? days.from : days.to + 1, to: latest };
  }
}

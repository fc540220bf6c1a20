import type { DateEvidence, Published } from '../../../contract/article.ts';
import type { FoundDate } from './found-date.ts';
import { isRealDay } from './calendar.ts';

/** Makes evidence of a date, or null when it is impossible, has no year or lies after `today`. */
export function publishedFrom(
  date: FoundDate,
  from: DateEvidence,
  confidence: number,
  today: string,
): Published | null {
  if (date.year === null) return null;
  const pad = (value: number, width = 2) => String(value).padStart(width, '0');
  const month = `${pad(date.year, 4)}-${pad(date.month)}`;
  const sure = date.certain ? confidence : confidence * 0.7;
  const guess = date.certain || date.day === null ? {} : { guess: { part: 'day-month', from } as const };
  if (date.day === null) {
    return month <= today.slice(0, 7)
      ? { date: month, precision: 'month', from, confidence: round(sure * 0.8) }
      : null;
  }
  const day = `${month}-${pad(date.day)}`;
  // A page may be dated a day ahead of the reader's own time zone.
  if (isAfterTomorrow(day, today)) return null;
  if (date.time !== null)
    return { date: `${day}T${date.time}`, precision: 'minute', from, confidence: round(sure), ...guess };
  return { date: day, precision: 'day', from, confidence: round(sure), ...guess };
}

/** A date without a year, given one by the evidence that has one: the year that puts it last before that. */
export function withYear(date: FoundDate, evidence: Published | null): FoundDate {
  if (date.year !== null || evidence === null) return date;
  const year = Number(evidence.date.slice(0, 4));
  const day = evidence.date.slice(5, 10);
  const own = `${String(date.month).padStart(2, '0')}-${String(date.day ?? 1).padStart(2, '0')}`;
  const lastYear = day.length === 5 && own > day && Number(own.slice(0, 2)) - Number(day.slice(0, 2)) > 6;
  const chosen = lastYear ? year - 1 : year;
  return isRealDay(chosen, date.month, date.day ?? 1) ? { ...date, year: chosen } : date;
}

/** The day of a file's time stamp, in UTC: it says when a copy was written, so little. */
export function dateOfFile(fileTimeMs: number, today: string): Published | null {
  if (!Number.isFinite(fileTimeMs) || fileTimeMs <= 0) return null;
  const time = new Date(fileTimeMs);
  if (Number.isNaN(time.getTime())) return null;
  const date = time.toISOString().slice(0, 10);
  return date.length === 10 && !isAfterTomorrow(date, today)
    ? { date, precision: 'day', from: 'file-time', confidence: 0.1 }
    : null;
}

function isAfterTomorrow(day: string, today: string): boolean {
  return day > today && day > dayAfter(today);
}

function dayAfter(day: string): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + 86_400_000).toISOString().slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import { isRealDay } from '../dates/calendar.ts';
import { findDates } from '../dates/dates.ts';
import type { FoundDate } from '../dates/found-date.ts';

/** A date that a page says of itself in markup, and whether it says it in the time of Greenwich. */
export type Stamp = Readonly<{ date: FoundDate; isUtc: boolean }>;

const iso =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s+|\s*-\s*)(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?(?!\d)/iu;
const seconds = /^\s*(\d{10})(\d{3})?\s*$/;
const maxStampLength = 120;

/** Reads what stands in an attribute or a field of metadata: ISO 8601, seconds since 1970, or a date in words. */
export function readStamp(text: string): Stamp | null {
  if (text.length > maxStampLength) return null;
  const match = iso.exec(text);
  if (match !== null) {
    const [, year = '', month = '', day = '', hour, minute, zone] = match;
    if (!isRealDay(Number(year), Number(month), Number(day))) return null;
    const isTime = hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60;
    return stampOf(
      Number(year),
      Number(month),
      Number(day),
      isTime ? `${hour}:${minute}` : null,
      isUtc(zone),
    );
  }
  const epoch = seconds.exec(text);
  if (epoch !== null) return ofEpoch(Number(epoch[1]));
  const date = findDates(text).find(({ year }) => year !== null);
  return date === undefined ? null : { date, isUtc: /\b(?:GMT|UTC|Z|\+00:?00)\s*$/u.test(text) };
}

function isUtc(zone: string | undefined): boolean {
  return zone !== undefined && /^(?:Z|UTC|GMT|[+-]00(?::?00)?)$/iu.test(zone);
}

function ofEpoch(sinceEpoch: number): Stamp {
  const time = new Date(sinceEpoch * 1_000).toISOString();
  return stampOf(
    Number(time.slice(0, 4)),
    Number(time.slice(5, 7)),
    Number(time.slice(8, 10)),
    time.slice(11, 16),
    true,
  );
}

function stampOf(year: number, month: number, day: number, time: string | null, inUtc: boolean): Stamp {
  // Midnight sharp is what programs write for a day without a time.
  const told = time === '00:00' ? null : time;
  return {
    date: { year, month, day, time: told, certain: true, start: 0, end: 0 },
    isUtc: inUtc && told !== null,
  };
}

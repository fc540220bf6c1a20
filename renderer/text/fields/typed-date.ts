import { say } from '../../../electron/words/say.ts';
import { monthOfYear } from '../date-text.ts';

/** A date as a person typed it: as corrections write it, or what is wrong with it. */
export type TypedDate = Readonly<{ date: string }> | Readonly<{ problem: string }>;

const form = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2}))?)?)?$/;

/** Reads a year with what follows it, the year first: in any other order day and month could be taken for each other. */
export function typedDate(typed: string): TypedDate {
  const [, year, month, day, hour, minute] = form.exec(inAscii(typed.trim())) ?? [];
  if (year === undefined) return { problem: say('correct.form-of-date') };
  if (month === undefined) return { date: year };
  if (Number(month) < 1 || Number(month) > 12)
    return { problem: say('correct.no-month', { month: Number(month) }) };
  const ofMonth = `${year}-${padded(month)}`;
  if (day === undefined) return { date: ofMonth };
  const days = daysIn(Number(year), Number(month));
  if (Number(day) < 1 || Number(day) > days)
    return { problem: say('correct.no-day', { month: monthOfYear(ofMonth), days }) };
  const ofDay = `${ofMonth}-${padded(day)}`;
  if (hour === undefined || minute === undefined) return { date: ofDay };
  if (Number(hour) > 23 || Number(minute) > 59) return { problem: say('correct.no-time') };
  return { date: `${ofDay}T${padded(hour)}:${minute}` };
}

/** A date as a person reads and types it. */
export function dateToType(date: string): string {
  return date.slice(0, 16).replace('T', ' ');
}

/** Digits and signs of Arabic and Persian as those of ASCII. */
function inAscii(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[‐-–−]/g, '-');
}

function daysIn(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month, 0));
  // `Date.UTC` takes years below 100 for those of the last century.
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

function padded(number: string): string {
  return number.padStart(2, '0');
}

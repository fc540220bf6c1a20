import type { Published } from '../../../contract/article.ts';
import { findDates } from './dates.ts';
import { publishedFrom } from './published.ts';

const confidence = 0.98;
const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}))?/;
const monthAlone = /^\s*(\d{4})-(\d{2})\s*$/;
const yearAlone = /^\s*(\d{4})\s*$/;

/** "Thu Mar 12 09:00:00 +0000 2015", as programs in C print it. */
const ofPrograms =
  /^\s*(?:\p{L}{2,4}\.?,? )?(\p{L}{3,9})\.? +(\d{1,2}) (\d{1,2}:\d{2})(?::\d{2})?(?: [A-Z]{2,5}| [+-]\d{4})? (\d{4})\b/u;
/** "Thu, 12 Mar 15 09:00:00 GMT", as old mails and feeds have it. */
const ofTwoDigits = /^(\s*(?:[^\d\s]{2,12},?\s+)?\d{1,2}[ -]\p{L}{3,9}\.?[ -])(\d{2})(?=\s|$)/u;

/** A date as programs write it, with its year in four digits behind day and month. */
export function inUsualOrder(text: string): string {
  return text
    .replace(ofPrograms, '$2 $1 $4 $3')
    .replace(
      ofTwoDigits,
      (_, before: string, year: string) => `${before}${Number(year) < 70 ? '20' : '19'}${year}`,
    );
}

/** Reads a date that a format says in a field made for it: ISO 8601 first, in which nothing can be guessed. Times stay as written, without a zone. */
export function saidDate(text: string, today: string): Published | null {
  const year = yearAlone.exec(text)?.[1];
  if (year !== undefined) {
    return year <= today.slice(0, 4) ? { date: year, precision: 'year', from: 'metadata', confidence } : null;
  }
  const parts = (iso.exec(text) ?? monthAlone.exec(text))?.slice(1);
  const [written, month, day, hour, minute] = parts ?? [];
  if (parts !== undefined && Number(month) >= 1 && Number(month) <= 12) {
    const found = {
      year: Number(written),
      month: Number(month),
      day: day === undefined ? null : Number(day),
      time: hour === undefined || minute === undefined ? null : `${hour}:${minute}`,
      certain: true,
      start: 0,
      end: text.length,
    };
    return publishedFrom(found, 'metadata', confidence, today);
  }
  const [first] = findDates(inUsualOrder(text));
  return first === undefined ? null : publishedFrom(first, 'metadata', confidence, today);
}

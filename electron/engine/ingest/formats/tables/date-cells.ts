import type { Published } from '../../../../contract/article.ts';
import { saidDate } from '../../../article/dates/said-date.ts';

const epoch = /^-?\d{9,10}(?:\.\d{1,6})?$|^-?\d{12,13}$/;
const serial = /^\d{5}(?:\.\d+)?$/;
const ordered = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b(.*)$/su;
/** Day 0 of spreadsheets, and what their days of news lie between: 1954 to 2064. */
const serialStart = Date.UTC(1899, 11, 30);
const firstSerial = 20_000;
const lastSerial = 60_000;
const dayMs = 86_400_000;
const firstTime = Date.UTC(1954, 0, 1);

/** Whether a value is a date by itself. */
export function isDateCell(value: string, today: string): boolean {
  const first = ordered.exec(value);
  return readDateCell(value, today, first === null ? null : Number(first[3]) <= 12) !== null;
}

/**
 * The date in a cell: ISO 8601, seconds or milliseconds since 1970, the days of a spreadsheet, or as people write it. Numbers give
 * times in Greenwich.
 */
export function readDateCell(
  value: string,
  today: string,
  dayFirst: boolean | null,
): string | Published | null {
  const text = value.trim();
  if (epoch.test(text)) return ofTime(Number(text) * (/^-?\d{12,}/.test(text) ? 1 : 1_000), today);
  if (serial.test(text)) {
    const day = Number(text);
    return day >= firstSerial && day <= lastSerial ? ofTime(serialStart + day * dayMs, today) : null;
  }
  const parts = ordered.exec(text);
  const written = parts === null || dayFirst === null ? text : inOrder(parts, dayFirst);
  return saidDate(written, today);
}

/** Whether the numeric dates of a column begin with the day; null where nothing tells. */
export function dayFirstIn(values: readonly string[]): boolean | null {
  let days = 0;
  let months = 0;
  for (const value of values) {
    const parts = ordered.exec(value.trim());
    if (parts === null) continue;
    if (Number(parts[1]) > 12) days++;
    if (Number(parts[3]) > 12) months++;
  }
  return days === months ? null : days > months;
}

function inOrder(
  [, first = '', , second = '', year = '', rest = '']: readonly string[],
  dayFirst: boolean,
): string {
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}`;
}

/** Numbers of any other time are no dates of news, but numbers of something else. */
function ofTime(ms: number, today: string): string | null {
  if (!(ms >= firstTime && ms < Date.parse(today) + 2 * dayMs)) return null;
  const written = new Date(ms).toISOString();
  return written.endsWith('T00:00:00.000Z') ? written.slice(0, 10) : written.slice(0, 16);
}

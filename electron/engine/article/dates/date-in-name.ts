import type { DateEvidence, Published } from '../../../contract/article.ts';
import { isRealDay, solarHijriToGregorian } from './calendar.ts';
import { findDates } from './dates.ts';
import { publishedFrom } from './published.ts';

type NamedDate = Readonly<{ year: number; month: number; day: number | null; certain: boolean }>;

/** Longer names are read from behind. */
const maxNameLength = 1_000;
/** Every year has them, and most names of files have none. */
const fourDigits = /\p{Nd}{4}/u;
/** A slash after a day with one digit tells it from a title that begins with a number: "/2021/04/5-things-to-know". */
const yearFirst =
  /(?<!\d)((?:19|20)\d\d)(?:([-/_. ]?)(0[1-9]|1[0-2]))(?:\2(0[1-9]|[12]\d|3[01])(?!\d)|(?:\/[1-9](?=\/|$)|(?<=[-_. ]\d\d)[-_. ][1-9])(?!\d))?(?!\d)|(?<!\d)((?:19|20|13|14)\d\d)([-/_. ])(\d{1,2})\6(\d{1,2})(?!\d)/g;
const dayFirst =
  /(?<!\d)(\d{1,2})([-_. /])(\d{1,2})\2((?:19|20)\d\d)(?!\d)|(?<!\d)(\d\d)(\d\d)((?:19|20)\d\d)(?!\d)/g;

/** The date that an address names (`/2021/07/26/`, `20210726`, `26-07-2021`), or null. */
export function dateOfUrl(url: string, today: string): Published | null {
  return dateInName(url, 'url', 0.8, today);
}

/** The date that a file's path names, also in words ("council June 26 2024"), or null. */
export function dateOfPath(path: string, today: string): Published | null {
  return dateInName(path, 'path', 0.7, today);
}

/** "/2021/apr/05/": a month by its name between its year and its day. */
const monthNamed = /(?<=^|[/_-])((?:19|20)\d\d)([/_-])(\p{L}{3,12})\2(\d{1,2})(?!\d)/gu;

function dateInName(name: string, from: DateEvidence, confidence: number, today: string): Published | null {
  const end = name.slice(-maxNameLength);
  if (!fourDigits.test(end)) return null;
  let month: Published | null = null;
  for (const read of [yearFirstDates, monthNamedDates, dayFirstDates, writtenDates]) {
    for (const date of read(end)) {
      const sure = date.day === null ? confidence * 0.8 : confidence;
      const found = publishedFrom({ ...date, time: null, start: 0, end: 0 }, from, sure, today);
      if (found !== null && date.day !== null) return found;
      month ??= found;
    }
  }
  return month;
}

function* yearFirstDates(name: string): Generator<NamedDate> {
  for (const match of name.matchAll(yearFirst)) {
    const month = Number(match[3] ?? match[7]);
    const day = match[4] ?? match[8] ?? /[-/_. ]([1-9])$/.exec(match[0])?.[1];
    const date = { year: Number(match[1] ?? match[5]), month, certain: true };
    // Six digits alone are more often a number than a month.
    if (day === undefined) {
      if (match[2] !== '' && match[2] !== undefined && match[2] !== ' ') yield { ...date, day: null };
    } else
      yield* realDates(date.year < 1_600 ? inOurYears(date, Number(day)) : { ...date, day: Number(day) });
  }
}

function inOurYears(date: NamedDateParts, day: number): NamedDate {
  const [year, month, ours] = solarHijriToGregorian(date.year, date.month, day);
  return { ...date, year, month, day: ours };
}

type NamedDateParts = Readonly<{ year: number; month: number; certain: boolean }>;

function* dayFirstDates(name: string): Generator<NamedDate> {
  for (const match of name.matchAll(dayFirst)) {
    const first = Number(match[1] ?? match[5]);
    const second = Number(match[3] ?? match[6]);
    const year = Number(match[4] ?? match[7]);
    const isMonthFirst = second > 12;
    const [day, month] = isMonthFirst ? [second, first] : [first, second];
    yield* realDates({ year, month, day, certain: first > 12 || second > 12 || first === second });
  }
}

function* monthNamedDates(name: string): Generator<NamedDate> {
  for (const [, year = '', , month = '', day = ''] of name.matchAll(monthNamed))
    for (const date of findDates(`${day} ${month} ${year}`))
      if (date.year !== null && date.day !== null) yield { ...date, year: date.year };
}

/** Names of months are looked for in the last two parts of a path only: the file, and its folder. */
function* writtenDates(name: string): Generator<NamedDate> {
  for (const part of name.split('/').slice(-2).reverse()) {
    if (!/\p{L}{3}/u.test(part) || !/\p{Nd}{4}/u.test(part)) continue;
    for (const { year, month, day, certain } of findDates(part.replace(/[_+]|%20/g, ' '))) {
      if (year !== null && day !== null) yield { year, month, day, certain };
    }
  }
}

function* realDates(date: NamedDate & Readonly<{ day: number | null }>): Generator<NamedDate> {
  if (isRealDay(date.year, date.month, date.day ?? 1)) yield date;
}

import { dateTokensOf, numberAt, type DateToken } from './date-tokens.ts';
import type { FoundDate } from './found-date.ts';
import { hasMonthAfter, monthAt, monthBehind, opensMonth, type FoundMonth } from './months.ts';
import { withTime } from './time-of-day.ts';
import { isRealDay, solarHijriToGregorian } from './calendar.ts';
import { weekdayNamed, weekdayOf } from './weekdays.ts';

type Match = Readonly<{ date: FoundDate; next: number }>;

const maxTextLength = 300;
const dateMarks = new Set(['-', '/', '.', '‐', '–']);
/** What stands between a day and its month: endings of ordinal numbers, marks, prepositions. */
const behindDays = new Set(
  (
    "st nd rd th er re e eme a o u η го й ي ye em te d ام ين . - / º ª ، , ' ’ ʼ : ـ " +
    'de del of da di i ya من ى ل ב'
  ).split(' '),
);
/** What stands between a month and its year. */
const beforeYears = new Set(
  (
    ", ، . - / ' ’ de del di d e ê a an do ى ي عام سنه لسنه لعام سال سالي ساڵي ماه ماهي nam sala salê tahun " +
    'г р წ ел'
  ).split(' '),
);
/** What stands between a year and its month, where the year comes first: "2021. gada 4. maijs", "2021 m. gegužės 4 d.". */
const behindYears = new Set('. , - / m g gada ko eko an ŗ ж'.split(' '));
/** No number stands further after a month than that: a second name of it, a day's ending, a mark. */
const numberReach = 8;
/** `年년` and `月월`. */
const yearUnits = [0x5e74, 0xb144];
const monthUnits = [0x6708, 0xc6d4];
/** Two marks between three numbers. */
const numericTokens = 5;
/** Between a day of the week and its date: ".," or " (". */
const maxMarks = 2;
const decimal = /\p{Nd}/u;

/**
 * The dates in the first 300 characters of a text, in order: numeric, and with month names of many languages. `shortYears`: also
 * those with two digits for the year, which could be a version or a score.
 */
export function findDates(text: string, shortYears = false): FoundDate[] {
  const head = text.slice(0, maxTextLength);
  // Every date has a number.
  if (!decimal.test(head)) return [];
  const tokens = dateTokensOf(head);
  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = dateAt(tokens, at) ?? (shortYears ? shortDate(tokens, at) : null);
    if (match === null) {
      at++;
      continue;
    }
    found.push(withTime(match, tokens, at, found.at(-1)?.end ?? 0));
    at = match.next;
  }
  return found;
}

function dateAt(tokens: readonly DateToken[], at: number): Match | null {
  const token = tokens[at];
  if (token?.kind === 'number')
    return (
      numericDate(tokens, at) ??
      dateOfUnits(tokens, at) ??
      yearThenDay(tokens, at) ??
      dayThenMonth(tokens, at)
    );
  if (token?.kind === 'word') return monthThenDay(tokens, at);
  return null;
}

function numericDate(tokens: readonly DateToken[], at: number): Match | null {
  const mark = tokens[at + 1];
  if (mark?.kind !== 'mark' || !dateMarks.has(mark.text) || tokens[at + 3]?.text !== mark.text) return null;
  const second = numberAt(tokens, at + 2, '12');
  if (second === null) return null;
  const year = numberAt(tokens, at, '4');
  const lastDay = numberAt(tokens, at + 4, '12');
  if (year !== null && lastDay !== null) {
    return made(tokens, at, at + 5, {
      year,
      month: second,
      day: lastDay,
      certain: true,
      solarHijri: year < 1600,
    });
  }
  const first = numberAt(tokens, at, '12');
  const endYear = numberAt(tokens, at + 4, '4');
  if (first === null || endYear === null) return null;
  const isKnown = isSaid(first, second) || mark.text === '.';
  const leading = isKnown ? null : leadingByWeekday(tokens, at, endYear, [first, second]);
  const monthFirst = second > 12 || leading === 'month';
  return made(tokens, at, at + 5, {
    year: endYear,
    month: monthFirst ? first : second,
    day: monthFirst ? second : first,
    certain: isKnown || leading !== null,
    solarHijri: endYear < 1600,
  });
}

/** Whether two numbers can be a day and a month in one order only. */
function isSaid(first: number, second: number): boolean {
  return first > 12 || second > 12 || first === second;
}

/** By the day of the week beside it: "Tue, 10/12/2021" is in October, since the 10th of December was a Friday. */
function leadingByWeekday(
  tokens: readonly DateToken[],
  at: number,
  year: number,
  [first, second]: readonly [number, number],
): 'day' | 'month' | null {
  const weekday = weekdayBeside(tokens, at - 1, -1) ?? weekdayBeside(tokens, at + numericTokens, 1);
  if (weekday === null) return null;
  const isDay = weekdayOf(year, second, first) === weekday;
  const isMonth = weekdayOf(year, first, second) === weekday;
  if (isDay === isMonth) return null;
  return isDay ? 'day' : 'month';
}

function weekdayBeside(tokens: readonly DateToken[], at: number, step: 1 | -1): number | null {
  let place = at;
  while (tokens[place]?.kind === 'mark' && Math.abs(place - at) < maxMarks) place += step;
  const token = tokens[place];
  return token?.kind === 'word' ? weekdayNamed(token.text) : null;
}

/** "12.10.21", "12/10/87": between 1950 and 2049. */
function shortDate(tokens: readonly DateToken[], at: number): Match | null {
  const mark = tokens[at + 1];
  if (mark?.kind !== 'mark' || !dateMarks.has(mark.text) || tokens[at + 3]?.text !== mark.text) return null;
  const first = numberAt(tokens, at, '12');
  const second = numberAt(tokens, at + 2, '12');
  const short = numberAt(tokens, at + 4, '2');
  if (first === null || second === null || short === null) return null;
  const monthFirst = second > 12;
  return made(tokens, at, at + 5, {
    year: short < 50 ? 2000 + short : 1900 + short,
    month: monthFirst ? first : second,
    day: monthFirst ? second : first,
    certain: isSaid(first, second) || mark.text === '.',
    solarHijri: false,
  });
}

function dayThenMonth(tokens: readonly DateToken[], at: number): Match | null {
  const day = numberAt(tokens, at, '12');
  if (day === null || !hasMonthAfter(tokens, at)) return null;
  const month = monthBehind(tokens, at + 1, behindDays);
  if (month === null) return null;
  const { year, next: end } = yearAt(tokens, month.next);
  return made(tokens, at, end, inMonth(month, year, day));
}

/** "2021年5月4日", "2021년 5월 4일", and without the year. */
function dateOfUnits(tokens: readonly DateToken[], at: number): Match | null {
  if (!isUnit(tokens[at + 1], yearUnits) && !isUnit(tokens[at + 1], monthUnits)) return null;
  const written = (place: number): string => {
    const token = tokens[place];
    return token?.kind === 'word' ? token.written : '';
  };
  const year = /^[年년]/u.test(written(at + 1)) ? numberAt(tokens, at, '4') : null;
  const from = year === null ? at : at + 2;
  const month = numberAt(tokens, from, '12');
  const day = numberAt(tokens, from + 2, '12');
  if (month === null || day === null) return null;
  if (!/^[月월]$/u.test(written(from + 1)) || !/^[日號号일]/u.test(written(from + 3))) return null;
  const parts = { year, month, day, certain: true, solarHijri: false };
  // What is written without a space after the day is no part of the date.
  return made(tokens, at, from + 4, parts, (tokens[from + 3]?.start ?? 0) + 1);
}

function isUnit(token: DateToken | undefined, units: readonly number[]): boolean {
  return token?.kind === 'word' && units.includes(token.charCode(0));
}

/** "2021. május 4.", "2021 m. gegužės 4 d.", "2021. gada 4. maijs". */
function yearThenDay(tokens: readonly DateToken[], at: number): Match | null {
  const year = numberAt(tokens, at, '4');
  if (year === null || !hasMonthAfter(tokens, at)) return null;
  const month = monthBehind(tokens, at + 1, behindYears);
  if (month !== null) {
    const day = numberAt(tokens, month.next, '12');
    // A year after it is the month's own: the number in front is another.
    if (day === null || numberAt(tokens, month.next + 1, '4') !== null) return null;
    return made(tokens, at, month.next + 1, inMonth(month, year, day));
  }
  let next = at + 1;
  while (next < at + 3 && behindYears.has(tokens[next]?.text ?? '')) next++;
  const day = numberAt(tokens, next, '12');
  const after = day === null ? null : monthBehind(tokens, next + 1, behindDays);
  if (after === null || yearAt(tokens, after.next).year !== null) return null;
  return made(tokens, at, after.next, inMonth(after, year, day));
}

function monthThenDay(tokens: readonly DateToken[], at: number): Match | null {
  const month = opensMonth(tokens[at]) && hasNumberAfter(tokens, at) ? monthAt(tokens, at) : null;
  if (month === null) return null;
  const day = numberAt(tokens, month.next, '12');
  if (day === null) {
    const { year, next } = yearAt(tokens, month.next);
    // A number in front was a day that doesn't exist.
    return year === null || tokens[at - 1]?.kind === 'number'
      ? null
      : made(tokens, at, next, inMonth(month, year, null));
  }
  let next = month.next + 1;
  if (['st', 'nd', 'rd', 'th', 'a', 'an'].includes(tokens[next]?.text ?? '')) next++;
  const found = yearAt(tokens, next);
  return made(tokens, at, found.next, inMonth(month, found.year, day));
}

function hasNumberAfter(tokens: readonly DateToken[], at: number): boolean {
  for (let after = at + 1; after <= at + numberReach; after++)
    if (tokens[after]?.kind === 'number') return true;
  return false;
}

function yearAt(tokens: readonly DateToken[], at: number): { year: number | null; next: number } {
  let next = at;
  while (next < at + 3 && beforeYears.has(tokens[next]?.text ?? '')) next++;
  const year = numberAt(tokens, next, '4');
  if (year === null || year < 1300 || year > 2800) return { year: null, next: at };
  return { year, next: next + 1 };
}

type Parts = Readonly<{
  year: number | null;
  month: number;
  day: number | null;
  certain: boolean;
  solarHijri: boolean;
}>;

/** Parts of a date with the name of a month in it. */
function inMonth({ month, solarHijri }: FoundMonth, year: number | null, day: number | null): Parts {
  return { year, month, day, certain: true, solarHijri };
}

function made(
  tokens: readonly DateToken[],
  at: number,
  next: number,
  parts: Parts,
  end = tokens[next - 1]?.end ?? 0,
): Match | null {
  const start = tokens[at]?.start ?? 0;
  const { certain } = parts;
  let { year, month, day } = parts;
  if (parts.solarHijri) {
    // Kurdistan counts the same years from 700 BC.
    if (year !== null && year > 2600) year -= 1_321;
    if (year === null || year < 1300 || year > 1500 || day === null || day > 31 || month > 12) return null;
    [year, month, day] = solarHijriToGregorian(year, month, day);
  }
  // Thailand counts from 543 BC.
  else if (year !== null && year > 2400 && year < 2700) year -= 543;
  if (year !== null && (year < 1600 || year > 2200)) return null;
  if (!isRealDay(year ?? 2000, month, day ?? 1)) return null;
  return { date: { year, month, day, time: null, certain, start, end }, next };
}

import { dateTokensOf, type DateToken } from './date-tokens.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { monthNames } from './month-names.ts';
import { isRealDay, solarHijriToGregorian } from './calendar.ts';

/** A date as it stands in a text, `[start, end)` in the text it was read from. A missing year is null. */
export type FoundDate = Readonly<{
  year: number | null;
  month: number;
  day: number | null;
  /** `HH:MM`, as written, without a time zone. */
  time: string | null;
  /** False when day and month could be the other way round. */
  certain: boolean;
  start: number;
  end: number;
}>;

type Month = Readonly<{ month: number; solarHijri: boolean }>;
type Match = Readonly<{ date: FoundDate; next: number }>;

const longestText = 300;
const dateMarks = new Set(['-', '/', '.', '‐', '–']);
const endingsOfDays = new Set(['st', 'nd', 'rd', 'th', 'er', 'ی', 'ي', 'ê', 'e']);
const marksBehindDays = new Set(['.', '-', '/', 'º', '،', ',']);
const wordsBehindDays = new Set(['de', 'of', 'من', 'ى', 'ي']);
const monthReach = 4;
/** No number stands further behind a month than that: a second name of it, a day's ending, a mark. */
const numberReach = 8;
const decimal = /\p{Nd}/u;

const months = new Map<string, Month>();
for (const { calendar, months: names } of monthNames) {
  names.forEach((alternatives, at) => {
    for (const name of alternatives.split('|')) {
      const key = monthKey(foldSpelling(name));
      if (!months.has(key)) months.set(key, { month: at + 1, solarHijri: calendar === 'solar-hijri' });
    }
  });
}

/** First words of the names of two words: other words need not be looked up with the next one. */
const firstsOfTwo = new Set(
  [...months.keys()]
    .map((key) => key.split(' '))
    .flatMap(([first = '', second]) => (second === undefined ? [] : [first])),
);

/** By the first two letters, where both are of ASCII: whether the name of a month begins like that. */
const monthOpenings = new Uint8Array(1_024);
for (const key of months.keys()) {
  const place = placeOfOpening(key.charCodeAt(0), key.charCodeAt(1));
  if (place >= 0) monthOpenings[place] = 1;
}

/** Of letters of ASCII in either case; -1 for others. */
function placeOfOpening(first: number, second: number): number {
  const [one, two] = [(first | 0x20) - 0x60, (second | 0x20) - 0x60];
  return one >= 1 && one <= 26 && two >= 1 && two <= 26 ? (one << 5) | two : -1;
}

/** Whether a word may be the name of a month: most aren't by their first letters, and need not be folded. */
function opensMonth(token: DateToken | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const place = placeOfOpening(token.unitAt(0), token.unitAt(1));
  return place < 0 || monthOpenings[place] === 1;
}

/** Sorani spells a long u with one waw or two. */
function monthKey(folded: string): string {
  return folded.includes('وو') || folded.includes('مم')
    ? folded.replace(/وو/g, 'و').replace(/مم/g, 'م')
    : folded;
}

/** The dates in the first 300 characters of a text, in order: numeric, and with month names of many languages. */
export function findDates(text: string): FoundDate[] {
  const head = text.slice(0, longestText);
  // Every date has a number.
  if (!decimal.test(head)) return [];
  const tokens = dateTokensOf(head);
  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = dateAt(tokens, at);
    if (match === null) {
      at++;
      continue;
    }
    found.push(withTime(match, tokens, at));
    at = match.next;
  }
  return found;
}

function dateAt(tokens: readonly DateToken[], at: number): Match | null {
  const token = tokens[at];
  if (token?.kind === 'number') return numericDate(tokens, at) ?? dayThenMonth(tokens, at);
  if (token?.kind === 'word') return monthThenDay(tokens, at);
  return null;
}

function numberAt(tokens: readonly DateToken[], at: number, digits: string): number | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !digits.includes(String(token.length))) return null;
  return Number(token.text);
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
  const monthFirst = second > 12;
  return made(tokens, at, at + 5, {
    year: endYear,
    month: monthFirst ? first : second,
    day: monthFirst ? second : first,
    certain: first > 12 || second > 12 || first === second || mark.text === '.',
    solarHijri: endYear < 1600,
  });
}

function dayThenMonth(tokens: readonly DateToken[], at: number): Match | null {
  const day = numberAt(tokens, at, '12');
  if (day === null || !hasMonthAfter(tokens, at)) return null;
  let next = at + 1;
  if (endingsOfDays.has(tokens[next]?.text ?? '')) next++;
  if (marksBehindDays.has(tokens[next]?.text ?? '')) next++;
  if (wordsBehindDays.has(tokens[next]?.text ?? '')) next++;
  const month = monthAt(tokens, next);
  if (month === null) return null;
  const { year, next: end } = yearAt(tokens, month.next);
  return made(tokens, at, end, inMonth(month, year, day));
}

/** An ending, a mark and a word may stand between. */
function hasMonthAfter(tokens: readonly DateToken[], at: number): boolean {
  for (let after = at + 1; after <= at + monthReach; after++) if (opensMonth(tokens[after])) return true;
  return false;
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
  if (['st', 'nd', 'rd', 'th'].includes(tokens[next]?.text ?? '')) next++;
  const found = yearAt(tokens, next);
  return made(tokens, at, found.next, inMonth(month, found.year, day));
}

function hasNumberAfter(tokens: readonly DateToken[], at: number): boolean {
  for (let after = at + 1; after <= at + numberReach; after++)
    if (tokens[after]?.kind === 'number') return true;
  return false;
}

function monthAt(tokens: readonly DateToken[], at: number): (Month & Readonly<{ next: number }>) | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const key = monthKey(token.text);
  const after = firstsOfTwo.has(key) ? tokens[at + 1] : undefined;
  const pair = after?.kind === 'word' ? months.get(monthKey(`${token.text} ${after.text}`)) : undefined;
  const month =
    pair ??
    months.get(key) ??
    (key.endsWith('ي') ? months.get(monthKey(token.text.slice(0, -1))) : undefined);
  if (month === undefined) return null;
  let next = pair === undefined ? at + 1 : at + 2;
  // Arabic pages often name a month twice: "26 تموز / يوليو 2021".
  if (['/', '(', '-'].includes(tokens[next]?.text ?? '') && tokens[next + 1]?.kind === 'word') {
    const again = months.get(monthKey(tokens[next + 1]?.text ?? ''));
    if (again?.month === month.month) next += tokens[next]?.text === '(' ? 3 : 2;
  }
  if (tokens[next]?.text === '.') next++;
  return { month: month.month, solarHijri: month.solarHijri, next };
}

function yearAt(tokens: readonly DateToken[], at: number): { year: number | null; next: number } {
  let next = at;
  while (
    [',', '،', '-', '/', '.', 'de', 'del', 'ى', 'ي', 'لسنه', 'سال'].includes(tokens[next]?.text ?? '') &&
    next < at + 2
  )
    next++;
  const year = numberAt(tokens, next, '4');
  if (year === null || year < 1300 || year > 2200) return { year: null, next: at };
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
function inMonth({ month, solarHijri }: Month, year: number | null, day: number | null): Parts {
  return { year, month, day, certain: true, solarHijri };
}

function made(tokens: readonly DateToken[], at: number, next: number, parts: Parts): Match | null {
  const start = tokens[at]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const { certain } = parts;
  let { year, month, day } = parts;
  if (parts.solarHijri) {
    if (year === null || year < 1300 || year > 1500 || day === null || day > 31 || month > 12) return null;
    [year, month, day] = solarHijriToGregorian(year, month, day);
  }
  if (year !== null && (year < 1600 || year > 2200)) return null;
  if (!isRealDay(year ?? 2000, month, day ?? 1)) return null;
  return { date: { year, month, day, time: null, certain, start, end }, next };
}

/** Adds a time of day that stands directly before the date or within four tokens after it. */
function withTime(match: Match, tokens: readonly DateToken[], at: number): FoundDate {
  for (let after = match.next; after < match.next + 5; after++) {
    const time = timeAt(tokens, after);
    if (time !== null) return { ...match.date, time: time.time, end: time.end };
  }
  for (let before = at - 3; before >= Math.max(0, at - 8); before--) {
    const time = timeAt(tokens, before);
    if (time !== null)
      return { ...match.date, time: time.time, start: tokens[before]?.start ?? match.date.start };
  }
  return match.date;
}

function timeAt(tokens: readonly DateToken[], at: number): { time: string; end: number } | null {
  const mark = tokens[at + 1];
  if (mark?.text !== ':' || (at > 0 && tokens[at - 1]?.text === ':')) return null;
  let hour = numberAt(tokens, at, '12');
  const minute = numberAt(tokens, at + 2, '2');
  if (hour === null || minute === null || hour > 23 || minute > 59) return null;
  let end = at + 2;
  if (tokens[end + 1]?.text === ':' && numberAt(tokens, end + 2, '2') !== null) end += 2;
  const half = tokens[end + 1]?.text ?? '';
  const isAfternoon = ['pm', 'p', 'م', 'مساء', 'ب', 'د.ن'].includes(half);
  const isMorning = ['am', 'a', 'ص', 'صباحا'].includes(half);
  if (isAfternoon && hour < 12) hour += 12;
  if (isMorning && hour === 12) hour = 0;
  if (isAfternoon || isMorning) end++;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { time, end: tokens[end]?.end ?? 0 };
}

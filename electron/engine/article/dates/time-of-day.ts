import { numberAt, type DateToken } from './date-tokens.ts';
import type { FoundDate } from './found-date.ts';

type Match = Readonly<{ date: FoundDate; next: number }>;

const zones = new Set('uhr bst gmt utc edt est et cst cdt pst pdt cet cest eet ist aest am pm'.split(' '));
/** Between a time of day and the date behind it: a comma, a time zone. */
const maxBetween = 2;

/** Adds a time of day that stands right before the date, within four tokens after it, or further before it, but behind `from`. */
export function withTime(match: Match, tokens: readonly DateToken[], at: number, from: number): FoundDate {
  const before = timeBefore(tokens, at, from);
  if (before !== null && between(tokens, before.end, at) <= maxBetween) return timed(match, before);
  for (let after = match.next; after < match.next + 5; after++) {
    const time = timeAt(tokens, after);
    if (time !== null) return { ...match.date, time: time.time, end: time.end };
  }
  return before === null ? match.date : timed(match, before);
}

type TimeBefore = Readonly<{ time: string; start: number; end: number }>;

function timeBefore(tokens: readonly DateToken[], at: number, from: number): TimeBefore | null {
  for (let before = at - 3; before >= Math.max(0, at - 8); before--) {
    const start = tokens[before]?.start ?? 0;
    const time = start < from ? null : timeAt(tokens, before);
    if (time !== null) return { ...time, start };
  }
  return null;
}

function timed({ date }: Match, { time, start }: TimeBefore): FoundDate {
  return { ...date, time, start };
}

function between(tokens: readonly DateToken[], end: number, at: number): number {
  let count = 0;
  while (count < at && (tokens[at - count - 1]?.start ?? 0) >= end) count++;
  return count;
}

/** Some languages put a point, with "o'clock" beside it, or an h: "10.40 Uhr", "kl. 10.40", "10h40". */
function isTimeMark(tokens: readonly DateToken[], at: number, mark: string): boolean {
  if (mark === ':') return true;
  if (mark === 'h') return tokens[at]?.end === tokens[at + 1]?.start;
  if (mark !== '.') return false;
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : tokens[at - 1]?.text;
  return zones.has(tokens[at + 3]?.text ?? '') || ['kl', 'klo', 'um', 'ore', 'alle'].includes(before ?? '');
}

/** What stands behind hours, which end in a number, and not behind a label. */
function isSeconds(tokens: readonly DateToken[], at: number): boolean {
  return tokens[at - 1]?.text === ':' && tokens[at - 2]?.kind === 'number';
}

function timeAt(tokens: readonly DateToken[], at: number): { time: string; end: number } | null {
  const mark = tokens[at + 1];
  if (mark === undefined || !isTimeMark(tokens, at, mark.text) || isSeconds(tokens, at)) return null;
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

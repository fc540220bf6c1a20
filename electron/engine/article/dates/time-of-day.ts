import { numberAt, type DateToken } from './date-tokens.ts';
import type { FoundDate } from './dates.ts';

type Match = Readonly<{ date: FoundDate; next: number }>;

/** Adds a time of day that stands directly before the date or within four tokens after it. */
export function withTime(match: Match, tokens: readonly DateToken[], at: number): FoundDate {
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

/** Some languages put a point, with "o'clock" beside it, or an h: "10.40 Uhr", "kl. 10.40", "10h40". */
function isTimeMark(tokens: readonly DateToken[], at: number, mark: string): boolean {
  if (mark === ':') return true;
  if (mark === 'h') return tokens[at]?.end === tokens[at + 1]?.start;
  if (mark !== '.') return false;
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : tokens[at - 1]?.text;
  return tokens[at + 3]?.text === 'uhr' || ['kl', 'klo', 'um', 'ore', 'alle'].includes(before ?? '');
}

function timeAt(tokens: readonly DateToken[], at: number): { time: string; end: number } | null {
  const mark = tokens[at + 1];
  if (mark === undefined || !isTimeMark(tokens, at, mark.text) || (at > 0 && tokens[at - 1]?.text === ':'))
    return null;
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

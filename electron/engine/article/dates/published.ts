import type { DateEvidence, Published } from '../../../contract/article.ts';
import { findDates, type FoundDate } from './dates.ts';
import { isRealDay } from './calendar.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { decimal } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

/** How a line says when the article was published, or null when it doesn't. */
export type PublishedLine = Readonly<{
  date: FoundDate;
  /** All the dates in the line, whole or not. */
  dates: readonly FoundDate[];
  label: 'published' | 'updated' | null;
  rest: string;
}>;

const longestLine = 160;
/** What every line that counts has in it: years are written with four digits. */
const yearDigits = /\p{Nd}{4}/u;
const publishedLabel =
  /(?:^|[^\p{L}])(?:published|posted|first published|date|publication date|pubdate|created|released|تاريخ النشر|نشر|نشرت|تم النشر|نشر في|التاريخ|بتاريخ|بلاوكراوهتهوه|بهروار|ريكهوت|تاريخ انتشار|تاريخ|انتشار|publie|publiee|veroffentlicht|erschienen|stand|publicado|fecha|pubblicato|yayin|wesan|dirok)(?:$|[^\p{L}])/u;
const updatedLabel =
  /(?:^|[^\p{L}])(?:updated|last updated|modified|last modified|edited|آخر تحديث|اخر تحديث|تحديث|نوي كرايهوه|mis a jour|modifie|aktualisiert|actualizado)(?:$|[^\p{L}])/u;
const filler =
  /(?:^|(?<=[^\p{L}]))(?:last|first|on|at|the|of|time|gmt|utc|est|edt|et|pst|pdt|cst|cet|cest|bst|am|pm|a m|p m|ast|local|uhr|h|le|a|um|el|mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|شهممه|يهكشهممه|دووشهممه|سيشهممه|چوارشهممه|پينجشهممه|ههيني|شنبه|يكشنبه|دوشنبه|سهشنبه|سه|چهارشنبه|پنجشنبه|جمعه|الساعه|كاتژمير|ساعت|بتوقيت|غرينتش|م|ه|ص|عام|سنه)(?=$|[^\p{L}])/gu;

/** Reads a line that is about a date of publication: a label, a date, a time, and little else. */
export function publishedLine(line: string, kinds = kindsOf(line)): PublishedLine | null {
  if (line.length > longestLine || (kinds & decimal) === 0 || !yearDigits.test(line)) return null;
  const found = findDates(line);
  const dates = found.filter((date) => date.year !== null && date.day !== null);
  const first = dates[0];
  if (first === undefined) return null;
  const folded = foldSpelling(outside(line, dates));
  const published = publishedLabel.test(folded);
  const updated = updatedLabel.test(folded);
  const rest = folded.replace(publishedLabel, ' ').replace(updatedLabel, ' ').replace(filler, ' ');
  const others = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (others > (published || updated ? 8 : 5)) return null;
  if (/[.!?؟]$/u.test(line) && others > 1) return null;
  const label = published ? 'published' : updated ? 'updated' : null;
  return { date: first, dates: found, label, rest: others === 0 ? '' : outside(line, dates) };
}

function outside(line: string, dates: readonly FoundDate[]): string {
  let rest = '';
  let from = 0;
  for (const date of dates) {
    rest += `${line.slice(from, date.start)} `;
    from = date.end;
  }
  return rest + line.slice(from);
}

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
  if (date.day === null) {
    return month <= today.slice(0, 7)
      ? { date: month, precision: 'month', from, confidence: round(sure * 0.8) }
      : null;
  }
  const day = `${month}-${pad(date.day)}`;
  // A page may be dated a day ahead of the reader's own time zone.
  if (isAfterTomorrow(day, today)) return null;
  if (date.time !== null)
    return { date: `${day}T${date.time}`, precision: 'minute', from, confidence: round(sure) };
  return { date: day, precision: 'day', from, confidence: round(sure) };
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

/** The date that an address names (`/2021/07/26/`, `20210726`), or null. */
export function dateOfUrl(url: string, today: string): Published | null {
  return dateInName(url, 'url', 0.8, today);
}

/** The date that a file's path names, or null. */
export function dateOfPath(path: string, today: string): Published | null {
  return dateInName(path, 'path', 0.7, today);
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

function dateInName(name: string, from: DateEvidence, confidence: number, today: string): Published | null {
  const pattern =
    /(?<!\d)((?:19|20)\d\d)(?:([-/_.]?)(0[1-9]|1[0-2]))(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)|(?<!\d)((?:19|20)\d\d)[-/_.](\d{1,2})[-/_.](\d{1,2})(?!\d)/g;
  let month: Published | null = null;
  for (const match of name.slice(-1_000).matchAll(pattern)) {
    const year = Number(match[1] ?? match[5]);
    const parts = { year, month: Number(match[3] ?? match[6]), time: null, certain: true, start: 0, end: 0 };
    const dayText = match[4] ?? match[7];
    if (dayText === undefined) {
      // Six digits alone are more often a number than a month.
      if (match[2] !== '' && match[2] !== undefined)
        month ??= publishedFrom({ ...parts, day: null }, from, confidence * 0.8, today);
      continue;
    }
    const day = Number(dayText);
    if (!isRealDay(year, parts.month, day)) continue;
    const found = publishedFrom({ ...parts, day }, from, confidence, today);
    if (found !== null) return found;
  }
  return month;
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

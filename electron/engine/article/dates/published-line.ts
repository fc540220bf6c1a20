import { decimal } from '../text/char-classes.ts';
import { foldSpelling } from '../text/fold-spelling.ts';
import { kindsOf } from '../text/words.ts';
import { findDates } from './dates.ts';
import type { FoundDate } from './found-date.ts';
import { labelWordsOf, type DateLabel } from './label-words.ts';

type Label = 'published' | 'updated';

/** How a line says when the article was published, or null when it doesn't. */
export type PublishedLine = Readonly<{
  date: FoundDate;
  /** All the dates in the line, whole or not. */
  dates: readonly FoundDate[];
  label: Label | null;
  rest: string;
}>;

const maxLineLength = 160;
/** Words beside the date and its label, with a label more than without. */
const maxOthers = 5;
const maxOthersLabelled = 8;
/** What every line that counts has in it: years are written with four digits. */
const yearDigits = /\p{Nd}{4}|[年년]/u;
/** Of two digits, which only a label tells from a version or a score. */
const betweenMarks = /[./-]\p{Nd}{1,2}[./-]/u;
const shortYear = /(?<!\p{Nd}|\p{Nd}[./-])\p{Nd}{1,2}([./-])\p{Nd}{1,2}\1\p{Nd}{2}(?![./-]?\p{Nd})/u;
const labelled = /^\s*(\p{L}[^\d:：]{1,40})[:：]/u;
/** Words in small letters after a date, with a comma between: where something takes place. */
const placeBehind = /^\s*[,–-]\s*(?:(?:at|in|im|au|à|en|a)\s+)?(?:the\s+)?\p{Ll}{3,}/u;

/** Reads a line that is about a date of publication: a label, a date, a time, and little else. */
export function publishedLine(line: string, kinds = kindsOf(line)): PublishedLine | null {
  if (line.length > maxLineLength || (kinds & decimal) === 0) return null;
  const isShort = !yearDigits.test(line);
  if (isShort && !(betweenMarks.test(line) && shortYear.test(line) && /\p{L}/u.test(line))) return null;
  const found = findDates(line, isShort);
  const dates = found.filter((date) => date.year !== null && date.day !== null);
  if (dates.length === 0) return null;
  const folded = foldSpelling(outside(line, dates));
  const { labels, left } = labelWordsOf(folded);
  if (left > (labels.length === 0 ? maxOthers : maxOthersLabelled)) return null;
  if (isShort && (labels.length === 0 || left > 0)) return null;
  if (labels.includes('other') && !labels.includes('published')) return null;
  const chosen = datedBy(line, dates);
  if (chosen === null) return null;
  if (chosen.label === null && left > maxOthers) return null;
  if (/[.!?؟]$/u.test(line) && left > 1 && chosen.label === null) return null;
  if (chosen.label === null && left > 0 && isOtherDate(line, dates)) return null;
  return { ...chosen, dates: found, rest: left === 0 ? '' : outside(line, dates) };
}

type LabelledDate = Readonly<{ date: FoundDate; label: Label | null }>;

/** The date that a label of publication stands in front of, else one without a label, else one of a change. */
function datedBy(line: string, dates: readonly FoundDate[]): LabelledDate | null {
  let from = 0;
  let best = null as LabelledDate | null;
  for (const [at, date] of dates.entries()) {
    const before = foldSpelling(line.slice(from, date.start));
    const rest = line.slice(date.end, dates[at + 1]?.start ?? line.length);
    const bracket = /^\s*\(\P{Nd}*?\)/u.exec(rest)?.[0] ?? '';
    const isLast = at === dates.length - 1;
    const label =
      labelIn(foldSpelling(bracket)) ?? labelIn(before) ?? (isLast ? labelBehind(foldSpelling(rest)) : null);
    from = date.end + bracket.length;
    if (label === 'other') continue;
    // What has a state of its own was published before: "Stand: 9.6., veröffentlicht: 4.6."
    const isFirst = label === 'published' && best?.label === label && dayOf(date) < dayOf(best.date);
    if (best === null || isFirst || rankOf(label) > rankOf(best.label)) best = { date, label };
  }
  return best;
}

function dayOf({ year, month, day }: FoundDate): number {
  return ((year ?? 0) * 12 + month) * 31 + (day ?? 0);
}

/** With more words beside it a label is about another time: "4 May 2021 · Updated 2 hours ago". */
function labelBehind(folded: string): DateLabel | null {
  const { labels, left } = labelWordsOf(folded);
  return left > 0 ? null : (labels.at(-1) ?? null);
}

/** What a line that is only a label says of the date on the next one, or null. */
export function labelOfLine(line: string): DateLabel | null {
  if (line.length > 40 || /\p{Nd}/u.test(line)) return null;
  const { labels, left } = labelWordsOf(foldSpelling(line));
  return left > 0 ? null : (labels.at(-1) ?? null);
}

function rankOf(label: Label | null): number {
  return label === 'published' ? 2 : label === null ? 1 : 0;
}

/** The last label of a stretch is the one that its date belongs to. */
function labelIn(folded: string): DateLabel | null {
  return labelWordsOf(folded).labels.at(-1) ?? null;
}

/** A label that is neither known nor a name's, or a place after the date: the date of something else. */
function isOtherDate(line: string, dates: readonly FoundDate[]): boolean {
  const label = labelled.exec(line)?.[1];
  const firstStart = dates[0]?.start ?? 0;
  if (label !== undefined && label.length < firstStart) {
    const { left, named } = labelWordsOf(foldSpelling(label));
    if (left > 0 && !named) return true;
  }
  const lastEnd = dates.at(-1)?.end ?? line.length;
  return (
    placeBehind.test(line.slice(lastEnd)) &&
    !/\p{L}{2}/u.test(line.slice(0, firstStart).replace(/\p{L}+day,?/u, ''))
  );
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

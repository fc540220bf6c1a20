import { interfaceLanguage, interfaceLocale, say } from '../../electron/words/say.ts';
import type { EvidenceKind } from '../../electron/contract/article-evidence.ts';
import type { Published } from '../../electron/contract/article.ts';
import { madeOnce } from './made-once.ts';

/** `26 Jul 2021` for a list, as exact as is known, and `26 Jul?` where the rest is a guess; nothing where only the file has a time. */
export function shortDate({ date, from, guess }: Published): string {
  if (from === 'file-time') return '';
  const { year, month, day } = partsOf(date, 'short');
  const parts = guess?.part === 'year' ? [day, month] : [day, month, year];
  const words = hasShortMonths() ? joined(...parts) : numbered(date, parts.includes(year));
  return guess === undefined ? words : say('date.unsure', { day: words });
}

/** Arabic has no short names for months, and the long ones have no room in a list. */
function hasShortMonths(): boolean {
  return interfaceLanguage() !== 'ar';
}

/** `26/7/2021`, as exact as is known. */
function numbered(date: string, withYear: boolean): string {
  const [year, ...rest] = (date.split('T')[0] ?? date).split('-');
  const [month, day] = rest.map((part) => String(Number(part)));
  return [day, month, withYear ? year : undefined].filter((part) => part !== undefined).join('/');
}

/** What a citation may say of a date: nothing that is guessed. */
export function citedDate(published: Published): string {
  const { year, month, day } = partsOf(published.date, 'long');
  if (published.guess?.part === 'year') return say('date.year-not-said', { day: joined(day, month) });
  return published.guess?.part === 'day-month' ? year : longDate(published);
}

/** What of a date is guessed and from what, in words, or null. */
export function dateGuess({ from, guess }: Pick<Published, 'from' | 'guess'>): string | null {
  if (guess === undefined) return from === 'file-time' ? say('date.file-guessed') : null;
  return guess.part === 'year'
    ? say('date.year-guessed', { from: provenance(guess.from) })
    : say('date.order-guessed');
}

/** `26 July 2021, 14:30`, as exact as is known. */
export function longDate({ date }: Published): string {
  const { year, month, day, time } = partsOf(date, 'long');
  const words = joined(day, month, year);
  return time === undefined ? words : say('date.with-time', { day: words, time });
}

/** Where the value of a field was read. */
export function provenance(from: EvidenceKind): string {
  return say(`evidence.from.${from}`);
}

/** `July 2021` of `2021-07`. */
export function monthOfYear(date: string): string {
  const { year, month } = partsOf(date, 'long');
  return joined(month, year);
}

/** `26 Jul 2021` of a moment, by the person's clock. */
export function dayOf(timeMs: number): string {
  const time = new Date(timeMs);
  return joined(String(time.getDate()), monthName(time.getMonth(), 'short'), String(time.getFullYear()));
}

function partsOf(date: string, style: 'short' | 'long') {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(date) ?? [];
  return {
    year: year ?? date,
    month: month === undefined ? undefined : monthName(Number(month) - 1, style),
    day: day === undefined ? undefined : String(Number(day)),
    time,
  };
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

const monthFormat = madeOnce(
  (locale: string, month: 'short' | 'long') => new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }),
);

/** `month` counts from 0. Arabic has other names for the months in Baghdad than in Cairo, which the locale knows. */
export function monthName(month: number, style: 'short' | 'long'): string {
  const locale = interfaceLanguage() === 'ar' ? interfaceLocale() : 'en';
  return monthFormat(locale, style).format(Date.UTC(2000, month, 15));
}

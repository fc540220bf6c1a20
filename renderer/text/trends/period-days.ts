import { interfaceLanguage, interfaceLocale } from '../../../electron/words/say.ts';
import type { TrendUnit } from '../../../electron/contract/trends-api.ts';
import { madeOnce } from '../made-once.ts';

/** The last day of the period that begins with `first`, both `YYYY-MM-DD`. */
export function lastDayOf(first: string, unit: TrendUnit): string {
  if (unit === 'day') return first;
  const date = new Date(`${first}T00:00:00Z`);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 0);
  else date.setUTCFullYear(date.getUTCFullYear() + 1, 0, 0);
  return date.toISOString().slice(0, 10);
}

const periodFormat = madeOnce(
  (locale: string, unit: TrendUnit) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(unit === 'year' ? {} : { month: 'short' }),
      ...(unit === 'day' ? { day: 'numeric' } : {}),
    }),
);

/** `2021`, `Jul 2021` or `26 Jul 2021`. */
export function periodName(first: string, unit: TrendUnit): string {
  const locale = interfaceLanguage() === 'ar' ? interfaceLocale() : 'en-GB';
  return periodFormat(locale, unit).format(Date.parse(`${first}T00:00:00Z`));
}

import type { TrendUnit } from '../../../electron/contract/trends-api.ts';
import { monthName } from '../date-text.ts';

/** The last day of the period that begins with `first`, both `YYYY-MM-DD`. */
export function lastDayOf(first: string, unit: TrendUnit): string {
  if (unit === 'day') return first;
  const date = new Date(`${first}T00:00:00Z`);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 0);
  else date.setUTCFullYear(date.getUTCFullYear() + 1, 0, 0);
  return date.toISOString().slice(0, 10);
}

/** `2021`, `Jul 2021` or `26 Jul 2021`. */
export function periodName(first: string, unit: TrendUnit): string {
  const [year = '', month, day] = first.split('-');
  if (unit === 'year') return year;
  const name = `${monthName(Number(month) - 1, 'short')} ${year}`;
  return unit === 'month' ? name : `${String(Number(day))} ${name}`;
}

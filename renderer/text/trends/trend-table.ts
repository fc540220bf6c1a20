import type { TrendCounts } from '../../../electron/contract/trends-api.ts';

/** A program that opens the table must not take a cell for a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The counts as CSV (RFC 4180): a row for each period, a column for each query under its own words. */
export function trendTable(counts: TrendCounts, names: readonly string[]): string {
  const head = ['from', ...names, 'all articles', 'all words'];
  const rows = counts.periods.map(({ key, articles, all, words }) => [key, ...articles, all, words]);
  return [head, ...rows].map((row) => `${row.map((value) => cell(String(value))).join(',')}\r\n`).join('');
}

/** The day of an article without a date of publication; before every other day. */
export const noPublishedDay = -0x8000_0000;

const dayMs = 86_400_000;

/** Days since 1970-01-01 of an ISO 8601 date of any precision; a year or month counts as its first day. */
export function publishedDay(date: string): number {
  const [year = '0', month = '1', day = '1'] = date.slice(0, 10).split('-');
  // Not `Date.UTC`, to which the years 0 to 99 are 1900 to 1999.
  const ms = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return Number.isNaN(ms) ? noPublishedDay : Math.floor(ms / dayMs);
}

/** A date whose day and month could be the other way round, read that way. */
export function otherWayRound(date: string): string {
  return date.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$1-$3-$2');
}

/** The reader's own day, in the time zone of the process, as days since 1970-01-01; `ms` since 1970. */
export function localDayOfMs(ms: number): number {
  const date = new Date(ms);
  return dayOfMs(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

/** Days since 1970-01-01 in UTC, of milliseconds since 1970. */
export function dayOfMs(ms: number): number {
  return Math.floor(ms / dayMs);
}

import type { DateEvidence, Published } from '../../electron/contract/article.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `26 Jul 2021`, as exact as is known; the hour is left to `longDate`. A file’s own time is not passed off as more. */
export function shortDate({ date, from, guess }: Published): string {
  const { year, month, day } = partsOf(date);
  if (guess?.part === 'year') return `${[day, month?.slice(0, 3)].filter(Boolean).join(' ')}, year not said`;
  const order = guess === undefined ? '' : '?';
  const words = [day, month?.slice(0, 3), year].filter((part) => part !== undefined).join(' ') + order;
  return from === 'file-time' ? `file of ${words}` : words;
}

/** What a citation may say of a date: nothing that is guessed. */
export function citedDate(published: Published): string {
  const { year, month, day } = partsOf(published.date);
  if (published.guess?.part === 'year') return `${[day, month].filter(Boolean).join(' ')}, year not said`;
  return published.guess?.part === 'day-month' ? year : longDate(published);
}

/** What of a date is guessed and from what, in words, or null. */
export function dateGuess({ guess }: Published): string | null {
  if (guess === undefined) return null;
  return guess.part === 'year'
    ? `year guessed ${dateProvenance(guess.from)}`
    : 'day and month could be the other way round';
}

/** `26 July 2021, 14:30`, as exact as is known. */
export function longDate({ date }: Published): string {
  const { year, month, day, time } = partsOf(date);
  const words = [day, month, year].filter((part) => part !== undefined).join(' ');
  return time === undefined ? words : `${words}, ${time}`;
}

const evidence: Readonly<Record<DateEvidence, string>> = {
  metadata: 'from the page’s metadata',
  'published-line': 'from the published line',
  dateline: 'from the dateline',
  url: 'from the address',
  path: 'from the file path',
  'file-time': 'from the time of the file',
  correction: 'corrected by hand',
};

/** Where a date was read. */
export function dateProvenance(from: DateEvidence): string {
  return evidence[from];
}

/** `26 Jul 2021` of a moment, by the person's clock. */
export function dayOf(timeMs: number): string {
  const time = new Date(timeMs);
  return `${time.getDate()} ${months[time.getMonth()]?.slice(0, 3) ?? ''} ${time.getFullYear()}`;
}

function partsOf(date: string) {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(date) ?? [];
  return {
    year: year ?? date,
    month: month === undefined ? undefined : months[Number(month) - 1],
    day: day === undefined ? undefined : String(Number(day)),
    time,
  };
}

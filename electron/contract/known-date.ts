import type { Published } from './article.ts';

/** What is known of a date for certain, as digits. A year without which a day stands is null. */
export type KnownDate = Readonly<{ year: string | null; month: string | null; day: string | null }>;

/** What may be cited of a date: nothing that is guessed, and nothing of when a file was saved. Null where nothing is left. */
export function knownDate(published: Published | null): KnownDate | null {
  if (published === null || published.from === 'file-time') return null;
  const [, year = null, month = null, day = null] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(published.date) ?? [];
  if (year === null) return null;
  switch (published.guess?.part) {
    case 'year':
      return month === null ? null : { year: null, month, day };
    case 'day-month':
      return { year, month: null, day: null };
    case undefined:
      return { year, month, day };
  }
}

/** The same as `2021-07-26`, `2021-07` or `2021`; null without a year. */
export function knownDay(published: Published | null): string | null {
  const known = knownDate(published);
  if (known === null || known.year === null) return null;
  return [known.year, known.month, known.day].filter((part) => part !== null).join('-');
}

import type { Published } from '../../../contract/article.ts';

/** A date as it was read, in ISO 8601, with a `?` behind it where a part of it is guessed; empty for none. */
export function dateCell(published: Published | null): string {
  if (published === null) return '';
  const isGuess = published.guess !== undefined || published.from === 'file-time';
  return isGuess ? `${published.date}?` : published.date;
}

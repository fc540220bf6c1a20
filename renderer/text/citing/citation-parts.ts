import { interfaceLocale, say } from '../../../electron/words/say.ts';
import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import { authorsOf, type AuthorName } from '../../../electron/contract/author-names.ts';
import { knownDate, type KnownDate } from '../../../electron/contract/known-date.ts';
import { monthName } from '../date-text.ts';

/** What citations are made of; what an article has not is null. */
export type CitationParts = Readonly<{
  authors: readonly AuthorName[];
  title: string;
  outlet: string | null;
  date: KnownDate | null;
  /** Where it can be found: its address. */
  address: string | null;
}>;

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Scripts in which given names are shortened to their first letter. */
const shortened = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

export function citationParts({ fields }: ArticleView): CitationParts {
  const { headline, outlet, agency, byline, published, url } = fields;
  return {
    authors: authorsOf(fields),
    title: apart(headline),
    outlet: apartOrNull(outlet ?? (byline === null ? null : agency)),
    date: knownDate(published),
    address: url,
  };
}

/** Words of the other direction by themselves, so that those beside them keep their places. */
export function apart(text: string): string {
  const isRightToLeft = new Intl.Locale(interfaceLocale()).language === 'ar';
  const isOther = isRightToLeft ? /\p{Script=Latin}/u.test(text) : rightToLeft.test(text);
  return isOther ? `${firstStrongIsolate}${text}${popIsolate}` : text;
}

function apartOrNull(text: string | null): string | null {
  return text === null ? null : apart(text);
}

/** `Okoro, M.`: as reference lists in which given names are letters have it. */
export function shortName(author: AuthorName): string {
  if ('literal' in author) return apart(author.literal);
  const given = author.given
    .split(/[\s-]+/u)
    .map((name) => (shortened.test(name) ? `${[...name][0] ?? ''}.` : name))
    .join(' ');
  return apart(say('cite.reversed', { family: author.family, given }));
}

/** `Okoro, Mina`. */
export function reversedName(author: AuthorName): string {
  if ('literal' in author) return apart(author.literal);
  return apart(say('cite.reversed', { family: author.family, given: author.given }));
}

/** `Mina Okoro`. */
export function plainName(author: AuthorName): string {
  return apart('literal' in author ? author.literal : `${author.given} ${author.family}`);
}

/** `26 July`, `July` or nothing. */
export function dayAndMonth({ month, day }: KnownDate): string | null {
  if (month === null) return null;
  const name = monthName(Number(month) - 1, 'long');
  return day === null ? name : say('cite.day-month', { day: Number(day), month: name });
}

/** `July 26`, as it is written in America. */
export function monthAndDay({ month, day }: KnownDate): string | null {
  if (month === null) return null;
  const name = monthName(Number(month) - 1, 'long');
  return day === null ? name : say('cite.month-day', { day: Number(day), month: name });
}

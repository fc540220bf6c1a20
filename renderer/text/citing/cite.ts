import { say } from '../../../electron/words/say.ts';
import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import type { CitationStyle } from '../../../electron/contract/citation-styles.ts';
import type { AuthorName } from '../../../electron/contract/author-names.ts';
import {
  citationParts,
  dayAndMonth,
  monthAndDay,
  plainName,
  reversedName,
  shortName,
  type CitationParts,
} from './citation-parts.ts';

/** So many authors are named by APA; others name the first alone from the number behind it on. */
const apaAuthors = 20;
const namedAuthors = 2;

/**
 * An article as a style has a newspaper article: APA 7, Chicago 17 (bibliography), MLA 9, Harvard (Cite Them Right), or as a footnote
 * by Chicago. In plain text, in the language of the interface; nothing of a date that is guessed.
 */
export function cite(style: CitationStyle, view: ArticleView): string {
  const text = styles[style](citationParts(view));
  // What ends with a stop of its own gets no second one.
  return text.replace(/(?<!\.)([.?!؟])(\u2069?)(?<close>["”»’]?)\.(?!\.)/gu, '$1$2$3');
}

const styles: Readonly<Record<CitationStyle, (parts: CitationParts) => string>> = {
  apa: ({ authors, title, outlet, date, address }) => {
    const when =
      date === null || date.year === null ? say('cite.no-date') : listed([date.year, monthAndDay(date)]);
    const who = named(authors.slice(0, apaAuthors).map(shortName), 'cite.and-sign');
    const head = who === '' ? `${title}. (${when}).` : `${who}. (${when}). ${title}.`;
    return sentences([head, ended(outlet), address]);
  },
  chicago: ({ authors, title, outlet, date, address }) =>
    sentences([
      ended(inverted(authors, 3)),
      say('cite.title-stop', { title }),
      ended(listed([outlet, americanDate({ date })])),
      ended(address),
    ]),
  mla: ({ authors, title, outlet, date, address }) =>
    sentences([
      ended(inverted(authors, namedAuthors)),
      say('cite.title-stop', { title }),
      ended(listed([outlet, britishDate({ date }), address])),
    ]),
  harvard: ({ authors, title, outlet, date, address }) => {
    const year = date?.year ?? say('cite.no-date');
    const who = named(authors.map(shortName), 'cite.and');
    const quotedTitle = say('cite.title', { title });
    const day = date === null || date.year === null ? null : dayAndMonth(date);
    const head = who === '' ? `${quotedTitle} (${year})` : `${who} (${year}) ${quotedTitle}`;
    const found = address === null ? null : say('cite.available', { address });
    return sentences([ended(listed([head, outlet, day])), ended(found)]);
  },
  footnote: ({ authors, title, outlet, date, address }) => {
    const names = authors.map(plainName);
    const [first = ''] = names;
    const who = names.length > 3 ? say('cite.others', { one: first }) : named(names, 'cite.and');
    const cited = say('cite.title-comma', { title });
    const rest = listed([outlet, americanDate({ date }), address]);
    return `${who === '' ? '' : listed([who, ''])}${rest === '' ? say('common.quoted', { name: title }) : `${cited} ${rest}`}.`;
  },
};

/** `Okoro, Mina, and Sam Vale`; of more than `most` the first alone. */
function inverted(authors: readonly AuthorName[], most: number): string {
  const [first, ...others] = authors;
  if (first === undefined) return '';
  if (authors.length > most) return say('cite.others', { one: listed([reversedName(first), '']).trimEnd() });
  return named([reversedName(first), ...others.map(plainName)], 'cite.and-comma');
}

/** Names with `and`, in the way of a style, before the last. */
function named(names: readonly string[], and: 'cite.and' | 'cite.and-comma' | 'cite.and-sign'): string {
  const [last = '', ...before] = names.toReversed();
  if (before.length === 0) return last;
  return say(and, { one: listed(before.toReversed()), other: last });
}

function americanDate({ date }: Pick<CitationParts, 'date'>): string | null {
  if (date === null) return null;
  return date.year === null ? null : listed([monthAndDay(date), date.year]);
}

function britishDate({ date }: Pick<CitationParts, 'date'>): string | null {
  if (date === null || date.year === null) return null;
  return [dayAndMonth(date), date.year].filter((part) => part !== null).join(' ');
}

/** Parts that there are, with commas; one that is empty leaves the comma before it. */
function listed(parts: readonly (string | null)[]): string {
  const there = parts.filter((part) => part !== null);
  return there.length === 0 ? '' : there.reduce((one, other) => say('cite.listed', { one, other }));
}

function ended(part: string | null): string | null {
  return part === null || part === '' ? null : `${part}.`;
}

function sentences(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

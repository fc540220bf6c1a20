import { namedColumns } from '../../electron/contract/named-columns.ts';
import type { TextRange } from '../../electron/contract/article.ts';
import type { Hit, QueryFault, SearchFilter, Snippet } from '../../electron/contract/search.ts';
import type { InventedArticle } from './invented-articles.ts';

/** A word or a phrase of a query; `isBegun` finds all words that begin with it. */
export type FakeWord = Readonly<{ text: string; isBegun: boolean }>;

export type FakeQuery = Readonly<{
  words: readonly FakeWord[];
  tags: readonly string[];
  reading: string;
  fault: QueryFault | null;
}>;

/** Reads a query as plain words, phrases and `tag:`, the last word as begun while it is typed; enough to see the window. */
export function readQuery(query: string, typing: boolean): FakeQuery {
  const quotes = [...query.matchAll(/"/gu)];
  const last = quotes.at(-1);
  const fault =
    quotes.length % 2 === 1 && last !== undefined
      ? { at: last.index, length: 1, message: 'This quotation mark is not closed.' }
      : null;
  const text = fault === null ? query : `${query.slice(0, fault.at)} ${query.slice(fault.at + 1)}`;
  const words: FakeWord[] = [];
  const tags: string[] = [];
  const parts: string[] = [];
  for (const [whole, , tag, phrase, word] of text.matchAll(
    /(tag:(?:"([^"]+)"|\S+))|"([^"]+)"|([^\s()]+)/gu,
  )) {
    if (whole.startsWith('tag:')) {
      tags.push(tag ?? whole.slice(4));
      parts.push(whole);
    } else if (phrase !== undefined) {
      words.push({ text: phrase.toLowerCase(), isBegun: false });
      parts.push(`"${phrase}"`);
    } else if (word !== undefined && !['AND', 'OR', 'NOT'].includes(word)) {
      const isTyped = typing && text.endsWith(word) && /[\p{L}\p{N}]$/u.test(word);
      const isBegun = isTyped || word.endsWith('*');
      words.push({ text: word.toLowerCase().replace(/^\+|\*$/gu, ''), isBegun });
      parts.push(isTyped ? `${word}…` : word);
    }
  }
  return { words, tags, reading: parts.length > 1 ? `(${parts.join(' AND ')})` : (parts[0] ?? ''), fault };
}

/** `tags`: names of the filter's tags. */
export function matches(
  article: InventedArticle,
  query: FakeQuery,
  filter: SearchFilter,
  tags: readonly string[],
): boolean {
  const { headline, standfirst, body, captions, place, agency } = article.fields;
  const captionTexts = captions.map(({ text }) => text);
  const text = [headline, standfirst, place, agency, ...body, ...captionTexts].join('\n').toLowerCase();
  return (
    query.words.every((word) => marksIn(text, [word]).length > 0) &&
    query.tags.every((tag) => carries(article, tag)) &&
    (filter.tags.length === 0 || tags.some((tag) => carries(article, tag))) &&
    (filter.sources.length === 0 || filter.sources.some((source) => Number(source) === article.source + 1)) &&
    (!filter.untagged || article.tags.size === 0) &&
    namedColumns.every(({ name, of }) => isAmong(filter[name], of(article.fields))) &&
    isWithin(filter.published, article.fields.published?.date)
  );
}

function isAmong(names: readonly string[] | undefined, name: string | null): boolean {
  return names === undefined || names.length === 0 || (name !== null && names.includes(name));
}

function isWithin(days: SearchFilter['published'], date: string | undefined): boolean {
  return days === undefined || (date !== undefined && date >= days.from && date.slice(0, 10) <= days.to);
}

/** A tag stands for those nested in it too. */
function carries(article: InventedArticle, tag: string): boolean {
  return [...article.tags].some((name) => name === tag || name.startsWith(`${tag}/`));
}

export function marksIn(text: string, words: readonly FakeWord[]): readonly TextRange[] {
  const lower = text.toLowerCase();
  const ranges: TextRange[] = [];
  for (const { text: word, isBegun } of words) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
      const after = lower.slice(at + word.length);
      const rest = isBegun ? (/^[\p{L}\p{M}\p{N}]*/u.exec(after)?.[0].length ?? 0) : 0;
      if (isLetter(lower.charAt(at - 1)) || isLetter(after.charAt(rest))) continue;
      ranges.push([at, at + word.length + rest]);
    }
  }
  ranges.sort((one, other) => one[0] - other[0]);
  return ranges.filter((range, index) => index === 0 || range[0] >= (ranges[index - 1]?.[1] ?? 0));
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

export function hitOf(article: InventedArticle, words: readonly FakeWord[], rank: number): Hit {
  const { headline, published, place, agency, outlet, language, direction } = article.fields;
  return {
    id: article.id,
    path: article.path,
    headline,
    headlineMarks: marksIn(headline, words),
    score: 12 / (1 + rank),
    published,
    place,
    agency,
    outlet,
    language,
    direction,
    words: article.fields.words,
    tags: [...article.tags],
    notes: Number(article.id) % 17 === 0 ? 1 : 0,
    highlights: 0,
    states: [],
    missing: article.missing,
    snippet: snippetOf(article.fields.body, words),
  };
}

function snippetOf(body: readonly string[], words: readonly FakeWord[]): Snippet {
  const best = body.find((paragraph) => marksIn(paragraph, words).length > 0) ?? body[0] ?? '';
  const text = best.length > 240 ? `${best.slice(0, 239)}…` : best;
  return { text, marks: marksIn(text, words) };
}

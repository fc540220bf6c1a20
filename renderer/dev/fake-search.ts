import type { TextRange } from '../../electron/contract/article.ts';
import type { Hit, QueryFault, SearchFilter, Snippet } from '../../electron/contract/search.ts';
import type { InventedArticle } from './invented-articles.ts';

export type FakeQuery = Readonly<{
  words: readonly string[];
  /** The last word, of which the end may still be missing. */
  unfinished: string | null;
  tags: readonly string[];
  reading: string;
  fault: QueryFault | null;
}>;

/** Reads a query as plain words, phrases and `tag:`; enough to see the window at work. */
export function readQuery(query: string, typing: boolean): FakeQuery {
  const quotes = [...query.matchAll(/"/gu)];
  const lastQuote = quotes.at(-1);
  const fault =
    quotes.length % 2 === 1 && lastQuote !== undefined
      ? { at: lastQuote.index, length: 1, message: 'This quotation mark is not closed.' }
      : null;
  const text = fault === null ? query : `${query.slice(0, fault.at)} ${query.slice(fault.at + 1)}`;
  const words: string[] = [];
  const tags: string[] = [];
  const parts: string[] = [];
  for (const [whole, , tag, phrase, word] of text.matchAll(
    /(tag:(?:"([^"]+)"|\S+))|"([^"]+)"|([^\s()]+)/gu,
  )) {
    if (whole.startsWith('tag:')) {
      tags.push(tag ?? whole.slice(4));
      parts.push(whole);
    } else if (phrase !== undefined) {
      words.push(phrase.toLowerCase());
      parts.push(`"${phrase}"`);
    } else if (word !== undefined && !['AND', 'OR', 'NOT'].includes(word)) {
      words.push(word.toLowerCase().replace(/^\+|\*$/gu, ''));
      parts.push(word);
    }
  }
  const last = parts.at(-1);
  const unfinished = typing && last !== undefined && query.endsWith(last) ? last.toLowerCase() : null;
  if (unfinished !== null) parts[parts.length - 1] = `${last ?? ''}…`;
  const reading = parts.length > 1 ? `(${parts.join(' AND ')})` : (parts[0] ?? '');
  return { words, unfinished, tags, reading, fault };
}

export function matches(article: InventedArticle, query: FakeQuery, filter: SearchFilter): boolean {
  const { headline, standfirst, body, captions, place, agency } = article.fields;
  const captionTexts = captions.map(({ text }) => text);
  const text = [headline, standfirst, place, agency, ...body, ...captionTexts].join('\n').toLowerCase();
  return (
    query.words.every((word) => (word === query.unfinished ? text.includes(word) : hasWord(text, word))) &&
    query.tags.every((tag) => carries(article, tag)) &&
    (filter.tags.length === 0 || filter.tags.some((tag) => carries(article, tag))) &&
    (filter.sources.length === 0 || filter.sources.some((source) => Number(source) === article.source + 1)) &&
    (!filter.untagged || article.tags.size === 0)
  );
}

/** Whether a text has a word or a phrase with nothing of a word on either side. */
function hasWord(text: string, word: string): boolean {
  const isPart = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + word.length))) return true;
  }
  return false;
}

/** A tag stands for those nested in it too. */
function carries(article: InventedArticle, tag: string): boolean {
  return [...article.tags].some((name) => name === tag || name.startsWith(`${tag}/`));
}

export function marksIn(text: string, words: readonly string[]): readonly TextRange[] {
  const lower = text.toLowerCase();
  const ranges: TextRange[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
      ranges.push([at, at + word.length]);
    }
  }
  ranges.sort((one, other) => one[0] - other[0]);
  return ranges.filter((range, index) => index === 0 || range[0] >= (ranges[index - 1]?.[1] ?? 0));
}

export function hitOf(article: InventedArticle, words: readonly string[], rank: number): Hit {
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
    missing: article.missing,
    snippet: snippetOf(article.fields.body, words),
  };
}

function snippetOf(body: readonly string[], words: readonly string[]): Snippet {
  const best = body.find((paragraph) => marksIn(paragraph, words).length > 0) ?? body[0] ?? '';
  const text = best.length > 240 ? `${best.slice(0, 239)}…` : best;
  return { text, marks: marksIn(text, words) };
}

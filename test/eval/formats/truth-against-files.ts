import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormatSet, TrueArticle } from './format-sets.ts';
import { tokensOf } from './judge-body.ts';

/** The files of a set as text, by their names. */
export type SetTexts = ReadonlyMap<string, string>;

/** What opens an article, for formats that say it so plainly that a count needs no reader. */
type Mark = Readonly<{ called: string; isIn: RegExp; count: (text: string) => number }>;

const marks: readonly Mark[] = [
  marked('<DOC> with a <DOCNO>', /<DOC>\s*<DOCNO>/i, /<DOC>\s*<DOCNO>/gi),
  marked('class="eintrag"', /<div class="eintrag">/, /<div class="eintrag">/g),
  {
    called: 'articles with a title, and pages and articles with a text',
    isIn: /"id"\s*:\s*"[A-Z]+-\d{4}-\d{2}-\d{2}-[a-z]/,
    count: (text) => text.split(/\n/).reduce((sum, line) => sum + itemsOf(line).length, 0),
  },
];

/** All files of a set, whatever their encoding: marks are ASCII. */
export async function textsOf(dir: string, { name, files }: FormatSet): Promise<SetTexts> {
  const texts = new Map<string, string>();
  for (const file of files) {
    const bytes = await readFile(join(dir, name, file));
    texts.set(file, bytes.toString('utf8'));
  }
  return texts;
}

/**
 * How many articles the files of a set have by their own marks, and what the marks are, where that is not what the truth says;
 * null where they say nothing else. The truth of a set may name an example, and may have been counted in a longer file.
 */
export function otherCount(
  { articlesInFile }: FormatSet,
  texts: SetTexts,
): Readonly<{ count: number; called: string }> | null {
  const all = [...texts.values()];
  const mark = marks.find(({ isIn }) => all.some((text) => isIn.test(text)));
  if (mark === undefined) return null;
  const count = all.reduce((sum, text) => sum + mark.count(text), 0);
  return count === 0 || count === articlesInFile ? null : { count, called: mark.called };
}

/** Whether a file says, in an element that is named for it, that somebody wrote an article whom the truth leaves out. */
export function namesAuthor(texts: SetTexts, author: string): boolean {
  const named = /<(?:\w+:)?(?:creator|author|byline)\b[^<>]{0,200}>\s*([^<>]{1,200}?)\s*</gi;
  return [...texts.values()].some((text) => [...text.matchAll(named)].some(([, name]) => name === author));
}

/** Whether a paragraph of a file opens with a place and a dash. */
export function opensWithPlace(texts: SetTexts, place: string): boolean {
  const openings = /<p\b[^<>]{0,200}>\s*([^<>–—]{2,60}?)\.?\s+[–—]\s/gi;
  return [...texts.values()].some((text) => [...text.matchAll(openings)].some(([, name]) => name === place));
}

/** Whether the words of a truth are those of the markup as well: so many stand between its ends in the file, tags and all. */
export function countsMarkup({ bodyStart, bodyEnd, words }: TrueArticle, texts: SetTexts): boolean {
  if (bodyStart === null || bodyEnd === null) return false;
  return [...texts.values()].some((text) => {
    const start = text.indexOf(bodyStart);
    const end = start === -1 ? -1 : text.indexOf(bodyEnd, start);
    if (end === -1) return false;
    const slice = text.slice(start, end + bodyEnd.length);
    return /[<{]|&lt;/.test(slice) && tokensOf(slice) === words;
  });
}

function marked(called: string, isIn: RegExp, each: RegExp): Mark {
  return { called, isIn, count: (text) => [...text.matchAll(each)].length };
}

/** Items of a line of JSON that have a text, or are articles and have a title. */
function itemsOf(line: string): unknown[] {
  if (!line.trim().startsWith('{')) return [];
  const value = JSON.parse(line) as { i?: { m?: Item }[] } & Item;
  const items = value.i === undefined ? [value] : value.i.map(({ m }) => m ?? {});
  return items.filter(({ tp, t, ft }) => /^(?:article|page|ar)$/.test(tp ?? '') && (ft ?? t ?? '') !== '');
}

type Item = { tp?: string; t?: string | null; ft?: string };

import { sentence } from '../../../../../words/sentence.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import { NoArticle, type ExportArticle } from '../export-reader.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { isWordCount, saidOf, wordsIn } from '../said.ts';

/** A line of an article of Factiva in the display without codes. */
export type FactivaLine = Readonly<{ text: string; role: 'headline' | 'byline' | 'body' | null }>;

/** "Document SUDOS00020131120e9bj0001v", which closes an article in the language of the interface. */
const closing = /^\p{L}{2,20}[\s:]{1,3}([a-z0-9_]{6,12}\d{8}[a-z0-9]{6,12})$/iu;
/** The same among other lines. */
export const closingLine = /^[^\S\n]*\p{L}{2,20}[ :\t]{1,3}[a-z0-9_]{6,12}\d{8}[a-z0-9]{6,12}[^\S\n]*\r?$/imu;
const timeOfDay = /^\d{1,2}[:.h]\d{2}(?: ?[ap]m)?(?: \S{2,5})?$/i;

/** The accession number of the line that closes an article; null for any other line. */
export function accessionIn(line: string): string | null {
  return closing.exec(line.trim())?.[1] ?? null;
}

/**
 * Reads an article of which nothing but the headline is labelled. The length in words is what the others are told by: the date
 * follows it, then outlet, code, edition, page, language and copyright, as many of them as there are.
 */
export function readFactivaLayout(lines: readonly FactivaLine[]): ExportArticle | null {
  if (lines.length === 0) return null;
  const end = lines.findIndex(({ text }) => accessionIn(text) !== null);
  const own = end === -1 ? lines : lines.slice(0, end);
  const count = own.findIndex(({ text, role }) => role !== 'body' && isWordCount(text));
  if (count === -1) throw new NoArticle(sentence('file.no-length-no-date'));
  const first = own.findIndex(({ role }, at) => at > count && role === 'body');
  const start = first === -1 ? own.length : first;
  const last = own.findLastIndex(({ role }) => role === 'body');
  const head = own.slice(0, count);
  const titled = head.findLastIndex(({ role }) => role === 'headline');
  const headline = titled === -1 ? 0 : titled;
  const beside = head.slice(headline + 1);
  const signed = beside.find(({ role }) => role === 'byline') ?? beside[0];
  const about = own.slice(count + 1, start).map(({ text }) => text);
  const [date = '', ...rest] = about;
  const isTimed = timeOfDay.test(rest[0] ?? '');
  const outlet = rest[isTimed ? 1 : 0] ?? '';
  const language = rest.slice(isTimed ? 2 : 1).findLast((text) => languageNamed(text) !== null);
  const declared = wordsIn(own[count]?.text ?? '');
  const text: TextBlock[] = own
    .slice(start, last + 1)
    .map(({ text: paragraph }): TextBlock => ({ kind: 'body', text: paragraph }));
  for (const line of [
    ...beside.filter((one) => one !== signed),
    ...own.slice(count, start),
    ...own.slice(Math.max(start, last + 1)),
  ])
    text.push({ kind: 'furniture', text: line.text });
  return {
    key: end === -1 ? null : accessionIn(lines[end]?.text ?? ''),
    text,
    said: saidOf({
      headline: head[headline]?.text ?? null,
      section: headline > 0 ? (head[0]?.text ?? null) : null,
      byline: signed?.text ?? null,
      published: isTimed ? `${date} ${rest[0] ?? ''}` : date,
      outlet,
      language: language === undefined ? null : languageNamed(language),
    }),
    ...(declared === undefined ? {} : { declaredWords: declared }),
  };
}

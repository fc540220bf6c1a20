import { sentence } from '../../../../../words/sentence.ts';
import { splitParagraphs } from '../../../../article/paragraphs/paragraphs.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import { unwrap } from '../../../../article/text/lines.ts';
import { NoArticle, type ExportArticle } from '../export-reader.ts';
import { oneLine, saidOf } from '../said.ts';
import { textExportReader } from '../text-export.ts';
import { documentNumber, isName, outletNamed, readHeader } from './europresse-header.ts';

/** "Numéro de document : news·20060315·LM·0q1503_1256056", the last line of an article in any language; also as bytes of UTF-8. */
const closing = /^[^\n]{0,60}\b[a-z]{2,12}Â?·\d{8}Â?·[^\s·]{1,12}Â?·\S{1,60}[^\S\n]*\r?$/im;
const copyright = /^(?:©|\(c\) ?\d{4})/i;
/** What a certificate of Europresse says around an article. */
const certified =
  /^(?:Certificat |Certificate |Ce certificat|This certificate|Date d['’]émission|Date of issue|Tous droits réservés|All rights reserved|PubliC Certificat|nouveau\.eureka|nouveau\.europresse|\S{0,3}europresse\.com)/i;
const maxHeadLines = 12;
const maxLineLength = 200;
const maxTitleLength = 250;
const maxShortLength = 55;
const maxTitles = 5;
const maxKickerLength = 40;

/** What Europresse and Eureka give, once somebody has saved it as text. */
export const europresseTxt = textExportReader({
  closing,
  recognises: (head) => /\d{4}/.test(head),
  read: readArticle,
});

/** Outlet, a line with the date, a kicker, the headline, the author: one under the other, with blank lines between them or without. */
function readArticle(piece: string): ExportArticle | null {
  const number = documentNumber.exec(piece.slice(-maxLineLength))?.[0] ?? null;
  if (number === null) return null;
  const lines = piece.trim().split(/\r?\n/).map(oneLine);
  const furniture: string[] = [];
  const isAround = (line: string): boolean =>
    copyright.test(line) || certified.test(line) || documentNumber.test(line);
  const dated = lines
    .slice(0, maxHeadLines)
    .findIndex((line) => readHeader(line).published !== '' && !isAround(line));
  if (dated === -1) throw new NoArticle(sentence('file.no-title-no-text'));
  const { section, published } = readHeader(lines[dated] ?? '');
  const outlet =
    lines
      .slice(0, dated)
      .filter((line) => line !== '' && !isAround(line))
      .at(-1) ?? '';
  const { head, rest } = headAndText(lines.slice(dated + 1));
  const body: TextBlock[] = [];
  for (const { itemStart, end } of splitParagraphs(rest)) {
    const own = oneLine(unwrap(rest.slice(itemStart, end)));
    if (own === '') continue;
    if (isAround(own)) furniture.push(own);
    else body.push({ kind: 'body', text: own });
  }
  return {
    key: number,
    text: [...body, ...furniture.map((text): TextBlock => ({ kind: 'furniture', text }))],
    said: saidOf({ ...head, published, section, outlet: outletNamed(outlet) }),
  };
}

type Titles = Readonly<{ headline: string; standfirst: string; byline: string }>;

/** What stands in short groups of lines above the text; its first line alone where there are no groups. */
function headAndText(lines: readonly string[]): Readonly<{ head: Titles; rest: string }> {
  const groups = lines
    .join('\n')
    .split(/\n{2,}/)
    .map((group) => group.split('\n').filter((line) => line !== ''))
    .filter((group) => group.length > 0);
  const found = groups.findIndex((group) => !isTitle(group));
  const start = found === -1 ? groups.length : found;
  const titles = groups.slice(0, Math.min(start, maxTitles)).flatMap(linesOf);
  const rest = groups.slice(Math.min(start, maxTitles));
  if (titles.length === 0) titles.push(...firstOf(rest[0] ?? []));
  const last = titles.at(-1) ?? '';
  const byline = titles.length > 1 && isName(last) ? last : '';
  const named = byline === '' ? titles : titles.slice(0, -1);
  const kicked = named.length > 1 && (named[0] ?? '').length <= maxKickerLength ? named.slice(1) : named;
  const [headline = '', ...decks] = kicked;
  const text = rest.map((group) => group.join('\n')).join('\n\n');
  return { head: { headline, standfirst: decks.join(' '), byline }, rest: text };
}

/** Takes the headline, and who wrote under it, from the top of a text without blank lines. */
function firstOf(text: string[]): string[] {
  const [, second = ''] = text;
  return text.splice(0, isName(second) ? 2 : 1);
}

function isTitle(group: readonly string[]): boolean {
  const last = group.at(-1) ?? '';
  return group.join(' ').length <= maxTitleLength && !/[.:;,»"]$/.test(last) && !copyright.test(last);
}

/** A line that is short is one; a longer one goes on in the next. */
function linesOf(group: readonly string[]): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const line of group) {
    if (isOpen) lines.push(`${lines.pop() ?? ''} ${line}`);
    else lines.push(line);
    isOpen = line.length > maxShortLength;
  }
  return lines;
}

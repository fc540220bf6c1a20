import { sentence } from '../../../../../words/sentence.ts';
import { linesOf } from '../../../../article/html/page-lines.ts';
import { isElement, type PageElement } from '../../../../article/html/page-tree.ts';
import { parsePage } from '../../../../article/html/parse-page.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import { hasAny, headText, isMarkup } from '../../reading/head-text.ts';
import { exportReader, NoArticle, type ExportArticle } from '../export-reader.ts';
import { oneLine, saidOf } from '../said.ts';
import { documentNumber, isName, outletNamed, readHeader } from './europresse-header.ts';

type Zone = 'outlet' | 'header' | 'title' | 'titles' | 'authors' | 'text' | 'aside' | 'footer' | null;
type Line = Readonly<{ text: string; zone: Zone }>;

const known = /\bclass\s*=\s*["']?DocPublicationName\b|\bxmlns:\w{1,9}="http:\/\/www\.cedrom-sni\.com/i;
const maxKickerLength = 40;

/** What Europresse and Eureka give as HTML: the newer pages of `article` elements, and the older ones of tables. */
export const europresseHtml = exportReader(
  (input) =>
    isMarkup(input) && hasAny(input, 'DocPublicationName', 'cedrom-sni') && known.test(headText(input))
      ? 0.95
      : 0,
  {
    declares: true,
    opening: /<span\b[^<>]{0,100}?\bclass\s*=\s*["']?DocPublicationName\b/i,
    read: readPiece,
  },
);

function readPiece(piece: string): ExportArticle {
  const lines = zonesOf(parsePage(piece).root);
  const isNew = lines.some(({ zone }) => zone === 'text');
  const inZone = (...zones: readonly Zone[]): string =>
    oneLine(lines.flatMap(({ text, zone }) => (zones.includes(zone) ? [text] : [])).join(' '));
  const titled = lines.findIndex(({ zone }) => zone === 'title');
  if (titled === -1 && !isNew) throw new NoArticle(sentence('file.no-title-no-text'));
  const { section, published } = readHeader(inZone('header'));
  const before = lines.slice(0, Math.max(titled, 0)).filter(isPlain);
  const after = lines.slice(titled + 1).filter(isPlain);
  const own = isNew ? lines.filter(({ zone }) => zone === 'text') : after.slice(0, endOf(after));
  const isSigned = !isNew && own.length > 1 && isName(own[0]?.text ?? '');
  const signed = isNew
    ? (lines.find(({ zone }) => zone === 'authors') ?? firstBare(after))
    : isSigned
      ? own[0]
      : undefined;
  // A title comes without its kicker, but with what explains it.
  const decks = lines.filter(
    ({ zone, text }, at) => zone === 'titles' && (at > titled || text.length > maxKickerLength),
  );
  decks.push(...before.filter(({ text, zone }) => zone === null && text.length > maxKickerLength));
  const body = own.filter((line) => line !== signed);
  return {
    key: documentNumber.exec(lines.map(({ text }) => text).join('\n'))?.[0] ?? null,
    text: [
      ...body.map(({ text }): TextBlock => ({ kind: 'body', text })),
      ...aroundOf(lines.filter((line) => !body.includes(line) && line !== signed && !decks.includes(line))),
    ],
    said: saidOf({
      headline: inZone('title'),
      standfirst: decks.map(({ text }) => text).join(' '),
      byline: signed?.text ?? null,
      published,
      outlet: outletNamed(inZone('outlet')),
      section,
    }),
  };
}

/** The lines of an article, and which part of it each is in; spans of the older pages count as lines. */
function zonesOf(root: PageElement): Line[] {
  return linesOf(inBlocks(root, null)).map(({ text, element }) => ({
    text: text.trim(),
    zone: zoneOf(element),
  }));
}

function inBlocks(element: PageElement, parent: PageElement | null): PageElement {
  const isLine = /^Doc(?:PublicationName|Header)|itreArticleVisu/.test(element.attributes['class'] ?? '');
  const copy: PageElement = { ...element, tag: isLine ? 'div' : element.tag, parent, children: [] };
  copy.children.push(...element.children.map((node) => (isElement(node) ? inBlocks(node, copy) : node)));
  return copy;
}

function zoneOf(element: PageElement): Zone {
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const name = at.attributes['class'] ?? '';
    if (/\bDocPublicationName\b/.test(name)) return 'outlet';
    if (/\bDocHeader\b/.test(name)) return 'header';
    if (/\bt?itreArticleVisu\b/i.test(name)) return 'title';
    if (/\btitreArticle\b/.test(name)) return 'titles';
    if (/\bdocAuthors\b/.test(name)) return 'authors';
    if (at.tag === 'aside') return 'aside';
    if (at.tag === 'footer') return 'footer';
    if (at.tag === 'section' || /\bDocText\b|\bdocOcurrContainer\b/.test(name)) return 'text';
  }
  return null;
}

function isPlain({ zone }: Line): boolean {
  return zone === null;
}

/** In the newer pages whatever stands bare between title and text is who wrote it. */
function firstBare(after: readonly Line[]): Line | undefined {
  return after.find(({ text }) => !text.startsWith('©') && !documentNumber.test(text));
}

/** Where the text of an older page ends: at its copyright, or at the number of the document. */
function endOf(lines: readonly Line[]): number {
  const end = lines.findIndex(({ text }) => /^©|^\(c\) ?\d{4}/i.test(text) || documentNumber.test(text));
  return end === -1 ? lines.length : end;
}

/** What is around the text: pictures of the aside, then the rest. */
function aroundOf(lines: readonly Line[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let isPicture = false;
  for (const { text, zone } of lines) {
    if (zone === 'title') continue;
    if (zone === 'aside' && /:$/.test(text)) isPicture = /illustration|photo|image/i.test(text);
    else if (zone === 'aside' && isPicture) {
      blocks.push({ kind: 'caption', text });
      continue;
    }
    blocks.push({ kind: 'furniture', text });
  }
  return blocks;
}

import { linesOf } from '../../../../article/html/page-lines.ts';
import type { PageElement } from '../../../../article/html/page-tree.ts';
import { parsePage } from '../../../../article/html/parse-page.ts';
import { hasAny, headText } from '../../reading/head-text.ts';
import { exportReader } from '../export-reader.ts';
import { readNexisDocument, type NexisParagraph } from './nexis-document.ts';

const opening = /<a\s+name\s*=\s*"?DOC_ID_\d+_\d+|<DOC NUMBER=\d+>/i;
const counter = /^\d{1,6} of \d{1,6} DOCUMENTS?$/;

/** What Nexis gave as HTML. Its classes are numbered anew in every file, so that paragraphs are known by what they say. */
export const nexisHtml = exportReader(
  (input) =>
    hasAny(input, 'DOC_ID_', '<DOC NUMBER=', '<doc number=') && opening.test(headText(input)) ? 0.95 : 0,
  { declares: true, opening, read: (piece, cover) => readPiece(piece, centredClasses(cover)) },
);

function readPiece(piece: string, centred: ReadonlySet<string>) {
  // The pieces begin inside of comments.
  const html = piece.replace(/^<DOC NUMBER=\d+>\s*(?:<DOCFULL>\s*)?-->/i, '');
  const paragraphs = linesOf(parsePage(html).root)
    .map(({ text, element }): NexisParagraph => ({
      text: text.trim(),
      isCentred: isCentredIn(element, centred),
    }))
    .filter(({ text }) => text !== '' && !counter.test(text));
  return paragraphs.length === 0 ? null : readNexisDocument(paragraphs);
}

function centredClasses(cover: string): ReadonlySet<string> {
  const rules = cover.matchAll(/\.(c\d{1,3})\s*\{[^{}]{0,300}?text-align:\s*center/gi);
  return new Set([...rules].map(([, name]) => (name ?? '').toLowerCase()));
}

function isCentredIn(element: PageElement, centred: ReadonlySet<string>): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const name = at.attributes['class']?.toLowerCase();
    if (name !== undefined && centred.has(name)) return true;
  }
  return false;
}

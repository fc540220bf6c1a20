import { linesOf } from '../../../../article/html/page-lines.ts';
import { parsePage } from '../../../../article/html/parse-page.ts';
import { hasAny, headText } from '../../reading/head-text.ts';
import { exportReader, type ExportArticle } from '../export-reader.ts';
import { oneLine } from '../said.ts';
import { proQuestLine, readProQuest } from './proquest-fields.ts';

/** Where a document of ProQuest begins. */
export const documentAnchor = /<a\s+name\s*=\s*["']?DocID_/i;
/** The text of an article is an element of its own, which holds a page. */
const textElement = /<text\b[^<>]{0,300}>/i;
const enlarge = /^Enlarge this image\.?$/i;

/** What ProQuest gives as HTML. */
export const proQuestHtml = exportReader(
  (input) => (hasAny(input, 'DocID_') && documentAnchor.test(headText(input)) ? 0.95 : 0),
  { declares: true, opening: documentAnchor, read: readProQuestPiece },
);

/** Reads what stands from the anchor of an article to that of the next one. */
export function readProQuestPiece(piece: string): ExportArticle {
  const found = textElement.exec(piece);
  if (found === null) return readProQuest(htmlLines(piece).map(proQuestLine), null);
  const start = found.index + found[0].length;
  const close = piece.slice(start).search(/<\/text\s*>/i);
  const end = close === -1 ? piece.length : start + close;
  // The tag of the page inside has lost its "<" in some.
  const inside = piece.slice(start, end).replace(/^\s*html(?:>|&gt;)/i, '');
  const paragraphs = htmlLines(inside).filter((line) => !enlarge.test(line));
  const words = /\bwordcount\s*=\s*["']?(\d{1,7})/i.exec(found[0])?.[1];
  const lines = htmlLines(`${piece.slice(0, found.index)}</p>${piece.slice(end)}`).map(proQuestLine);
  return readProQuest(lines, paragraphs, words === undefined ? undefined : Number(words));
}

function htmlLines(html: string): string[] {
  return linesOf(parsePage(html).root)
    .map(({ text }) => oneLine(text))
    .filter((text) => text !== '');
}

import { linesOf } from '../../../../article/html/page-lines.ts';
import type { PageElement } from '../../../../article/html/page-tree.ts';
import { parsePage } from '../../../../article/html/parse-page.ts';
import { hasAny, headText, isMarkup } from '../../reading/head-text.ts';
import { exportReader, type ExportArticle } from '../export-reader.ts';
import { oneLine } from '../said.ts';
import { codedRows, readFactivaCodes } from './factiva-codes.ts';
import { readFactivaLayout, type FactivaLine } from './factiva-layout.ts';

const opening = /<div\b[^<>]{0,300}?\bclass\s*=\s*["']?article(?=[\s"'>])/i;
const known = /<title>\s*(?:Dow Jones )?Factiva\s*<\/title>|\bclass\s*=\s*["']?article [a-z]{2,3}Article\b/i;

/** What Factiva gave as HTML, with codes and without them. */
export const factivaHtml = exportReader(
  (input) =>
    isMarkup(input) && hasAny(input, 'Factiva', 'Article') && known.test(headText(input)) ? 0.95 : 0,
  { declares: true, opening, read: readPiece },
);

function readPiece(piece: string): ExportArticle | null {
  // Factiva's own name for a line break is none that browsers know.
  const { root } = parsePage(piece.replace(/&softReturn;/gi, ' '));
  const rows = codedRows(root);
  return rows.has('HD') || rows.has('AN') ? readFactivaCodes(rows) : readFactivaLayout(linesIn(root));
}

function linesIn(root: PageElement): FactivaLine[] {
  const lines: FactivaLine[] = [];
  for (const { text, element } of linesOf(root)) {
    const role = roleOf(element);
    // The headlines of a list of articles are numbered.
    const written = role === 'headline' && isNumbered(element) ? text.replace(/^\d{1,4}\)\s+/, '') : text;
    // A headline over two lines is one.
    const last = lines.at(-1);
    if (role === 'headline' && last?.role === 'headline')
      lines[lines.length - 1] = { role, text: `${last.text} ${oneLine(written)}` };
    else lines.push({ role, text: oneLine(written) });
  }
  return lines;
}

function roleOf(element: PageElement): FactivaLine['role'] {
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const name = at.attributes['class'] ?? '';
    if (/articleParagraph/i.test(name)) return 'body';
    if (at.attributes['id'] === 'hd' || /Headline/.test(name)) return 'headline';
    if (/\bauthor\b/.test(name)) return 'byline';
  }
  return null;
}

function isNumbered(element: PageElement): boolean {
  if (/\bcounted\b/.test(element.attributes['class'] ?? '')) return true;
  return element.children.some((child) => typeof child !== 'string' && isNumbered(child));
}

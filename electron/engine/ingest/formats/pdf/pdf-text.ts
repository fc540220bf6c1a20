import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { paragraphsOf, type PdfParagraph } from './pdf-paragraphs.ts';
import type { PdfDocument } from './pdf-library.ts';
import { piecesOf, type PagePieces } from './pdf-pieces.ts';
import { columnsOf } from './reading-order.ts';
import { RunningLines } from './running-lines.ts';

/** Enough to see what runs over all of them. */
const firstPages = 30;
const maxTextLength = 50_000_000;

/** The text of a document, and what stands around it on its pages. */
export type PdfText = { paragraphs: PdfParagraph[]; around: Set<string>; length: number };

/** The text of no more than the first `maxPages`. Page by page: of no more than the first ones all pieces are kept. */
export async function textOf(document: PdfDocument, maxPages = Infinity): Promise<PdfText> {
  const text: PdfText = { paragraphs: [], around: new Set(), length: 0 };
  const first: PagePieces[] = [];
  let running: RunningLines | null = null;
  const pages = Math.min(document.numPages, maxPages);
  for (let number = 1; number <= pages; number++) {
    const page = await document.getPage(number);
    first.push(await piecesOf(page));
    page.cleanup();
    if (running === null && first.length < firstPages && number < pages) continue;
    running ??= new RunningLines(first);
    for (const pieces of first.splice(0)) addPage(text, pieces, running);
    if (text.length > maxTextLength) throw new SaidError(sentence('file.long-text'));
  }
  return text;
}

function addPage(text: PdfText, page: PagePieces, running: RunningLines): void {
  const parts = running.takenFrom(page);
  for (const line of [...parts.running, page.aside]) if (line !== '') text.around.add(line);
  const number = text.paragraphs.at(-1)?.page ?? -1;
  for (const paragraph of paragraphsOf(columnsOf(parts.pieces), number + 1)) {
    text.paragraphs.push(paragraph);
    text.length += paragraph.text.length;
  }
}

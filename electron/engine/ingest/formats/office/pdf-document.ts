import { joinLines } from '../../../article/text/broken-words.ts';
import type { ByteSource } from '../byte-source.ts';
import type { DocumentParagraph } from './document-paragraph.ts';
import { withPdf } from '../pdf/pdf-library.ts';
import { joinedOver, type PdfParagraph } from '../pdf/pdf-paragraphs.ts';
import { textOf } from '../pdf/pdf-text.ts';
import { median } from '../pdf/reading-order.ts';

const headlineSize = 1.12;
const maxHeadlineLength = 300;
/** Of ten lines nine are no longer than a full one. */
const fullShare = 0.9;
const shortShare = 0.7;
const maxEvidenceLength = 200_000;

/**
 * The first `maxPages` of a PDF as paragraphs of a document, for exports that are told apart by what these say. Fails where the file
 * can't be opened.
 *
 * Lines above a text (outlet, date, labels) are paragraphs of their own, though no more stands between them than between the lines
 * of one: what does not fill its line ends a paragraph. A headline, in larger letters, is one however many lines it has; where it stands again at
 * the head of a further page it is left out.
 */
export async function pdfParagraphs(input: ByteSource, maxPages = Infinity): Promise<DocumentParagraph[]> {
  const { paragraphs } = await withPdf(input.whole(), (document) => textOf(document, maxPages));
  const isLarge = largerThanUsual(paragraphs);
  const full = fullLength(paragraphs);
  const evidence = paragraphs
    .map(({ text }) => text)
    .join('\n')
    .slice(0, maxEvidenceLength);
  const headlines = new Set<string>();
  const found: DocumentParagraph[] = [];
  let page = -1;
  for (const paragraph of joinedOver(paragraphs)) {
    const isFirst = paragraph.page !== page;
    ({ page } = paragraph);
    const whole = joinLines(paragraph.text, evidence).trim();
    if (isFirst && headlines.has(whole)) continue;
    const isTitle = isLarge(paragraph);
    if (isTitle) headlines.add(whole);
    const parts = isTitle ? [whole] : cutAtShortLines(paragraph.text, full);
    for (const part of parts) {
      const text = joinLines(part, evidence).trim();
      if (text !== '') found.push(documentParagraph(text, isTitle));
    }
  }
  return found;
}

function documentParagraph(text: string, isTitle: boolean): DocumentParagraph {
  return {
    text,
    level: isTitle ? 1 : 0,
    isBold: isTitle,
    isCentred: false,
    isContents: false,
    bookmarks: [],
  };
}

function largerThanUsual(paragraphs: readonly PdfParagraph[]): (paragraph: PdfParagraph) => boolean {
  const usual = median(
    paragraphs.flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 50) }, () => size)),
  );
  return ({ size, text }) => size > usual * headlineSize && text.length <= maxHeadlineLength;
}

function fullLength(paragraphs: readonly PdfParagraph[]): number {
  const lengths = paragraphs.flatMap(({ text }) => text.split('\n')).map(({ length }) => length);
  lengths.sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * fullShare)] ?? 0;
}

/** A line that does not fill its page is the last one of its paragraph. */
function cutAtShortLines(text: string, full: number): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    if (isOpen) parts.push(`${parts.pop() ?? ''}\n${line}`);
    else parts.push(line);
    isOpen = line.length >= full * shortShare;
  }
  return parts;
}

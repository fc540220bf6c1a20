import { exportReader } from '../export-reader.ts';
import { hasAny, headText, isMarkup } from '../../reading/head-text.ts';
import { isDated, readNexisDocument, type NexisParagraph } from './nexis-document.ts';

const counter = /^[^\S\n]*\d{1,6} of \d{1,6} DOCUMENTS?[^\S\n]*\r?$/m;
/** The last line of a centred paragraph stands in at least so far. */
const centredFrom = 10;
const pageWidth = 80;
/** Older texts have no blank lines between their paragraphs: each begins with some blanks, after a sentence or a bare label. */
const indented = /^ {2,6}\S/;
const endsBefore = /^(?!\s{7}).*(?:[.?!]["'”)]*|[A-Z]:)$/;
/** Copyright, outlet and date stand in so many. */
const maxHeadParagraphs = 4;

/** What Nexis and LexisNexis gave as text; its counters lie ("8 of 383" in a file of ten), and declare nothing. */
export const nexisTxt = exportReader(
  (input) => (!isMarkup(input) && hasAny(input, 'DOCUMENT') && counter.test(headText(input)) ? 0.95 : 0),
  {
    declares: false,
    opening: counter,
    read: (piece) => readNexisDocument(paragraphsIn(piece)),
  },
);

/** A piece without its counter. Where that stands at the left, the lines have lost what centred them. */
function paragraphsIn(piece: string): NexisParagraph[] {
  const paragraphs = paragraphsOf(piece.slice(piece.indexOf('DOCUMENT')).replace(/^.*/, ''));
  return /^\s/.test(piece) ? paragraphs : withCentredHead(paragraphs);
}

/** Outlet and date are centred elsewhere: what stands before the date, and the date, above the labels. */
function withCentredHead(paragraphs: readonly NexisParagraph[]): NexisParagraph[] {
  const dated = paragraphs
    .slice(0, maxHeadParagraphs)
    .findIndex(({ text }) => text.split('\n').some(isDated));
  return paragraphs.map((paragraph, at) => (at <= dated ? { ...paragraph, isCentred: true } : paragraph));
}

function paragraphsOf(text: string): NexisParagraph[] {
  const paragraphs: NexisParagraph[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length === 0) return;
    const isCentred = isCentredLine(lines.at(-1) ?? '');
    paragraphs.push({ text: lines.map((line) => line.trim()).join('\n'), isCentred });
    lines = [];
  };
  for (const written of text.split('\n')) {
    const line = written.trimEnd();
    if (line === '') end();
    else {
      if (indented.test(line) && endsBefore.test(lines.at(-1) ?? '')) end();
      lines.push(line);
    }
  }
  end();
  return paragraphs;
}

/** In the middle of a line of 80, however long it is. */
function isCentredLine(line: string): boolean {
  const length = line.trimStart().length;
  const indent = line.length - length;
  return indent >= centredFrom || (indent >= 2 && Math.abs(indent - (pageWidth - length) / 2) <= 2);
}

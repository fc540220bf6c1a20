import { sentence } from '../../../../../words/sentence.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import type { DocumentParagraph } from '../../office/document-paragraph.ts';
import { documentExportReader } from '../document-export.ts';
import { NoArticle, type ExportArticle } from '../export-reader.ts';
import { oneLine, saidOf } from '../said.ts';
import { apaHeader } from './apa-header.ts';

const border = /^_{10,}$/;
/** A headline stands so near to the header. */
const headlineWithin = 6;
const maxStandfirstLength = 300;
const maxEditionLength = 40;

/** What APA OnlineManager gives as RTF: press reviews of Austria. */
export const apaOffice = documentExportReader({
  recognises: (opening) => opening.some(isHeader),
  opens: isHeader,
  read: readArticle,
});

function isHeader({ text }: DocumentParagraph): boolean {
  return text.startsWith('"') && apaHeader(text) !== null;
}

function readArticle(paragraphs: readonly DocumentParagraph[]): ExportArticle | null {
  const [first, second, ...rest] = paragraphs;
  // Before the first header stands the cover.
  if (first === undefined || !isHeader(first)) return null;
  const isAbout = second?.text.startsWith('Ressort:') === true;
  const header = isAbout ? `${first.text}\n${second.text}` : first.text;
  const about = apaHeader(header);
  const own = [...(isAbout || second === undefined ? [] : [second]), ...rest].filter(
    ({ text }) => !border.test(text),
  );
  const bold = own.slice(0, headlineWithin).findIndex(({ isBold }) => isBold);
  const titled = bold === -1 ? 0 : bold;
  const plain = own.findIndex(({ isBold }, at) => at > titled && !isBold);
  // A headline over two lines is two paragraphs in bold.
  const behind = bold === -1 || plain === -1 ? titled + 1 : plain;
  const headline = own
    .slice(titled, behind)
    .map(({ text }) => text)
    .join(' ');
  if (headline === '') throw new NoArticle(sentence('file.header-only'));
  const above = own.slice(0, titled).map(({ text }) => oneLine(text));
  const text = own.slice(behind).map((one) => one.text);
  const deck = isStandfirst(text[0], text[1]) ? text.shift() : undefined;
  const decks = above.filter((line) => line.length > maxEditionLength);
  if (deck !== undefined) decks.push(deck);
  return {
    key: null,
    text: [
      ...text.map((paragraph): TextBlock => ({ kind: 'body', text: paragraph })),
      ...[header, ...above.filter((line) => line.length <= maxEditionLength)].map((line): TextBlock => ({
        kind: 'furniture',
        text: oneLine(line),
      })),
    ],
    said: saidOf({
      headline,
      standfirst: decks.join(' '),
      published: about?.published ?? null,
      outlet: about?.outlet ?? null,
      section: about?.section ?? null,
    }),
  };
}

/** A sentence or two between headline and text, which is longer. */
function isStandfirst(line: string | undefined, next: string | undefined): boolean {
  if (line === undefined || next === undefined) return false;
  return line.length <= maxStandfirstLength && next.length > line.length * 1.2;
}

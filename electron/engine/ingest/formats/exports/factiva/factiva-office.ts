import type { DocumentParagraph } from '../../office/document-paragraph.ts';
import { documentExportReader } from '../document-export.ts';
import { paragraphsOf, textExportReader } from '../text-export.ts';
import type { ExportArticle } from '../export-reader.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { isWordCount, oneLine } from '../said.ts';
import { accessionIn, closingLine, readFactivaLayout, type FactivaLine } from './factiva-layout.ts';

/** A name of who publishes is no sentence. */
const company =
  /\b(?:co|corp|inc|ltd|llc|plc|gmbh|s\.?a|s\.?p\.?a|b\.?v|n\.?v|s\.?l|a\.?g|k\.?g|a\/s|pty)\.?$/i;
const maxPublisherLength = 90;
const maxCountLength = 30;
const copyright = /^(?:©|\(c\)|copyright\b)/i;

/** What Factiva gives as RTF: a table of contents, then articles in the order of the display without codes. */
export const factivaOffice = documentExportReader({
  recognises: (opening) =>
    opening.some(({ text }) => isWordCount(text)) && opening.some(({ text }) => accessionIn(text) !== null),
  closes: ({ text }) => accessionIn(text) !== null,
  read: readArticle,
});

/** The same once somebody has saved its text: what stands first is the headline. */
export const factivaTxt = textExportReader({
  closing: closingLine,
  recognises: (head) => head.split(/\r?\n/).some((line) => line.length < maxCountLength && isWordCount(line)),
  read: (piece) =>
    readArticle(paragraphsOf(piece).map((one, at) => (at === 0 ? { ...one, isBold: true } : one))),
});

function readArticle(paragraphs: readonly DocumentParagraph[]): ExportArticle | null {
  // A line break is as good as a paragraph in the lines above the text.
  const lines = paragraphs
    .filter(({ isContents }) => !isContents)
    .map((one) => ({ ...one, text: oneLine(one.text) }));
  const count = lines.findIndex(({ text }) => isWordCount(text));
  if (count === -1 && !lines.some(({ text }) => accessionIn(text) !== null)) return null;
  const headline = lines.findLastIndex(({ isBold, level }, at) => at < count && (isBold || level > 0));
  const start = textStart(lines, count);
  // Before the first headline stands the cover, before the others the section at most.
  const isSectioned = headline === 1 && lines[0]?.isBold === false;
  const from = headline === -1 ? Math.max(0, count - 1) : isSectioned ? 0 : headline;
  const end = publisherAt(lines, start);
  return readFactivaLayout(
    lines.slice(from).map(({ text }, offset): FactivaLine => {
      const at = offset + from;
      const role = at === headline ? 'headline' : at >= start && at !== end && isText(text) ? 'body' : null;
      return { text, role };
    }),
  );
}

/** After the copyright, or after the language where there is none. */
function textStart(lines: readonly DocumentParagraph[], count: number): number {
  const near = lines.slice(count, count + 14);
  const owned = near.findIndex(({ text }) => copyright.test(text));
  const spoken = near.findLastIndex(({ text }) => languageNamed(text) !== null);
  const last = owned === -1 ? spoken : owned;
  return count + (last === -1 ? 3 : last + 1);
}

/** Who publishes stands between a text and its number; -1 where nobody does. */
function publisherAt(lines: readonly DocumentParagraph[], start: number): number {
  const closed = lines.findIndex(({ text }) => !isText(text));
  const text = lines[closed - 1]?.text ?? '';
  const isName = text.length <= maxPublisherLength && (company.test(text) || !/[.!?:;…"'”’»)\]]$/.test(text));
  return closed - 1 > start && isName ? closed - 1 : -1;
}

function isText(text: string): boolean {
  return accessionIn(text) === null;
}

import { sentence } from '../../../../../words/sentence.ts';
import { findDates } from '../../../../article/dates/dates.ts';
import type { TextBlock } from '../../../../article/record-text.ts';
import type { DocumentParagraph } from '../../office/document-paragraph.ts';
import { documentExportReader } from '../document-export.ts';
import { paragraphsOf, textExportReader } from '../text-export.ts';
import { NoArticle, type ExportArticle } from '../export-reader.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { oneLine, saidOf, wordsIn } from '../said.ts';
import { readNexisDocument } from './nexis-document.ts';
import { labelledBy, type NexisField } from './nexis-labels.ts';

const closings =
  'End of Document|Ende des Dokuments|Fin du document|Einde van document|Fin del documento|Fine del documento|Fim do documento|Slut på dokument(?:et)?';
const end = new RegExp(`(?:^|\\s)(?:${closings})$`, 'i');
/** Longer than any of these. */
const counter = /^\d{1,6} of \d{1,6} DOCUMENTS?$/;
const maxEndLength = 40;
const bodyHeading = /^(?:Body|Text|Haupttext|Corps|Tekst|Cuerpo|Texto|Corpo|Testo|Brødtekst)$/i;
const tailHeading =
  /^(?:Classification|Klassifizierung|Klassifikation|Classificatie|Clasificación|Classificação|Classificazione|Klassifisering)$/i;
const graphicHeading = /^(?:Graphic|Grafik|Graphique|Illustration|Afbeelding|Gráfico|Grafico)$/i;
const copyright = /^(?:copyright\b|©)/i;
const count = /^(?:Documents?|Dokumente?|Documenten|Documentos?|Documenti) \((\d{1,5})\)$/;
const isBookmarked = (name: RegExp, { bookmarks }: DocumentParagraph): boolean =>
  bookmarks.some((one) => name.test(one));

/** What Nexis Uni and Lexis Advance give as DOCX, and as RTF; also when another program has saved it again. */
export const nexisOffice = documentExportReader({
  recognises: (opening) =>
    opening.some(isCounter) ||
    (opening.some(isBodyHeading) &&
      (opening.some(isClosing) || opening.some(({ text }) => labelledBy(text, true)?.field === 'end'))),
  opens: isCounter,
  closes: isClosing,
  declared: (opening) => {
    const cover = opening.slice(0, 60).find(({ text }) => count.test(text));
    return cover === undefined ? null : Number(count.exec(cover.text)?.[1]);
  },
  read: readDocument,
});

/** The same once somebody has saved its text, whose lines say no more what they are than those of a document without styles. */
export const nexisUniTxt = textExportReader({
  closing: new RegExp(`^[^\\S\\n]*(?:${closings})[^\\S\\n]*\\r?$`, 'im'),
  recognises: (head) =>
    /^[^\S\n]*(?:Body|Text|Haupttext|Corps|Tekst|Cuerpo|Corpo|Testo)[^\S\n]*\r?$/m.test(head),
  read: (piece) => readDocument(paragraphsOf(piece)),
});

/** What older exports have above every document, as in their text. */
function isCounter({ text }: DocumentParagraph): boolean {
  return counter.test(text);
}

/** The last line of a document: a line of its own. */
function isClosing({ text }: DocumentParagraph): boolean {
  const line = text.slice(-maxEndLength).trimEnd();
  return end.test(line) && (text.length < maxEndLength || line.includes('\n'));
}

function isBodyHeading(paragraph: DocumentParagraph): boolean {
  return bodyHeading.test(paragraph.text) && (isBookmarked(/^Body/, paragraph) || paragraph.text.length < 12);
}

function readDocument(paragraphs: readonly DocumentParagraph[]): ExportArticle | null {
  const [first] = paragraphs;
  if (first !== undefined && isCounter(first)) return readNexisDocument(paragraphs.slice(1));
  const closed = paragraphs.at(-1);
  const isClosed = closed !== undefined && isClosing(closed);
  const body = paragraphs.findIndex(isBodyHeading);
  // What stands after the last document is the end of the file.
  if (body === -1 && !isClosed) return null;
  const fields = new Map<NexisField, string[]>();
  const bodyStart = body === -1 ? paragraphs.length : body;
  const head = headOf(paragraphs.slice(0, bodyStart));
  const behind = paragraphs.findIndex(
    (one, at) => at > bodyStart && (tailHeading.test(one.text) || isEnd(one)),
  );
  const tail = behind === -1 ? paragraphs.length - (isClosed ? 1 : 0) : behind;
  const furniture: string[] = [];
  for (const { text } of [...head.rest, ...paragraphs.slice(tail)])
    for (const line of text.split('\n')) readLine(line, fields, furniture);
  const one = (field: NexisField): string => oneLine((fields.get(field) ?? []).join(' '));
  const text = [
    ...textOf(paragraphs.slice(bodyStart + 1, tail)),
    ...furniture.map((line): TextBlock => ({ kind: 'furniture', text: line })),
  ];
  if (head.headline === '' && !text.some(({ kind }) => kind === 'body'))
    throw new NoArticle(sentence('file.holds-neither'));
  for (const caption of fields.get('graphic') ?? []) text.push({ kind: 'caption', text: caption });
  const declared = wordsIn(one('length'));
  return {
    key: null,
    text,
    said: saidOf({
      headline: head.headline,
      standfirst: one('standfirst'),
      byline: one('byline'),
      place: one('place'),
      published: head.published,
      language: languageNamed(one('language')),
      outlet: head.outlet,
      section: one('section'),
      url: one('url'),
    }),
    ...(declared === undefined ? {} : { declaredWords: declared }),
  };
}

function isEnd({ text }: DocumentParagraph): boolean {
  return labelledBy(text, true)?.field === 'end';
}

type Head = Readonly<{
  headline: string;
  outlet: string;
  published: string;
  rest: readonly DocumentParagraph[];
}>;

/** Headline, outlet and date stand in this order, after the cover: the last date before the labels is that of the document. */
function headOf(paragraphs: readonly DocumentParagraph[]): Head {
  const labelled = paragraphs.findLastIndex(({ text }) => copyright.test(text));
  const until = labelled === -1 ? paragraphs.length : labelled;
  const dated = paragraphs.findLastIndex(({ text }, at) => at < until && isDate(text));
  const marked = paragraphs.findLastIndex((one) => isBookmarked(/^(?:Bookmark|Doc)_?\d+$/i, one));
  const date = dated === -1 ? Math.min(until, Math.max(marked, 0) + 2) : dated;
  const start = marked > -1 && marked < date - 1 ? marked : Math.max(0, date - 2);
  return {
    headline: paragraphs
      .slice(start, date - 1)
      .map(({ text }) => oneLine(text))
      .join(' '),
    outlet: oneLine(paragraphs[date - 1]?.text ?? ''),
    published: dated === -1 ? '' : oneLine(paragraphs[date]?.text ?? ''),
    rest: paragraphs.slice(dated === -1 ? date : date + 1),
  };
}

function isDate(text: string): boolean {
  const [date] = findDates(text);
  if (date === undefined) return /^(?:spring|summer|fall|autumn|winter)[, ]+\d{4}$/i.test(text);
  return text.length < 90 && /^[\p{L}., ]{0,16}$/u.test(text.slice(0, date.start));
}

function readLine(line: string, fields: Map<NexisField, string[]>, furniture: string[]): void {
  const written = oneLine(line);
  const found = labelledBy(written, true);
  if (found !== null && found.value !== '')
    fields.set(found.field, [...(fields.get(found.field) ?? []), found.value]);
  if (written !== '' && (found === null || found.field === 'end' || found.field === 'about'))
    furniture.push(written);
}

function textOf(paragraphs: readonly DocumentParagraph[]): TextBlock[] {
  let kind: TextBlock['kind'] = 'body';
  const blocks: TextBlock[] = [];
  for (const { text } of paragraphs) {
    if (graphicHeading.test(text)) kind = 'caption';
    else blocks.push({ kind, text });
  }
  return blocks;
}

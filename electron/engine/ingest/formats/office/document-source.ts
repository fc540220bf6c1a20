import type { ByteSource } from '../byte-source.ts';
import { isZip } from '../reading/zip/zip-archive.ts';
import { zipOfFile } from '../reading/zip/zip-of-file.ts';
import type { DocumentParagraph } from './document-paragraph.ts';
import { docxParagraphs } from './docx-paragraphs.ts';
import { odtParagraphs } from './odt-paragraphs.ts';
import { pdfParagraphs } from './pdf-document.ts';
import { isPdf } from '../pdf/pdf-library.ts';
import { rtfParagraphs } from './rtf-paragraphs.ts';

export type DocumentKind = 'rtf' | 'docx' | 'odt' | 'pdf';

/** A document of a word processor, or a PDF that was made of one: which, and its paragraphs. */
export type DocumentSource = Readonly<{
  kind: DocumentKind;
  paragraphs: (encoding: string | null) => AsyncIterable<DocumentParagraph> | Iterable<DocumentParagraph>;
  /** The first paragraphs, where it takes less to read no more than them. */
  opening?: () => AsyncIterable<DocumentParagraph>;
}>;

/** Enough to see which export a document is: cover and contents may take pages. */
const openingLength = 400_000;
const openingParagraphs = 3_000;
const openingPages = 8;

type Looked = {
  source: Promise<DocumentSource | null>;
  opening: Promise<readonly DocumentParagraph[]> | null;
};
let last: { input: ByteSource; looked: Looked } | null = null;

/** What a file is among documents, null for nothing; told by its content, at hand for all who ask of the same file. */
export function documentOf(input: ByteSource): Promise<DocumentSource | null> | null {
  const head = input.head();
  if (!isZip(input) && !isRtf(head) && !isPdf(input)) return null;
  return lookedAt(input).source;
}

/** The first paragraphs of a document, to recognise an export by. */
export async function openingOf(input: ByteSource): Promise<readonly DocumentParagraph[]> {
  const looked = lookedAt(input);
  looked.opening ??= looked.source.then(firstOf);
  return looked.opening;
}

/** With a version or without: not every program writes one. */
function isRtf(head: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,20}\{\\rtf/.test(head.toString('latin1', 0, 32));
}

function lookedAt(input: ByteSource): Looked {
  if (last?.input === input) return last.looked;
  const source = isZip(input) ? sourceInZip(input) : Promise.resolve(isPdf(input) ? pdf(input) : rtf(input));
  const looked = { source, opening: null };
  last = { input, looked };
  return looked;
}

function rtf(input: ByteSource): DocumentSource {
  return { kind: 'rtf', paragraphs: (encoding) => rtfParagraphs(input, encoding) };
}

function pdf(input: ByteSource): DocumentSource {
  return {
    kind: 'pdf',
    paragraphs: () => inPdf(input),
    opening: () => inPdf(input, openingPages),
  };
}

async function* inPdf(input: ByteSource, maxPages?: number): AsyncGenerator<DocumentParagraph> {
  yield* await pdfParagraphs(input, maxPages);
}

async function sourceInZip(input: ByteSource): Promise<DocumentSource | null> {
  // Whoever takes the file says what is wrong with an archive that can't be opened.
  const zip = await zipOfFile(input);
  if (zip === null) return null;
  if (zip.entries.some(({ name }) => /^word\/document\d*\.xml$/i.test(name)))
    return { kind: 'docx', paragraphs: () => docxParagraphs(zip) };
  const type = zip.entry('mimetype');
  const isText = type !== null && type.size < 200 && (await zip.bytes(type)).includes('opendocument.text');
  return isText && zip.entry('content.xml') !== null
    ? { kind: 'odt', paragraphs: () => odtParagraphs(zip) }
    : null;
}

async function firstOf(source: DocumentSource | null): Promise<DocumentParagraph[]> {
  const first: DocumentParagraph[] = [];
  if (source === null) return first;
  let length = 0;
  try {
    for await (const paragraph of source.opening?.() ?? source.paragraphs(null)) {
      first.push(paragraph);
      length += paragraph.text.length;
      if (length > openingLength || first.length >= openingParagraphs) break;
    }
  } catch {
    // It is read again by whoever takes the file, who says what is wrong with it.
  }
  return first;
}

import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { blocksOfLines } from '../../../article/html/read-lines.ts';
import type { BlockText } from '../../../article/record-text.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import type { ByteSource } from '../byte-source.ts';
import { extensionOf } from '../format-table.ts';
import { isZip } from '../reading/zip/zip-archive.ts';
import type { DocumentParagraph } from './document-paragraph.ts';
import { documentOf, type DocumentKind } from './document-source.ts';

const maxHeadlineLength = 250;
const maxTextLength = 100_000_000;

export const rtf = readerOf('rtf');
export const docx = readerOf('docx');
export const odt = readerOf('odt');

/** A document of a word processor as one article. */
function readerOf(kind: DocumentKind): FormatReader {
  return {
    holds: 'one',
    sniff: (input, path) => {
      const source = documentOf(input);
      const isNamed = extensionOf(path) === kind && (kind === 'rtf' || isZip(input));
      return source === null ? 0 : source.then((found) => (found?.kind === kind ? 0.7 : isNamed ? 0.2 : 0));
    },
    read: (input, context) => articleOf(input, context),
  };
}

async function* articleOf(
  input: ByteSource,
  context: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const { encoding: chosen } = context;
  const source = await documentOf(input);
  if (source === null) throw new SaidError(sentence('file.damaged-document'));
  const paragraphs: DocumentParagraph[] = [];
  let length = 0;
  for await (const paragraph of source.paragraphs(chosen)) {
    // A table of contents says again what stands in the text.
    if (!paragraph.isContents) paragraphs.push(paragraph);
    length += paragraph.text.length;
    if (length > maxTextLength) throw new SaidError(sentence('file.long-text'));
  }
  if (paragraphs.length === 0) {
    yield { place: null, code: 'empty', reason: sentence('file.document-no-text') };
    return;
  }
  const headline = headlineOf(paragraphs);
  yield {
    key: null,
    text: textOf(paragraphs, headline, context),
    said: headline === null ? {} : { headline },
    encoding: chosen ?? (source.kind === 'rtf' ? 'us-ascii' : 'utf-8'),
    original: 'text',
  };
}

/** Under a title the paragraphs as they are; without one a flattened page, of which the headline is looked for as well. */
function textOf(
  paragraphs: readonly DocumentParagraph[],
  headline: string | null,
  context: ReadContext,
): BlockText {
  if (headline === null) return paragraphs.map(({ text }) => text).join('\n\n');
  const rest = paragraphs.slice(1);
  return blocksOfLines(
    rest,
    rest.map(() => 'body'),
    headline,
    context,
  );
}

/** A title, a heading or a short line in bold at the beginning. */
function headlineOf(paragraphs: readonly DocumentParagraph[]): string | null {
  const [first, ...rest] = paragraphs;
  if (first === undefined || rest.length === 0 || first.text.length > maxHeadlineLength) return null;
  const isTitle = first.level > 0 || (first.isBold && rest.some(({ isBold }) => !isBold));
  return isTitle ? first.text.replace(/\s+/g, ' ') : null;
}

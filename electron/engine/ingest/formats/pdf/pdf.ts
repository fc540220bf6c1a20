import { saidBy } from '../../../../contract/failure.ts';
import { type Said, sentence } from '../../../../words/sentence.ts';
import { blocksOfLines } from '../../../article/html/read-lines.ts';
import { joinLines } from '../../../article/text/broken-words.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import type { ByteSource } from '../byte-source.ts';
import { isAlike, joinedOver, type PdfParagraph } from './pdf-paragraphs.ts';
import { isPdf, withPdf } from './pdf-library.ts';
import { textOf, type PdfText } from './pdf-text.ts';
import { median } from './reading-order.ts';
import { unreadableReason } from './unreadable-text.ts';

const maxHeadlineLength = 300;
const maxLineLength = 150;
const headlineSize = 1.15;
/** A page that was printed may have menus before its article. */
const lastOfHeadline = 2;
const maxEvidenceLength = 200_000;

/** A PDF with a layer of text: one article. */
export const pdf: FormatReader = {
  holds: 'one',
  sniff: (input) => (isPdf(input) ? 0.9 : 0),
  read: (input, context) => articleOf(input, context),
};

async function* articleOf(
  input: ByteSource,
  context: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  let text: PdfText;
  try {
    text = await withPdf(input.whole(), (document) => textOf(document));
  } catch (error) {
    yield { place: null, code: 'unreadable', reason: reasonOf(error) };
    return;
  }
  const paragraphs = joinedOver(text.paragraphs);
  if (paragraphs.length === 0) {
    yield { place: null, code: 'empty', reason: sentence('file.scanned') };
    return;
  }
  const unreadable = unreadableReason(paragraphs.map(({ text }) => text));
  if (unreadable !== null) {
    yield { place: null, code: 'undecodable', reason: unreadable };
    return;
  }
  // Whether a hyphen at the end of a line is one is seen elsewhere in the text.
  const evidence = paragraphs
    .map(({ text }) => text)
    .join('\n')
    .slice(0, maxEvidenceLength);
  for (const paragraph of paragraphs) paragraph.text = joinLines(paragraph.text, evidence);
  const headline = headlineOf(paragraphs);
  const rest = paragraphs.filter((paragraph) => paragraph !== headline);
  const title = headline?.text ?? null;
  yield {
    key: null,
    text: [
      ...blocksOfLines(
        rest,
        rest.map(() => 'body'),
        title,
        context,
      ),
      ...[...text.around].map((line) => ({ kind: 'furniture', text: line }) as const),
    ],
    said: title === null ? {} : { headline: title },
    encoding: 'utf-8',
    original: { start: 0, end: input.size },
  };
}

/** The largest letters of the first pages, where they are larger than those of the text. */
function headlineOf(paragraphs: readonly PdfParagraph[]): PdfParagraph | null {
  const letters = paragraphs.flatMap(({ size, text }) =>
    Array.from({ length: Math.ceil(text.length / 50) }, () => size),
  );
  const usual = median(letters);
  let largest: PdfParagraph | null = null;
  for (const paragraph of paragraphs) {
    if (
      paragraph.page > lastOfHeadline ||
      paragraph.text.length > maxHeadlineLength ||
      !/\p{L}{2}/u.test(paragraph.text)
    )
      continue;
    if (paragraph.size < usual * headlineSize) continue;
    if (largest === null || (paragraph.size > largest.size && !isAlike(paragraph.size, largest.size)))
      largest = paragraph;
  }
  return largest ?? firstLine(paragraphs);
}

/** Where all letters are alike: a line that ends no sentence, above longer ones. */
function firstLine(paragraphs: readonly PdfParagraph[]): PdfParagraph | null {
  const [first, second] = paragraphs;
  if (first === undefined || second === undefined || first.text.length > maxLineLength) return null;
  return /[.:;,]$/u.test(first.text) || !/\p{L}{2}/u.test(first.text) ? null : first;
}

function reasonOf(error: unknown): Said {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return sentence('file.password');
  if (name === 'InvalidPDFException') return sentence('file.no-pdf');
  return saidBy(error);
}

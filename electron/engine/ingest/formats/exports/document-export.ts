import { SaidError, saidBy } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import type { DocumentParagraph } from '../office/document-paragraph.ts';
import { documentOf, openingOf } from '../office/document-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { NoArticle, type ExportArticle } from './export-reader.ts';

/** How the articles of an export are told apart that comes as a document of a word processor. */
export type DocumentExport = Readonly<{
  recognises: (opening: readonly DocumentParagraph[]) => boolean;
  /** Whether an article begins with a paragraph, for exports that say so. */
  opens?: (paragraph: DocumentParagraph) => boolean;
  /** Whether one ends with it. */
  closes?: (paragraph: DocumentParagraph) => boolean;
  /** How many articles there are, as far as the opening says it. */
  declared?: (opening: readonly DocumentParagraph[]) => number | null;
  /** Reads an article, with all that stands before it when it is the first; null for what is none and should be none. */
  read: (paragraphs: readonly DocumentParagraph[]) => ExportArticle | null;
}>;

/** An article has no more paragraphs than that: beyond, the end of it was not found. */
const maxParagraphs = 50_000;

/** A reader of an export in RTF, DOCX or ODT: which of them makes no difference. */
export function documentExportReader(form: DocumentExport): FormatReader {
  return {
    holds: 'many',
    sniff: (input) => {
      const source = documentOf(input);
      return source === null ? 0 : sniffed(input, form);
    },
    read: (input, context) => articlesOf(input, context, form),
  };
}

async function sniffed(input: ByteSource, { recognises }: DocumentExport): Promise<number> {
  return recognises(await openingOf(input)) ? 0.95 : 0;
}

async function* articlesOf(
  input: ByteSource,
  { encoding: chosen, begin, declare }: ReadContext,
  { opens, closes, declared, read }: DocumentExport,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const source = await documentOf(input);
  if (source === null) throw new SaidError(sentence('file.no-document'));
  const count = declared?.(await openingOf(input)) ?? null;
  if (count !== null) declare(count);
  let number = 0;
  let own: DocumentParagraph[] = [];
  const encoding = chosen ?? (source.kind === 'rtf' ? 'us-ascii' : 'utf-8');
  const finish = (): FoundRecord | RecordFailure | null => {
    const paragraphs = own;
    own = [];
    if (paragraphs.length === 0) return null;
    number += 1;
    if (!begin(number)) return null;
    try {
      const article = read(paragraphs);
      return article === null ? null : { ...article, encoding, original: 'text' };
    } catch (error) {
      const code = error instanceof NoArticle ? 'empty' : 'unreadable';
      return { place: `article ${number}`, code, reason: saidBy(error) };
    }
  };
  for await (const paragraph of source.paragraphs(chosen)) {
    if (opens?.(paragraph) === true || own.length > maxParagraphs) {
      const found = finish();
      if (found !== null) yield found;
    }
    own.push(paragraph);
    if (closes?.(paragraph) !== true) continue;
    const found = finish();
    if (found !== null) yield found;
  }
  const found = finish();
  if (found !== null) yield found;
}

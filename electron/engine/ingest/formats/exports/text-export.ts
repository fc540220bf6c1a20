import { saidBy } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import { splitParagraphs } from '../../../article/paragraphs/paragraphs.ts';
import { unwrap } from '../../../article/text/lines.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import type { DocumentParagraph } from '../office/document-paragraph.ts';
import { textOfFile } from '../reading/file-text.ts';
import { headText, isMarkup } from '../reading/head-text.ts';
import { piecesOf } from '../reading/text-pieces.ts';
import { NoArticle, type ExportArticle } from './export-reader.ts';

/** An export that comes as a document, once somebody has saved its text. */
export type TextExport = Readonly<{
  /** The line that an article ends with. */
  closing: RegExp;
  /** Whether a text that has such a line is of this export, by its head. */
  recognises: (head: string) => boolean;
  /** Reads an article with its last line, as it is written; null for what is none and should be none. */
  read: (piece: string) => ExportArticle | null;
}>;

/** A reader of the texts of an export; an article at a time. */
export function textExportReader(form: TextExport): FormatReader {
  return {
    holds: 'many',
    sniff: (input) => {
      if (isMarkup(input)) return 0;
      const head = headText(input);
      return form.closing.test(head) && form.recognises(head) ? 0.93 : 0;
    },
    read: (input, context) => articlesOf(input, context, form),
  };
}

function* articlesOf(
  input: ByteSource,
  { encoding: chosen, begin }: ReadContext,
  { closing, read }: TextExport,
): Generator<FoundRecord | RecordFailure> {
  const file = textOfFile(input, chosen, false);
  if ('code' in file) {
    yield { place: null, ...file };
    return;
  }
  let number = 0;
  for (const { text, isCut } of closedPieces(file.windows(), closing)) {
    number += 1;
    if (text.trim() === '' || !begin(number)) continue;
    const place = `article ${number}`;
    try {
      const article = isCut ? null : read(text);
      if (isCut) yield { place, code: 'too-large', reason: sentence('file.long-article') };
      else if (article !== null) yield { ...article, encoding: file.encoding, original: 'text' };
    } catch (error) {
      yield { place, code: error instanceof NoArticle ? 'empty' : 'unreadable', reason: saidBy(error) };
    }
  }
}

/** The pieces of a text, each up to its closing line and with it; at last what stands behind all of them. */
function* closedPieces(
  windows: Iterable<string>,
  closing: RegExp,
): Generator<Readonly<{ text: string; isCut: boolean }>> {
  let open = { text: '', isCut: false };
  for (const { number, text, isCut } of piecesOf(windows, closing)) {
    const line = number === 0 ? '' : (/^.*/.exec(text.trimStart())?.[0] ?? '');
    if (number > 0) yield { text: `${open.text}\n\n${line}`, isCut: open.isCut };
    open = { text: number === 0 ? text : text.trimStart().slice(line.length), isCut };
  }
  yield open;
}

/** The paragraphs of a text as those of a document, whose lines say no more what they are. */
export function paragraphsOf(text: string): DocumentParagraph[] {
  return splitParagraphs(text).flatMap(({ itemStart, end }) => {
    const own = unwrap(text.slice(itemStart, end)).trim();
    return own === ''
      ? []
      : [{ text: own, level: 0, isBold: false, isCentred: false, isContents: false, bookmarks: [] }];
  });
}

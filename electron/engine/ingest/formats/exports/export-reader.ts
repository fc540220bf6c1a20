import { SaidError, saidBy } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { textOfFile } from '../reading/file-text.ts';
import { piecesOf } from '../reading/text-pieces.ts';

/** An article of an export. */
export type ExportArticle = Pick<FoundRecord, 'key' | 'text' | 'said' | 'declaredWords'>;

/** A piece of an export that should be an article and is none. */
export class NoArticle extends SaidError {}

/** How the articles of one kind of export are told apart and read. */
export type Export = Readonly<{
  /** Whether its files may declare their encoding, as pages and XML do. */
  declares: boolean;
  /** What an article begins with; what stands before the first is a cover. */
  opening: RegExp;
  /** How many articles the cover says that there are. */
  declared?: (cover: string) => number | null;
  /** Reads what stands between two openings, given the cover; null for what is no article and should be none. */
  read: (piece: string, cover: string) => ExportArticle | null;
}>;

/** A reader of an export: streams, an article at a time. */
export function exportReader(sniff: FormatReader['sniff'], form: Export): FormatReader {
  return { holds: 'many', sniff, read: (input, context) => articlesOf(input, context, form) };
}

function* articlesOf(
  input: ByteSource,
  context: ReadContext,
  form: Export,
): Generator<FoundRecord | RecordFailure> {
  const file = textOfFile(input, context.encoding, form.declares);
  if ('code' in file) yield { place: null, ...file };
  else yield* articlesIn(file.windows(), file.encoding, context, form);
}

/** The articles of an export that is at hand as text. */
export function* articlesIn(
  texts: Iterable<string>,
  encoding: string,
  { begin, declare }: ReadContext,
  { opening, declared, read }: Omit<Export, 'declares'>,
): Generator<FoundRecord | RecordFailure> {
  let cover = '';
  for (const { number, text, isCut } of piecesOf(texts, opening)) {
    if (number === 0) {
      cover = text;
      const count = declared?.(text) ?? null;
      if (count !== null) declare(count);
      continue;
    }
    if (!begin(number)) continue;
    const place = `article ${number}`;
    if (isCut) {
      yield { place, code: 'too-large', reason: sentence('file.long-article') };
      continue;
    }
    try {
      const article = read(text, cover);
      if (article !== null) yield { ...article, encoding, original: 'text' };
    } catch (error) {
      const code = error instanceof NoArticle ? 'empty' : 'unreadable';
      yield { place, code, reason: saidBy(error) };
    }
  }
}

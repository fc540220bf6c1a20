import { sentence } from '../../../../words/sentence.ts';
import type { ByteSource } from '../byte-source.ts';
import type { ReadContext, RecordFailure } from '../format-reader.ts';
import { textOfFile } from './file-text.ts';
import { headText } from './head-text.ts';
import { isObject, type JsonObject } from './json-file.ts';
import { piecesOf } from './text-pieces.ts';

export type JsonLine = Readonly<{ ordinal: number; value: JsonObject; encoding: string }>;

/** The objects of a file that has one on each line; a line that can't be read is a failure of its own. */
export function* jsonLines(
  input: ByteSource,
  { encoding: chosen, begin }: ReadContext,
): Generator<JsonLine | RecordFailure> {
  const file = textOfFile(input, chosen, false);
  if ('code' in file) {
    yield { place: null, ...file };
    return;
  }
  for (const { number, text, isCut } of piecesOf(file.windows(), /\n(?=[ \t]{0,20}\{)/)) {
    const line = text.trim();
    const ordinal = number + 1;
    if (line === '' || !begin(ordinal)) continue;
    const place = `line ${ordinal}`;
    if (isCut) {
      yield { place, code: 'too-large', reason: sentence('file.long-article') };
      continue;
    }
    const value = parsed(line);
    if (value === null) yield { place, code: 'unreadable', reason: sentence('file.no-json-object') };
    else yield { ordinal, value, encoding: file.encoding };
  }
}

function parsed(line: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    // Said by who asked, with the line's number.
    return null;
  }
}

/** Whether a file that begins with an object of JSON has one on each line, by its first line. */
export function isJsonLines(input: ByteSource): boolean {
  const head = headText(input).trimStart();
  const end = head.indexOf('\n');
  return end > 0 && /^\s*\{/.test(head.slice(end, end + 40)) && parsed(head.slice(0, end)) !== null;
}

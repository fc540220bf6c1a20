import { word } from '../../electron/words/word.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../../electron/engine/ingest/formats/format-reader.ts';
import { readableFormats } from '../../electron/engine/ingest/formats/readable-formats.ts';
import { byteSource } from './read-format.ts';

/** What a reader finds in a file, records and failures apart. */
export async function readAll(
  reader: FormatReader,
  content: string | Buffer,
  context: Partial<ReadContext> = {},
): Promise<{ records: FoundRecord[]; failures: RecordFailure[] }> {
  const records: FoundRecord[] = [];
  const failures: RecordFailure[] = [];
  const whole: ReadContext = {
    path: 'a',
    fileTimeMs: 0,
    today: '2026-01-01',
    encoding: null,
    begin: () => true,
    declare: () => undefined,
    ...context,
  };
  for await (const found of reader.read(byteSource(content), whole))
    if (isRecordFailure(found)) failures.push({ ...found, reason: word(found.reason) });
    else records.push(found);
  return { records, failures };
}

/** The name of the format whose reader would read a file. */
export async function formatNameOf(content: string | Buffer, name: string): Promise<string | null> {
  return (await readableFormats.formatOf(byteSource(content), name))?.format.name ?? null;
}

/** The body of a record, its paragraphs apart. */
export function bodyOf({ text }: FoundRecord): string[] {
  return typeof text === 'string'
    ? [text]
    : text.filter(({ kind }) => kind === 'body').map((block) => block.text);
}

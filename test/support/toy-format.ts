import type {
  Format,
  FoundRecord,
  ReadContext,
  RecordFailure,
} from '../../electron/engine/ingest/formats/format-reader.ts';
import type { ByteSource } from '../../electron/engine/ingest/formats/byte-source.ts';

/**
 * A format for tests: a first line "TOY" or "TOY 12", which declares how many records there are, then a record a line, as "key|headline|text".
 * Without a key a record is named by its content; one of "!" can't be read, and the text "stop" ends the file in the middle.
 */
export const toy: Format = {
  name: 'toy',
  extensions: ['toy'],
  opening: /^TOY\b/,
  load: async () => ({
    holds: 'many',
    sniff: (input) => (input.head().toString('latin1', 0, 3) === 'TOY' ? 0.9 : 0),
    read: readToy,
  }),
};

/** The bytes of a toy, a record for each of `lines`. */
export function toyOf(...lines: readonly string[]): string {
  return ['TOY', ...lines].join('\n');
}

async function* readToy(
  input: ByteSource,
  { begin, declare }: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const [first = '', ...lines] = input.whole().toString('utf8').split('\n');
  const declared = /\d+/.exec(first)?.[0];
  if (declared !== undefined) declare(Number(declared));
  for (const [at, line] of lines.entries()) {
    if (!begin(at)) continue;
    const [key = '', headline = '', text = ''] = line.split('|');
    if (text === 'stop') throw new Error('this is where it stops');
    if (key === '!') {
      yield { place: `line ${at + 1}`, code: 'unreadable', reason: 'it is said to be unreadable' };
      continue;
    }
    yield {
      key: key === '' ? null : key,
      text: [{ kind: 'body', text }],
      said: headline === '' ? {} : { headline },
      encoding: 'utf-8',
      original: 'text',
    };
  }
}

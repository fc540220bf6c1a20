import { sentence } from '../../../../words/sentence.ts';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';
import type { FormatReader, FoundRecord, RecordFailure } from '../format-reader.ts';
import type { ByteSource } from '../byte-source.ts';
import { withoutAddresses } from './without-addresses.ts';
import { extensionOf } from '../format-table.ts';

/** One article as text: a page that was flattened, or what was typed. */
export const txt: FormatReader = {
  holds: 'one',
  // Any bytes may be text: whoever recognises what it is in them is surer.
  sniff: (_input, path) => (extensionOf(path) === 'txt' ? 0.1 : 0),
  read: (input, { encoding }) => [readText(input, encoding)],
};

function readText(input: ByteSource, chosen: string | null): FoundRecord | RecordFailure {
  const decoded = chosen === null ? decodeText(input.whole()) : decodeTextAs(input.whole(), chosen);
  if (isDecodeFailure(decoded)) return { place: null, ...decoded };
  const { text, encoding } = decoded;
  if (text.trim() === '') return { place: null, code: 'empty', reason: sentence('file.only-space') };
  return {
    key: null,
    text: withoutAddresses(text),
    said: {},
    encoding,
    original: { start: 0, end: input.size },
  };
}

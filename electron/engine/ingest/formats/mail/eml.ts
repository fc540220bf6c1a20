import type { ByteSource } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext } from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { headText } from '../reading/head-text.ts';
import { messageRecords } from './message-records.ts';

const mailExtensions = new Set(['eml', 'emlx']);
const maxMessageLength = 67_108_864;
const sniffedLetters = 4_096;
/** Apple writes the length of the message above it. */
const countLine = /^\d{1,10}[ \t]*\r?\n/;
const opening = /^(?:\d{1,10}[ \t]*\r?\n)?[!-9;-~]{1,80}:/;
const headerLine = /^([!-9;-~]{1,80}):|^[ \t]/;
const telling = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'received',
  'return-path',
]);
const minTelling = 3;
const mark = Buffer.from('\ufeff');

/** One message as a file, with those that were forwarded in it. */
export const eml: FormatReader = {
  holds: 'many',
  sniff: (input, path) => {
    const named = mailExtensions.has(extensionOf(path));
    const head = headText(input);
    if (!opening.test(head) || !opensMessage(head.slice(0, sniffedLetters))) return 0;
    return named ? 0.7 : 0.5;
  },
  read: readMessage,
};

/** Whether a text begins with the headers of a message. */
export function opensMessage(head: string): boolean {
  const found = new Set<string>();
  const text = head.replace(countLine, '');
  for (const line of text.split(/\r?\n/).slice(0, -1)) {
    if (line === '') break;
    const [whole, name] = headerLine.exec(line) ?? [];
    if (whole === undefined) return false;
    if (name !== undefined && telling.has(name.toLowerCase())) found.add(name.toLowerCase());
  }
  return found.has('from') && found.size >= minTelling;
}

async function* readMessage(input: ByteSource, context: ReadContext): AsyncGenerator<FoundRecord> {
  const bytes = Buffer.from(input.at(0, maxMessageLength));
  const count = countLine.exec(bytes.toString('latin1', 0, 16));
  const marked = bytes.subarray(0, mark.length).equals(mark) ? mark.length : 0;
  const start = count?.[0].length ?? marked;
  const end = count === null ? bytes.length : Math.min(bytes.length, start + Number(count[0]));
  if (context.begin(0)) yield* await messageRecords(bytes.subarray(start, end), { start, end }, context);
}

import { piecesOf } from '../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';
import { isRecordFailure } from '../format-reader.ts';
import { headText } from '../reading/head-text.ts';
import { capturedPage, mayHoldPage, targetOf } from './captured-page.ts';
import { isGzip, unpacked, unpackedHead, type GzipFault } from './gzip-members.ts';
import { warcRecords } from './warc-records.ts';

const opening = /^(?:WARC\/\d|filedesc:)/;

/** A web archive, packed or not: WARC, ARC, and WET, which has the texts alone. Its pages are the articles. */
export const warc: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    if (opening.test(headText(input).slice(0, 16))) return 0.95;
    if (!isGzip(input.head())) return 0;
    return opening.test(unpackedHead(input.head()).toString('latin1', 0, 16)) ? 0.95 : 0;
  },
  read: (input, context) => warcArticles(piecesOf(input), context),
};

/** The pages of a web archive that comes in pieces; `takes` says of which addresses. */
export async function* warcArticles(
  pieces: AsyncIterator<Buffer>,
  context: ReadContext,
  takes: (address: string) => boolean = () => true,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const first = await pieces.next();
  if (first.done === true) return;
  // Not by its name: some programs pack what they call `.warc` as well.
  const isPacked = isGzip(first.value);
  const whole = withFirst(first.value, pieces);
  const bytes: AsyncIterable<Buffer | GzipFault> = isPacked ? unpacked(whole) : whole;
  for await (const record of warcRecords(bytes)) {
    const { number } = record;
    if ('reason' in record) {
      yield { place: `record ${number}`, code: 'unreadable', reason: record.reason };
      continue;
    }
    const { headers, content, start, end } = record;
    if (!mayHoldPage(headers) || !takes(targetOf(headers)) || !context.begin(number)) continue;
    const found = capturedPage(headers, content, context);
    if (found === null) continue;
    if (isRecordFailure(found)) yield { ...found, place: `record ${number}, ${targetOf(headers)}` };
    else yield isPacked ? found : { ...found, original: { start, end } };
  }
}

async function* withFirst(first: Buffer, others: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await others.next(); next.done !== true; next = await others.next()) yield next.value;
}

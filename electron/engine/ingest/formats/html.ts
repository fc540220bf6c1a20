import type { ByteSource } from './byte-source.ts';
import { looksLikePage, sniffedPageBytes } from './looks-like-page.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from './format-reader.ts';
import { extensionOf } from './format-table.ts';
import { pageRecord } from './reading/page-record.ts';

const pageExtensions = new Set(['html', 'htm', 'xhtml']);

/** A saved web page: the article that it shows. */
export const html: FormatReader = {
  holds: 'one',
  sniff: (input, path) => {
    const isNamed = pageExtensions.has(extensionOf(path));
    if (looksLikePage(input.head().subarray(0, sniffedPageBytes))) return isNamed ? 0.8 : 0.6;
    return isNamed ? 0.3 : 0;
  },
  read: (input, context) => [readHtml(input, context)],
};

function readHtml(input: ByteSource, context: ReadContext): FoundRecord | RecordFailure {
  const read = pageRecord(input.whole(), context, {});
  return isRecordFailure(read) ? read : { ...read, original: { start: 0, end: input.size } };
}

import { sentence } from '../../../../words/sentence.ts';
import type { ByteSource } from '../byte-source.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../format-reader.ts';
import { extensionOf } from '../format-table.ts';
import { headText } from '../reading/head-text.ts';
import { pageRecord } from '../reading/page-record.ts';
import { mimeParts, parameter, type MimePart } from './mime-parts.ts';

const pageExtensions = new Set(['mht', 'mhtml']);
const savedBy = /^From: ["<]?Saved by |^Snapshot-Content-Location:|^X-MAF-/im;
const related = /^Content-Type:\s*multipart\/related\b/im;
const sniffedLetters = 2_048;
const headers = /^[!-9;-~]{1,80}:/;

/** A page that a browser saved with all that it shows, as Chromium, Firefox and Internet Explorer do. */
export const mhtml: FormatReader = {
  holds: 'one',
  sniff: (input, path) => {
    const head = headText(input).slice(0, sniffedLetters);
    if (!headers.test(head)) return 0;
    const isNamed = pageExtensions.has(extensionOf(path));
    if (savedBy.test(head)) return 0.9;
    return related.test(head) && isNamed ? 0.85 : isNamed ? 0.4 : 0;
  },
  read: (input, context) => [readMhtml(input, context)],
};

function readMhtml(input: ByteSource, context: ReadContext): FoundRecord | RecordFailure {
  const [whole, ...parts] = [...mimeParts(input.whole())];
  const page = [...parts, ...(whole === undefined ? [] : [whole])].find(isPage);
  if (page === undefined) return { place: null, code: 'empty', reason: sentence('file.no-part-page') };
  const address = [
    whole?.headers.get('snapshot-content-location'),
    page.headers.get('content-location'),
    whole?.headers.get('content-location'),
  ].find((one) => one !== undefined && /^https?:/i.test(one));
  const charset = parameter(page.headers.get('content-type') ?? '', 'charset');
  const read = pageRecord(page.content, context, {
    ...(address === undefined ? {} : { url: address }),
    ...(charset === null ? {} : { charset }),
  });
  return isRecordFailure(read) ? read : { ...read, original: { start: 0, end: input.size } };
}

/** The first one is the page, and those after it are its frames. */
function isPage({ headers: own, content }: MimePart): boolean {
  return (
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(own.get('content-type') ?? '') && content.length > 0
  );
}

import { sentence } from '../../../../words/sentence.ts';
import { isUtf8 } from 'node:buffer';
import { declaredEncoding } from '../../../article/html/page-encoding.ts';
import { readPage } from '../../../article/html/read-page.ts';
import {
  decodeText,
  decodeTextAs,
  isDecodeFailure,
  type DecodedText,
  type DecodeFailure,
} from '../../encodings/encodings.ts';
import type { FoundRecord, ReadContext, RecordFailure } from '../format-reader.ts';

/** What whoever fetched a page has noted beside it: where it was, and the charset that its server named. */
export type FetchedFrom = Readonly<{ url?: string; charset?: string }>;

/** What comes of pages that hold no text at all. */
const nothing = { place: null, code: 'empty', reason: sentence('file.page-no-text') } as const;

/** The record of a page by its bytes, without a key. */
export function pageRecord(
  bytes: Buffer,
  context: ReadContext,
  { url, charset }: FetchedFrom,
): FoundRecord | RecordFailure {
  const decoded =
    context.encoding === null ? decodePage(bytes, charset) : decodeTextAs(bytes, context.encoding);
  if (isDecodeFailure(decoded)) return { place: null, ...decoded };
  const { text, said } = readPage(decoded.text, url === undefined ? context : { ...context, url });
  if (text.length === 0) return nothing;
  return { key: null, text, said, encoding: decoded.encoding, original: 'text' };
}

/**
 * By byte order mark, then UTF-8 if the bytes plainly are, then as the server said, then as the page declares, then by what the bytes
 * look like.
 */
export function decodePage(bytes: Buffer, charset?: string): DecodedText | DecodeFailure {
  const [first, second, third] = bytes;
  const isMarked =
    (first === 0xef && second === 0xbb && third === 0xbf) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff);
  if (isMarked || isUtf8(bytes)) return decodeText(bytes);
  for (const name of [charset?.toLowerCase(), declaredEncoding(bytes)]) {
    if (name === undefined || name === null || name === 'utf-8') continue;
    const decoded = decodeTextAs(bytes, name);
    if (!isDecodeFailure(decoded)) return decoded;
  }
  return decodeText(bytes);
}

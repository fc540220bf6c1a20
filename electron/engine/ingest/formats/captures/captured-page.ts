import { originalAddress } from '../../../article/html/original-address.ts';
import { decodeText, isDecodeFailure } from '../../encodings/encodings.ts';
import { isRecordFailure, type FoundRecord, type ReadContext, type RecordFailure } from '../format-reader.ts';
import { looksLikePage, sniffedPageBytes } from '../looks-like-page.ts';
import { pageRecord } from '../reading/page-record.ts';
import { readHttpResponse } from './http-response.ts';
import { parameter } from './mime-parts.ts';

type RecordHeaders = ReadonlyMap<string, string>;

const found = 200;
const minLetters = 100;
const pageTypes = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const notPage = /^\s*(?:[{[]|<\?xml(?![^>]{0,200}>\s*<!doctype html)|\/\*|(?:var|function|window)\b)/i;
/** What servers say to programs. */
const toPrograms = /\/(?:robots|ads|app-ads|humans|security|sellers|llms)\.(?:txt|json)$/i;

/** Whether a record may hold a page by what its own headers say: it is worth to be kept. */
export function mayHoldPage(headers: RecordHeaders): boolean {
  const type = headers.get('warc-type');
  const target = targetOf(headers);
  if (type === 'conversion') return /^text\/plain\b/i.test(headers.get('content-type') ?? '');
  return type === 'response' && /^https?:/i.test(target) && !toPrograms.test(target.replace(/[?#].*$/, ''));
}

/** The address of a record, which some programs put into pointed brackets. */
export function targetOf(headers: RecordHeaders): string {
  return (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '').trim();
}

/** The article of a captured page: null when it is none, which most of what is captured is not. */
export function capturedPage(
  headers: RecordHeaders,
  content: Buffer,
  context: ReadContext,
): FoundRecord | RecordFailure | null {
  const url = targetOf(headers);
  const record =
    headers.get('warc-type') === 'conversion'
      ? plainRecord(content, originalAddress(url))
      : responseRecord(content, url, context);
  if (record === null || isRecordFailure(record)) return record;
  return { ...record, key: `${url} ${headers.get('warc-date') ?? ''}`.trim() };
}

function responseRecord(
  content: Buffer,
  url: string,
  context: ReadContext,
): FoundRecord | RecordFailure | null {
  const response = readHttpResponse(content);
  if (response === null || response.status !== found || response.body.length === 0) return null;
  const type = response.headers.get('content-type') ?? '';
  const isPlain = /^text\/plain\b/i.test(type);
  const isPage =
    type === '' ? looksLikePage(response.body.subarray(0, sniffedPageBytes)) : pageTypes.test(type);
  if (!isPlain && !isPage) return null;
  if (notPage.test(response.body.toString('latin1', 0, 1_024))) return null;
  if (isPlain) return plainRecord(response.body, originalAddress(url));
  const charset = parameter(type, 'charset');
  const record = pageRecord(response.body, context, { url, ...(charset === null ? {} : { charset }) });
  if (isRecordFailure(record)) return record.code === 'empty' ? null : record;
  return hasText(record) ? record : null;
}

/** A text without a page: what stands in it is found out as of any other. */
function plainRecord(content: Buffer, url: string): FoundRecord | RecordFailure | null {
  const decoded = decodeText(content);
  if (isDecodeFailure(decoded)) return decoded.code === 'binary' ? null : { place: null, ...decoded };
  const { text, encoding } = decoded;
  const record = { key: null, text, said: url === '' ? {} : { url }, encoding, original: 'text' } as const;
  return hasText(record) ? record : null;
}

/** Frames, notices and empty answers have hardly any letters. */
function hasText({ text }: FoundRecord): boolean {
  const all =
    typeof text === 'string'
      ? text.slice(0, 10_000)
      : text
          .filter(({ kind }) => kind === 'body' || kind === 'standfirst')
          .map((block) => block.text)
          .join(' ')
          .slice(0, 10_000);
  return (all.match(/\p{L}/gu)?.length ?? 0) >= minLetters;
}

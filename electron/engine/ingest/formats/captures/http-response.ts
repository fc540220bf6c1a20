import {
  constants,
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
} from 'node:zlib';
import { readHeaders } from './mime-parts.ts';

/** What a server answered, its content as it was before it was packed for the way. */
export type HttpResponse = Readonly<{ status: number; headers: ReadonlyMap<string, string>; body: Buffer }>;

const maxBodyLength = 33_554_432;
const statusLine = /^HTTP\/\d(?:\.\d)? (\d{3})\b[^\n]*\n/;
/** What is cut is unpacked as far as it goes. */
const lenient: ZlibOptions = { maxOutputLength: maxBodyLength, finishFlush: constants.Z_SYNC_FLUSH };

/**
 * Reads an answer. Codings that its headers name are undone where the content has them: many archives keep the names of
 * codings that they have undone already. Null for what is no answer.
 */
export function readHttpResponse(content: Buffer): HttpResponse | null {
  const line = statusLine.exec(content.toString('latin1', 0, 1_024));
  if (line === null) return null;
  const { headers, end } = readHeaders(content, line[0].length);
  let body: Buffer = content.subarray(end);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) body = withoutChunks(body);
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(/\s*,\s*/);
  for (const coding of codings.reverse()) body = unpackedBy(coding, body);
  return { status: Number(line[1]), headers, body };
}

function unpackedBy(coding: string, body: Buffer): Buffer {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  try {
    if (isPacked) return gunzipSync(body, lenient);
    if (coding === 'deflate')
      return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, lenient) : inflateRawSync(body, lenient);
    if (coding === 'br') return brotliDecompressSync(body, { maxOutputLength: maxBodyLength });
  } catch {
    // The coding is said and not there: the content is what it is.
    return body;
  }
  return body;
}

/** Undoes "chunked"; content that has no chunks is left as it is. */
function withoutChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const feed = body.indexOf(0x0a, at);
    const size =
      feed < 0 ? null : /^\s*([\da-f]{1,8})\s*(?:;[^\n]*)?\r?$/i.exec(body.toString('latin1', at, feed));
    if (size === null) return chunks.length === 0 ? body : Buffer.concat(chunks);
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) break;
    chunks.push(body.subarray(feed + 1, feed + 1 + length));
    at = feed + 1 + length;
    while (body[at] === 0x0d || body[at] === 0x0a) at++;
  }
  return Buffer.concat(chunks);
}

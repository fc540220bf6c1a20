import { type Said, sentence } from '../../../words/sentence.ts';
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { binaryReason } from './binary-bytes.ts';
import { guessEncoding } from './legacy-encodings.ts';
import { decodeByTable, singleByteTables } from './single-byte-tables.ts';
import { guessUtf16 } from './utf16-bytes.ts';
import { decodeLooseUtf8 } from './utf8-bytes.ts';

/** A file's text and how its bytes were read: the encoding's name in lower case, and how sure, 0 to 1. */
export type DecodedText = Readonly<{ text: string; encoding: string; confidence: number }>;

/** Why bytes are not a text. `binary`: they never were one. `undecodable`: in an encoding that isn't known here. */
export type DecodeFailure = Readonly<{ code: 'binary' | 'undecodable'; reason: Said }>;

const replacement = '\ufffd';
const escapeOpening = '\x1b$';
const escapeEncodings: readonly (readonly [marker: string, name: string])[] = [
  ['\x1b$B', 'ISO-2022-JP'],
  ['\x1b$@', 'ISO-2022-JP'],
  ['\x1b$)C', 'ISO-2022-KR'],
  ['\x1b$)A', 'ISO-2022-CN'],
];

/** Whether the answer of `decodeText` is a failure. */
export function isDecodeFailure(answer: DecodedText | DecodeFailure | string): answer is DecodeFailure {
  return typeof answer !== 'string' && 'code' in answer;
}

/**
 * Decodes a file's bytes: by byte order mark, then UTF-16 by its pattern of NULs, then strict UTF-8, then the
 * legacy encoding whose text looks likeliest.
 */
export function decodeText(bytes: Uint8Array): DecodedText | DecodeFailure {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = decodeMarked(buffer);
  if (marked !== null) return marked;
  const utf16 = guessUtf16(buffer);
  if (utf16 !== null)
    return { text: iconv.decode(buffer, utf16, { stripBOM: false }), encoding: utf16, confidence: 0.9 };
  const reason = binaryReason(buffer);
  if (reason !== null) return { code: 'binary', reason };
  if (isUtf8(buffer)) return decodeUtf8(buffer);
  return decodeGuessed(buffer);
}

/** Decodes bytes in an encoding that a person has chosen. */
export function decodeTextAs(bytes: Uint8Array, encoding: string): DecodedText | DecodeFailure {
  if (!isReadable(encoding))
    return { code: 'undecodable', reason: sentence('file.unknown-encoding', { encoding }) };
  return {
    text: decodeBy(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding.toLowerCase()),
    encoding: encoding.toLowerCase(),
    confidence: 1,
  };
}

function decodeMarked(buffer: Buffer): DecodedText | DecodeFailure | null {
  const [a, b, c, d] = buffer;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = buffer.toString('utf8', 3);
    return { text, encoding: 'utf-8-bom', confidence: text.includes(replacement) ? 0.8 : 1 };
  }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeWide(buffer, 4, 'utf-32le');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeWide(buffer, 4, 'utf-32be');
  if (a === 0xff && b === 0xfe) return decodeWide(buffer, 2, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decodeWide(buffer, 2, 'utf-16be');
  return null;
}

function decodeWide(buffer: Buffer, markLength: number, encoding: string): DecodedText | DecodeFailure {
  const text = iconv.decode(buffer.subarray(markLength), encoding, { stripBOM: false });
  const nuls = text.slice(0, 4_096).split('\0').length - 1;
  if (nuls > 8 && nuls > Math.min(text.length, 4_096) / 50) {
    return { code: 'binary', reason: sentence('file.mark-and-nul', { encoding }) };
  }
  return { text, encoding, confidence: text.includes(replacement) ? 0.8 : 1 };
}

function decodeUtf8(buffer: Buffer): DecodedText | DecodeFailure {
  const text = buffer.toString('utf8');
  if (!text.includes(escapeOpening)) return { text, encoding: 'utf-8', confidence: 1 };
  for (const [marker, name] of escapeEncodings) {
    if (text.includes(marker))
      return { code: 'undecodable', reason: sentence('file.unread-encoding', { encoding: name }) };
  }
  return { text, encoding: 'utf-8', confidence: 1 };
}

function decodeGuessed(buffer: Buffer): DecodedText {
  const guess = guessEncoding(buffer);
  return { text: decodeBy(buffer, guess.encoding), ...guess };
}

/** Decodes by a table or by a name that `isReadable` knows. */
function decodeBy(buffer: Buffer, encoding: string): string {
  if (encoding === 'utf-8') return decodeLooseUtf8(buffer);
  const table = singleByteTables().find((one) => one.encoding === encoding);
  if (table === undefined) return iconv.decode(buffer, encoding);
  const text = decodeByTable(buffer, table);
  // The tones of Vietnamese are marks of their own on Windows, and one letter with them everywhere else.
  return table.script === 'vietnamese' ? text.normalize('NFC') : text;
}

function isReadable(encoding: string): boolean {
  return encoding.toLowerCase() === 'macarabic' || iconv.encodingExists(encoding);
}

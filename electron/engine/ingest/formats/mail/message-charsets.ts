import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { declaredEncoding } from '../../../article/html/page-encoding.ts';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';

const charset = /charset\s*=\s*"?([\w.:+-]{1,40})"?/gi;
const asciiNames = /^(?:us-ascii|ascii|ansi_x3\.4-1968|7bit|default|none|unknown-8bit|x-unknown)$/i;
const bare =
  /^Content-Type:[ \t]*text\/(?:plain|html)(?:[ \t]*;(?![^\r\n]*charset)[^\r\n]*)?(?=\r?\n(?![ \t]))/gim;
const headEnd = /\r?\n\r?\n/;

/**
 * A message as parsers of mail want it: what is written in bytes that it does not declare, in headers or in the body, in UTF-8; and
 * without names of charsets that say nothing.
 */
export function declaredMessage(bytes: Buffer): Buffer {
  if (isAscii(bytes)) return bytes;
  const latin = bytes.toString('latin1');
  const end = headEnd.exec(latin)?.index ?? latin.length;
  const head = bytes.subarray(0, end);
  const names = [...latin.matchAll(charset)].map(([, name = '']) => name);
  const isUndeclared = names.every((name) => asciiNames.test(name));
  if (isUndeclared) return Buffer.from(withoutAscii(isUtf8(bytes) ? bytes.toString('utf8') : guessed(bytes)));
  if (isUtf8(bytes)) return Buffer.from(withoutAscii(bytes.toString('utf8')));
  return isUtf8(head) ? bytes : Buffer.concat([Buffer.from(guessed(head)), bytes.subarray(end)]);
}

/** A charset that the parser does not know and that is known here, or null. */
export function foreignCharset(bytes: Buffer): string | null {
  for (const [, name = ''] of bytes.toString('latin1', 0, 200_000).matchAll(charset))
    if (!isKnownToDecoder(name) && iconv.encodingExists(name)) return name.toLowerCase();
  return null;
}

/** The message with one charset in place of another. */
export function renamedCharset(bytes: Buffer, from: string, to: string): Buffer {
  const text = bytes.toString('latin1');
  const renamed = text.replace(charset, (whole, name: string) =>
    name.toLowerCase() === from ? whole.replace(name, to) : whole,
  );
  return Buffer.from(renamed, 'latin1');
}

/** The message with a charset for parts of text that declare none: the one that its page declares, else the one of the West. */
export function withCharset(bytes: Buffer, html: string | undefined): Buffer {
  const declared = html === undefined ? null : declaredEncoding(Buffer.from(html));
  const name = declared === null || declared === 'utf-8' ? 'windows-1252' : declared;
  const text = bytes.toString('latin1').replace(bare, (line) => `${line}; charset=${name}`);
  return Buffer.from(text, 'latin1');
}

/** What a decoder of bytes made of a text in Latin-1, in the charset that it was in. */
export function redecoded(text: string, name: string): string {
  const bytes = [...text].map((sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x100 ? code : (iconv.encode(sign, 'windows-1252')[0] ?? 0x3f);
  });
  const decoded = decodeTextAs(Buffer.from(bytes), name);
  return isDecodeFailure(decoded) ? text : decoded.text;
}

/** Latin-1 has no letters between U+0080 and U+009F: whoever wrote them meant those of Windows. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) =>
    iconv.decode(Buffer.from([sign.charCodeAt(0)]), 'windows-1252'),
  );
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

function guessed(bytes: Buffer): string {
  const decoded = decodeText(bytes);
  return isDecodeFailure(decoded) ? bytes.toString('latin1') : decoded.text;
}

function withoutAscii(text: string): string {
  return text.replace(charset, (whole, name: string) => (asciiNames.test(name) ? 'charset=utf-8' : whole));
}

function isKnownToDecoder(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    // It throws for each name that it does not know.
    return false;
  }
}

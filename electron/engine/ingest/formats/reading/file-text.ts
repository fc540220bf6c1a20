import { SaidError } from '../../../../contract/failure.ts';
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { declaredEncoding } from '../../../article/html/page-encoding.ts';
import { decodeText, decodeTextAs, isDecodeFailure, type DecodeFailure } from '../../encodings/encodings.ts';
import { headBytes, windowsOf, type ByteSource } from '../byte-source.ts';

/** The text of a file, a window after the other, and what it is decoded from. */
export type FileText = Readonly<{ encoding: string; windows: () => Iterable<string> }>;

/** A letter of UTF-8 has four bytes at most. */
const maxLetterLength = 4;
const lineFeed = 0x0a;

/**
 * Decodes a file of any size. `chosen` is the encoding that a person chose; `declares` tells that the file may declare one, as pages
 * and XML do, which is believed unless the bytes are plainly UTF-8.
 */
export function textOfFile(
  input: ByteSource,
  chosen: string | null,
  declares: boolean,
): FileText | DecodeFailure {
  const found = chosen === null ? encodingOf(input, declares) : decodeTextAs(input.head(), chosen);
  if ('code' in found) return found;
  const { encoding } = found;
  return { encoding, windows: () => windowsIn(input, encoding) };
}

type Encoding = Readonly<{ encoding: string }>;

function encodingOf(input: ByteSource, declares: boolean): Encoding | DecodeFailure {
  const head = Buffer.from(input.head());
  const opening = decodeText(head.length < headBytes ? head : wholeLetters(head));
  if (isDecodeFailure(opening)) return opening;
  if (opening.encoding === 'utf-8-bom' || /^utf-(?:16|32)/.test(opening.encoding)) return opening;
  const broken = brokenWindow(input);
  if (broken === null) return { encoding: 'utf-8' };
  const declared = declares ? declaredEncoding(head) : null;
  if (declared !== null && declared !== 'utf-8') {
    const decoded = decodeTextAs(head, declared);
    if (!isDecodeFailure(decoded)) return decoded;
  }
  return decodeText(broken);
}

/** The first stretch of a file that is not UTF-8. */
function brokenWindow(input: ByteSource): Buffer | null {
  for (const window of byteWindows(input, 'utf-8')) if (!isUtf8(window)) return window;
  return null;
}

function* windowsIn(input: ByteSource, encoding: string): Generator<string> {
  const wide = /^utf-(?:16|32)/.test(encoding);
  if (!wide) {
    let isFirst = true;
    for (const window of byteWindows(input, encoding)) {
      const decoded = decodeTextAs(window, encoding === 'utf-8-bom' ? 'utf-8' : encoding);
      if (isDecodeFailure(decoded)) throw new SaidError(decoded.reason);
      yield isFirst ? decoded.text.replace(/^\ufeff/, '') : decoded.text;
      isFirst = false;
    }
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for (const window of windowsOf(input)) yield decoder.write(window);
  yield decoder.end() ?? '';
}

/** The bytes of a file in windows that end where a letter does. */
function* byteWindows(input: ByteSource, encoding: string): Generator<Buffer> {
  let left = Buffer.alloc(0);
  for (const window of windowsOf(input)) {
    const bytes = left.length === 0 ? window : Buffer.concat([left, window]);
    const whole = encoding.startsWith('utf-8') ? wholeLetters(bytes) : wholeLines(bytes);
    left = Buffer.from(bytes.subarray(whole.length));
    yield whole;
  }
  if (left.length > 0) yield left;
}

function wholeLetters(bytes: Buffer): Buffer {
  for (let back = 1; back <= maxLetterLength && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    // A byte that begins a letter, of which not all are there.
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

/** No letter of any encoding that has ASCII in it goes on after a line feed. */
function wholeLines(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(lineFeed);
  return end === -1 ? bytes : bytes.subarray(0, end + 1);
}

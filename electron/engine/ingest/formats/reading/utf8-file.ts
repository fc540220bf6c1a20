import type { DecodeFailure } from '../../encodings/encodings.ts';
import { windowsOf, type ByteSource } from '../byte-source.ts';
import { textOfFile } from './file-text.ts';

/** A stretch of a file as UTF-8, good until the next one is taken, with its place in the file as UTF-8. */
export type Utf8Window = Readonly<{ bytes: Buffer; at: number }>;

/** A file of any size and encoding, as the UTF-8 that parsers of bytes want. */
export type Utf8File = Readonly<{
  encoding: string;
  /** Whether places are places in the file itself. */
  isOwn: boolean;
  /** The first place, after a byte order mark. */
  start: number;
  windows: (from: number) => Iterable<Utf8Window>;
  /** So many letters of its beginning, up to the end of a line. */
  head: (length: number) => string;
}>;

const markLength = 3;

/** `chosen` is the encoding that a person chose. The windows of a file in UTF-8 are its own bytes, whatever is broken in them. */
export function utf8Of(input: ByteSource, chosen: string | null): Utf8File | DecodeFailure {
  const text = textOfFile(input, chosen, false);
  if ('code' in text) return text;
  const { encoding } = text;
  const isOwn = encoding === 'utf-8' || encoding === 'utf-8-bom';
  const start = isOwn && input.at(0, markLength).equals(Buffer.from('\ufeff')) ? markLength : 0;
  const windows = isOwn
    ? (from: number) => ownWindows(input, from)
    : (from: number) => writtenWindows(text.windows(), from);
  return { encoding, isOwn, start, windows, head: (length) => headOf(text.windows(), length) };
}

function* ownWindows(input: ByteSource, from: number): Generator<Utf8Window> {
  let at = from;
  for (const bytes of windowsOf(input, from)) {
    yield { bytes, at };
    at += bytes.length;
  }
}

/** Of other encodings nobody knows where a place is without reading what stands before it. */
function* writtenWindows(texts: Iterable<string>, from: number): Generator<Utf8Window> {
  let at = 0;
  for (const text of texts) {
    const bytes = Buffer.from(text);
    const end = at + bytes.length;
    if (end > from) yield { bytes: bytes.subarray(Math.max(0, from - at)), at: Math.max(at, from) };
    at = end;
  }
}

function headOf(texts: Iterable<string>, length: number): string {
  for (const text of texts) {
    if (text.length <= length) return text;
    const head = text.slice(0, length);
    return head.slice(0, head.lastIndexOf('\n') + 1) || head;
  }
  return '';
}

import { isUtf8 } from 'node:buffer';

/** What bytes are as UTF-8: whole characters outside ASCII, bytes that fit nowhere, and whether the last character is cut. */
export type Utf8Counts = Readonly<{ good: number; bad: number; isCut: boolean }>;

/** Counts characters and broken bytes; the halves of a surrogate pair, as CESU-8 writes them, are one character. */
export function countUtf8(bytes: Uint8Array): Utf8Counts {
  let good = 0;
  let bad = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = surrogatePairAt(bytes, at) ? 6 : lengthByLead(byte);
    let continued = 1;
    while (continued < length && (length === 6 || isContinuation(bytes, at, continued))) continued++;
    if (length > 0 && continued === length) {
      good++;
      at += length;
    } else if (length > 0 && at + continued === bytes.length) {
      return { good, bad, isCut: true };
    } else {
      bad++;
      at += 1;
    }
  }
  return { good, bad, isCut: false };
}

/** Decodes UTF-8 with what is broken in it as U+FFFD, and surrogate pairs as the character that they stand for. */
export function decodeLooseUtf8(buffer: Buffer): string {
  if (isUtf8(buffer) || !hasSurrogates(buffer)) return buffer.toString('utf8');
  let text = '';
  let from = 0;
  for (let at = 0; at < buffer.length; at++) {
    if (!surrogatePairAt(buffer, at)) continue;
    text +=
      buffer.toString('utf8', from, at) + String.fromCharCode(charCode(buffer, at), charCode(buffer, at + 3));
    at += 5;
    from = at + 1;
  }
  return text + buffer.toString('utf8', from);
}

function hasSurrogates(buffer: Buffer): boolean {
  for (let at = buffer.indexOf(0xed); at !== -1; at = buffer.indexOf(0xed, at + 1))
    if (surrogatePairAt(buffer, at)) return true;
  return false;
}

function charCode(bytes: Uint8Array, at: number): number {
  return 0xd000 | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
}

function surrogatePairAt(bytes: Uint8Array, at: number): boolean {
  return isHalf(bytes, at, 0xa0) && isHalf(bytes, at + 3, 0xb0);
}

function isHalf(bytes: Uint8Array, at: number, second: number): boolean {
  return (
    bytes[at] === 0xed && ((bytes[at + 1] ?? 0) & 0xf0) === second && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80
  );
}

function lengthByLead(byte: number): number {
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

/** Whether the byte `offset` behind a lead can stand there (Unicode, table 3-7: neither overlong, nor a surrogate, nor too large). */
function isContinuation(bytes: Uint8Array, at: number, offset: number): boolean {
  const byte = bytes[at + offset] ?? 0;
  if ((byte & 0xc0) !== 0x80) return false;
  if (offset > 1) return true;
  switch (bytes[at] ?? 0) {
    case 0xe0:
      return byte >= 0xa0;
    case 0xed:
      return byte < 0xa0;
    case 0xf0:
      return byte >= 0x90;
    case 0xf4:
      return byte < 0x90;
    default:
      return true;
  }
}

import type { ByteWriter } from './byte-buffer.ts';

/** A string as UTF-16 code units: `units[from..to)`. */
export type Utf16Slice = Readonly<{ units: Uint16Array; from: number; to: number }>;

export function sliceOf(text: string): Utf16Slice {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return { units, from: 0, to: units.length };
}

export function textOf({ units, from, to }: Utf16Slice): string {
  // A string can't be made of very many numbers at once.
  return Buffer.from(units.buffer, units.byteOffset + 2 * from, 2 * (to - from)).toString('utf16le');
}

export function areSame(one: Utf16Slice, other: Utf16Slice): boolean {
  const length = one.to - one.from;
  return other.to - other.from === length && sharedLetters(one, other) === length;
}

function sharedLetters(one: Utf16Slice, other: Utf16Slice): number {
  const max = Math.min(one.to - one.from, other.to - other.from);
  let shared = 0;
  while (shared < max && one.units[one.from + shared] === other.units[other.from + shared]) shared += 1;
  return shared;
}

/** Front coding, as `writeKey` does of strings: how much of `previous` a key holds, and the rest of it. */
export function writeFrontCoded(out: ByteWriter, previous: Utf16Slice, key: Utf16Slice): void {
  const shared = sharedLetters(previous, key);
  out.varint(shared);
  out.units(key.units, key.from + shared, key.to);
}

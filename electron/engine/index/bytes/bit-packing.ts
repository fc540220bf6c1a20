import { ByteReader, type ByteWriter } from './byte-buffer.ts';

/** Wider numbers than this are written whole: more bits would not fit into 32 next to the 7 of an unfinished byte. */
const maxPackedBits = 24;
const whole = 32;

/** Fewer numbers than this are written as varints, which need no byte for a width. */
const minPackedCount = 8;

function widthOf(values: Uint32Array, from: number, to: number): number {
  let all = 0;
  for (let at = from; at < to; at += 1) all |= values[at] as number;
  const width = 32 - Math.clz32(all);
  return width > maxPackedBits ? whole : width;
}

/**
 * Appends `values[from..to)`: a few as varints; more as one byte that says how many bits each takes, and then the bits,
 * the lowest first, filled up to a whole byte. The reader has to know how many there are.
 */
export function packNumbers(out: ByteWriter, values: Uint32Array, from: number, to: number): void {
  if (to - from < minPackedCount) {
    for (let at = from; at < to; at += 1) out.varint(values[at] as number);
    return;
  }
  const width = widthOf(values, from, to);
  out.byte(width);
  if (width === 0) return;
  if (width === whole) {
    for (let at = from; at < to; at += 1) out.uint32(values[at] as number);
    return;
  }
  const bytes = out.room(Math.ceil(((to - from) * width) / 8));
  let start = out.length;
  let bits = 0;
  let held = 0;
  for (let at = from; at < to; at += 1) {
    bits |= (values[at] as number) << held;
    held += width;
    while (held >= 8) {
      bytes[start++] = bits & 0xff;
      bits >>>= 8;
      held -= 8;
    }
  }
  if (held > 0) bytes[start++] = bits;
  out.advance(start - out.length);
}

/** Unpacks `count` numbers that `packNumbers` wrote into `values` from `to` on. */
export function unpackNumbers(reader: ByteReader, values: Uint32Array, to: number, count: number): void {
  if (count < minPackedCount) {
    for (let at = to; at < to + count; at += 1) values[at] = reader.varint();
    return;
  }
  const width = reader.byte();
  if (width === 0) {
    values.fill(0, to, to + count);
    return;
  }
  if (width === whole) {
    for (let at = to; at < to + count; at += 1) values[at] = reader.uint32();
    return;
  }
  unpack(reader.bytes, reader.pass(Math.ceil((count * width) / 8)), 0, width, values, to, count);
}

/** Goes over `count` numbers that `packNumbers` wrote. */
export function skipPacked(reader: ByteReader, count: number): void {
  if (count < minPackedCount) reader.passVarints(count);
  else reader.pass(Math.ceil((count * reader.byte()) / 8));
}

/**
 * Unpacks `count` numbers of `width` bits into `values` from `to` on; they begin after `passed` bits of byte `start`.
 * Each is cut out of the two, three or four bytes that may hold it: three times as quick as bits that are carried over.
 */
function unpack(
  bytes: Uint8Array,
  start: number,
  passed: number,
  width: number,
  values: Uint32Array,
  to: number,
  count: number,
): void {
  if (width > maxPackedBits) throw new RangeError(`numbers of ${String(width)} bits are never written`);
  const mask = (1 << width) - 1;
  const end = to + count;
  // The last numbers are unpacked apart, since the bytes may end with them.
  const apart = Math.max(to, end - Math.ceil(32 / width));
  let bit = start * 8 + passed;
  let at = to;
  if (width <= 9) {
    for (; at < apart; at += 1, bit += width) {
      const byte = bit >>> 3;
      const held = (bytes[byte] as number) | ((bytes[byte + 1] as number) << 8);
      values[at] = (held >>> (bit & 7)) & mask;
    }
  } else if (width <= 17) {
    for (; at < apart; at += 1, bit += width) {
      const byte = bit >>> 3;
      const held =
        (bytes[byte] as number) | ((bytes[byte + 1] as number) << 8) | ((bytes[byte + 2] as number) << 16);
      values[at] = (held >>> (bit & 7)) & mask;
    }
  }
  for (; at < end; at += 1, bit += width) {
    const byte = bit >>> 3;
    const held =
      (bytes[byte] as number) |
      ((bytes[byte + 1] ?? 0) << 8) |
      ((bytes[byte + 2] ?? 0) << 16) |
      ((bytes[byte + 3] ?? 0) << 24);
    values[at] = (held >>> (bit & 7)) & mask;
  }
}

/**
 * Unpacks `take` of `count` numbers that `packNumbers` wrote at `start` of `bytes`, from the one at `first` on, into the
 * front of `values`: packed numbers lie at known offsets, so that those before need not be unpacked.
 */
export function unpackSomeNumbers(
  bytes: Uint8Array,
  start: number,
  count: number,
  first: number,
  take: number,
  values: Uint32Array,
): void {
  if (count < minPackedCount) {
    const reader = new ByteReader(bytes, start);
    reader.passVarints(first);
    for (let at = 0; at < take; at += 1) values[at] = reader.varint();
    return;
  }
  const width = bytes[start] as number;
  if (width === 0) {
    values.fill(0, 0, take);
    return;
  }
  if (width === whole) {
    const reader = new ByteReader(bytes, start + 1 + first * 4);
    for (let at = 0; at < take; at += 1) values[at] = reader.uint32();
    return;
  }
  const bit = first * width;
  unpack(bytes, start + 1 + (bit >>> 3), bit & 7, width, values, 0, take);
}

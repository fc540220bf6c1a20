export const blockBytes = 512;

export type TarHeader = Readonly<{
  name: Buffer;
  size: number;
  modifiedMs: number;
  /** One character: what kind of entry it is. */
  type: string;
}>;

/** The header of an entry in tar (POSIX.1-1988 ustar, GNU, and Unix V7, which has no mark); null for what is none. */
export function tarHeader(block: Buffer): TarHeader | null {
  if (block.length < blockBytes || octal(block, 148, 8) !== sumOf(block)) return null;
  const size = numberAt(block, 124, 12);
  if (size === null) return null;
  const name = textAt(block, 0, 100);
  // GNU's mark has blanks where the standard's ends, and other fields in the place of the prefix.
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? textAt(block, 345, 155) : Buffer.alloc(0);
  return {
    name: prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]),
    size,
    modifiedMs: (numberAt(block, 136, 12) ?? 0) * 1000,
    type: String.fromCharCode(block[156] ?? 0),
  };
}

/** The sum of the block as if its own field were blank; -1 for a block of zeros, which ends an archive. */
function sumOf(block: Buffer): number {
  let sum = 0;
  let used = 0;
  for (let at = 0; at < blockBytes; at += 1) {
    const byte = block[at] ?? 0;
    used |= byte;
    sum += at >= 148 && at < 156 ? 0x20 : byte;
  }
  return used === 0 ? -1 : sum;
}

/** In octal digits, or in base 256 where the first bit is set; null for what is no length of anything. */
function numberAt(block: Buffer, start: number, length: number): number | null {
  const first = block[start] ?? 0;
  if ((first & 0x80) === 0) return octal(block, start, length);
  let value = first & 0x7f;
  for (let at = start + 1; at < start + length; at += 1) value = value * 256 + (block[at] ?? 0);
  return Number.isSafeInteger(value) ? value : null;
}

function octal(block: Buffer, start: number, length: number): number | null {
  const digits = /^[ \0]*([0-7]*)/.exec(block.toString('latin1', start, start + length))?.[1] ?? '';
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

function textAt(block: Buffer, start: number, length: number): Buffer {
  const end = block.indexOf(0, start);
  return Buffer.from(block.subarray(start, end < 0 ? start + length : Math.min(end, start + length)));
}

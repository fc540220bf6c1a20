import type { TarHeader } from './tar-header.ts';

/** Longer names and fields than any system has. */
export const maxFieldBytes = 1_048_576;

/** What comes before an entry and says more of it than its header can. */
export type Extended = { name?: Buffer; size?: number; modifiedMs?: number };

/** Whether a header is that of an entry, and not of what says more of the next one. */
export function isOfEntry({ type }: TarHeader): boolean {
  return type !== 'L' && type !== 'x' && type !== 'g' && type !== 'K';
}

/** A name, which zeros follow. */
export function untilZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Fields of POSIX.1-2001, each "27 path=a/b.txt" with a line break, its length in bytes in front. */
export function paxFields(content: Buffer): Extended {
  const fields: Extended = {};
  for (let at = 0; at < content.length;) {
    const length = Number(/^\d{1,7}(?= )/.exec(content.toString('latin1', at, at + 8))?.[0] ?? 0);
    if (length < 5) break;
    const field = content.subarray(content.indexOf(0x20, at) + 1, at + length - 1);
    const sign = field.indexOf(0x3d);
    const value = field.subarray(sign + 1);
    const number = Number(value.toString('latin1'));
    const key = field.toString('latin1', 0, Math.max(0, sign));
    if (key === 'path') fields.name = Buffer.from(value);
    if (key === 'size' && Number.isSafeInteger(number) && number >= 0) fields.size = number;
    if (key === 'mtime' && Number.isFinite(number)) fields.modifiedMs = number * 1000;
    at += length;
  }
  return fields;
}

/** Bytes that decide: enough to tell, few enough to be weighed in every encoding. */
const sampleLength = 8_192;
const before = 64;
const maxLine = 4_096;
const lineEnd = 0x0a;

/** The lines of a text that hold bytes outside ASCII, up to 8,192 bytes of them. */
export function telling(buffer: Buffer): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  let at = 0;
  while (length < sampleLength) {
    at = nextHigh(buffer, at);
    if (at === buffer.length) break;
    const start = Math.max(buffer.lastIndexOf(lineEnd, at) + 1, at - before);
    const next = buffer.indexOf(lineEnd, at);
    const end = Math.min(next === -1 ? buffer.length : next + 1, at + maxLine);
    parts.push(buffer.subarray(start, end));
    length += end - start;
    at = end;
  }
  return Buffer.concat(parts).subarray(0, sampleLength);
}

function nextHigh(buffer: Buffer, from: number): number {
  let at = from;
  while (at < buffer.length && (buffer[at] ?? 0) < 0x80) at++;
  return at;
}

/** Pairs of neighbouring bytes, `before` × 256 + `now`, with how often they stand in a sample: those with a high byte, and the others. */
export type BytePairs = Readonly<{ high: ReadonlyMap<number, number>; ascii: ReadonlyMap<number, number> }>;

/** Counts the pairs of a sample, as if it stood between spaces. */
export function bytePairs(sample: Buffer): BytePairs {
  const high = new Map<number, number>();
  const ascii = new Map<number, number>();
  let last = 0x20;
  const count = (now: number): void => {
    const pairs = last >= 0x80 || now >= 0x80 ? high : ascii;
    pairs.set(last * 256 + now, (pairs.get(last * 256 + now) ?? 0) + 1);
    last = now;
  };
  for (const byte of sample) count(byte);
  count(0x20);
  return { high, ascii };
}

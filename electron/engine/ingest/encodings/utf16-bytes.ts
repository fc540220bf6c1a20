const sampleLength = 8_192;
const surelyUsual = 0.97;

/**
 * Tells UTF-16 without a byte order mark by its NULs: those of spaces, digits and line ends all fall on one side
 * of each pair, whatever the script. Null for anything else.
 */
export function guessUtf16(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(buffer.length, sampleLength) & ~1;
  // Nearly all files have no NUL, which is told much faster than where they are.
  if (length < 4 || !buffer.subarray(0, length).includes(0)) return null;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let at = 0; at < length; at += 2) {
    if (buffer[at] === 0) evenNuls++;
    if (buffer[at + 1] === 0) oddNuls++;
  }
  const pairs = length / 2;
  const enough = Math.max(2, pairs * 0.015);
  if (oddNuls >= enough && evenNuls <= oddNuls / 50 && readsAsText(buffer, length, 0)) return 'utf-16le';
  if (evenNuls >= enough && oddNuls <= evenNuls / 50 && readsAsText(buffer, length, 1)) return 'utf-16be';
  // Chinese and Japanese have no spaces: there only the ends of lines have NULs.
  if (usualShare(buffer, length, 0) >= surelyUsual && evenNuls <= oddNuls) return 'utf-16le';
  if (usualShare(buffer, length, 1) >= surelyUsual && oddNuls <= evenNuls) return 'utf-16be';
  return null;
}

/** How many of the units are letters and signs of East Asian text and ASCII; of bytes of anything else, a good part is not. */
function usualShare(buffer: Buffer, length: number, highFirst: 0 | 1): number {
  let usual = 0;
  for (let at = 0; at < length; at += 2) {
    const unit = (buffer[at + highFirst] ?? 0) | ((buffer[at + 1 - highFirst] ?? 0) << 8);
    const isUsual =
      unit < 0x80
        ? unit >= 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
        : (unit >= 0x3000 && unit < 0x30ff) ||
          (unit >= 0x4e00 && unit < 0x9fb0) ||
          (unit >= 0xac00 && unit < 0xd7a4) ||
          (unit >= 0xff00 && unit < 0xff9f) ||
          (unit >= 0x2010 && unit < 0x2027);
    if (isUsual) usual++;
  }
  return usual / (length / 2);
}

function readsAsText(buffer: Buffer, length: number, highFirst: 0 | 1): boolean {
  let spaces = 0;
  let wrong = 0;
  for (let at = 0; at < length; at += 2) {
    const low = buffer[at + highFirst] ?? 0;
    const high = buffer[at + 1 - highFirst] ?? 0;
    if (high === 0 && (low === 0x20 || low === 0x0a || low === 0x0d)) spaces++;
    const control = high === 0 && (low < 0x09 || (low > 0x0d && low < 0x20) || (low >= 0x80 && low < 0xa0));
    if (control || (high >= 0xe0 && high < 0xfb)) wrong++;
  }
  return wrong * 50 <= length / 2 && (spaces > 0 || length < 64);
}

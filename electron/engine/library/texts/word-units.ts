/** 1 for each UTF-16 code unit that belongs to words, rather than to what stands between them. */
export const wordUnits = new Uint8Array(0x10000).fill(1);

const betweenWords: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xbf],
  [0x60c, 0x60c],
  [0x6d4, 0x6d4],
  [0x2000, 0x206f],
  [0x3000, 0x303f],
];
for (const [first, last] of betweenWords) wordUnits.fill(0, first, last + 1);

/** White space, controls, and the marks without a shape of their own that cling to the ends of lines. */
const spaceRanges: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x20],
  [0x7f, 0xa0],
  [0x2000, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x2060],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

// Apart from `charClasses`: whoever reads stored texts has no use for the others, which take ten milliseconds to find out.
const spaceUnits = new Uint8Array(0x10000);
for (const [first, last] of spaceRanges) spaceUnits.fill(1, first, last + 1);

/** Whether a UTF-16 unit is one of them. */
export function isSpace(unit: number): boolean {
  return spaceUnits[unit] === 1;
}

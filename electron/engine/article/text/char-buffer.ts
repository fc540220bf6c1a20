/** The first `length` of some units. */
export type Units = Readonly<{ units: Uint16Array; length: number }>;

const lastLatin1 = 0xff;
const latin1 = Buffer.allocUnsafeSlow(2_048);
let scratch = new Uint16Array(2_048);
let bytes = Buffer.from(scratch.buffer);

/** Memory to write a string's units into, at least `length`, good until the next call: new memory costs more. */
function unitsFor(length: number): Uint16Array {
  if (length > scratch.length) {
    // What a single long text needs is not kept.
    if (length > 65_536) return new Uint16Array(length);
    scratch = new Uint16Array(length * 2);
    bytes = Buffer.from(scratch.buffer);
  }
  return scratch;
}

/** The units of a text, in that memory. */
export function unitsOf(text: string): Units {
  const { length } = text;
  const units = unitsFor(length);
  // Every machine that Electron runs on has the lower byte of a unit first.
  (units === scratch ? bytes : Buffer.from(units.buffer)).write(text, 'utf16le');
  return { units, length };
}

/** The string of the first `length` units. */
export function stringOfUnits(units: Uint16Array, length: number): string {
  if (length <= latin1.length) {
    let seen = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at] ?? 0;
      latin1[at] = unit;
      seen |= unit;
    }
    if (seen <= lastLatin1) return latin1.toString('latin1', 0, length);
  }
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
}

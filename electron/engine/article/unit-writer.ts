/** The first `length` of some units. */
export type Units = Readonly<{ units: Uint16Array; length: number }>;

/** A call takes only so many arguments. */
const mostArguments = 8_192;

let scratch = new Uint16Array(2_048);
let bytes = Buffer.from(scratch.buffer);

/** Memory to write a string's units into, at least `length`, good until the next call: new memory costs more. */
export function unitsFor(length: number): Uint16Array {
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
  let text = '';
  for (let from = 0; from < length; from += mostArguments) {
    const some = units.subarray(from, Math.min(length, from + mostArguments));
    text += Reflect.apply(String.fromCharCode, null, some) as string;
  }
  return text;
}

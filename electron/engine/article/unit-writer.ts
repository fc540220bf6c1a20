/** A call takes only so many arguments. */
const mostArguments = 8_192;

let scratch = new Uint16Array(2_048);

/** Memory to write a string's units into, at least `length`, good until the next call: new memory costs more. */
export function unitsFor(length: number): Uint16Array {
  if (length > scratch.length) {
    // What a single long text needs is not kept.
    if (length > 65_536) return new Uint16Array(length);
    scratch = new Uint16Array(length * 2);
  }
  return scratch;
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

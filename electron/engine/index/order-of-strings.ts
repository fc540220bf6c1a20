/** Characters of a string that its key holds, 7 bits each; the place of the string takes the rest of 53 bits. */
const keyCharacters = 5;
const placeRange = 2 ** 18;
const last = 127;

/** Ascends as strings do, as far as it goes: what lies behind a character beyond ASCII is left to be compared. */
export function prefixKey(text: string): number {
  let key = 0;
  let at = 0;
  for (; at < keyCharacters && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= last) {
      key = key * 128 + last;
      at += 1;
      break;
    }
    key = key * 128 + code;
  }
  return key * 128 ** (keyCharacters - at);
}

/**
 * Places of distinct strings in the order of their UTF-16 code units. Most are told apart by their first letters, which
 * one number holds: numbers are sorted many times faster than strings.
 */
export function orderOfStrings(strings: readonly string[]): Uint32Array {
  const byText = (a: number, b: number): number => ((strings[a] as string) < (strings[b] as string) ? -1 : 1);
  if (strings.length > placeRange) return Uint32Array.from(strings.keys()).sort(byText);
  const keys = Float64Array.from(strings, (text, place) => prefixKey(text) * placeRange + place).sort();
  const order = Uint32Array.from(keys, (key) => key % placeRange);
  for (let from = 0; from < order.length;) {
    const prefix = Math.floor((keys[from] as number) / placeRange);
    let to = from + 1;
    while (to < order.length && Math.floor((keys[to] as number) / placeRange) === prefix) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(byText);
    from = to;
  }
  return order;
}

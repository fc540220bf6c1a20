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
  const { length } = strings;
  const byText = (a: number, b: number): number => ((strings[a] as string) < (strings[b] as string) ? -1 : 1);
  if (length > placeRange) return Uint32Array.from(strings.keys()).sort(byText);
  const keys = new Float64Array(length);
  for (let place = 0; place < length; place += 1) {
    keys[place] = prefixKey(strings[place] as string) * placeRange + place;
  }
  keys.sort();
  const order = new Uint32Array(length);
  let from = 0;
  for (let at = 0; at < length; at += 1) {
    const key = keys[at] as number;
    order[at] = key % placeRange;
    const isLast = at + 1 === length || prefixOf(keys[at + 1] as number) !== prefixOf(key);
    if (!isLast) continue;
    if (at > from) order.subarray(from, at + 1).sort(byText);
    from = at + 1;
  }
  return order;
}

function prefixOf(key: number): number {
  return Math.floor(key / placeRange);
}

import type { StringHashTable } from './string-hash-table.ts';

/** Characters of a string that its key holds, and those of them that lead a number with an index after them. */
const keyCharacters = 9;
const leadCharacters = 6;
/** Ranks of a character, of which 0 stands after the end; a lead, and an index after it, fit into 53 bits. */
const ranks = 40;
const indexRange = 2 ** 21;
const leadStep = ranks ** (keyCharacters - leadCharacters);

/** Digits and small letters of ASCII have a rank of their own; others share one with those near them. */
const rankOf = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit < 0x30) return 1;
  if (unit <= 0x39) return 2 + unit - 0x30;
  if (unit < 0x61) return 12;
  if (unit <= 0x7a) return 13 + unit - 0x61;
  return 39;
});
const isShared = (rank: number): boolean => rank === 1 || rank === 12 || rank === 39;

/**
 * A number that ascends as strings do, as far as it goes: what lies after a character that shares its rank is left to
 * be compared, and so is what lies after the ninth.
 */
function prefixKey(units: Uint16Array, from: number, to: number): number {
  const end = Math.min(to, from + keyCharacters);
  let key = 0;
  let left = keyCharacters;
  for (let at = from; at < end; at += 1) {
    const unit = units[at] as number;
    const rank = unit < 128 ? (rankOf[unit] as number) : 39;
    key = key * ranks + rank;
    left -= 1;
    if (isShared(rank)) break;
  }
  for (; left > 0; left -= 1) key *= ranks;
  return key;
}

/**
 * Numbers of the strings of a table from `first` on, in the order of their UTF-16 code units; `keys` gets the key of each
 * of these, by its index after `first`. Most are told apart by their first letters, which one number holds together
 * with its index: numbers are sorted many times faster than strings.
 */
export function sortStrings(table: StringHashTable, first: number, keys: Float64Array): Uint32Array {
  const count = keys.length;
  for (let index = 0; index < count; index += 1) {
    const letters = table.letters(first + index);
    keys[index] = prefixKey(letters.units, letters.from, letters.to);
  }
  const byString = (a: number, b: number): number =>
    (keys[a - first] as number) - (keys[b - first] as number) || table.compare(a, b);
  const order = new Uint32Array(count);
  if (count > indexRange) {
    for (let index = 0; index < count; index += 1) order[index] = first + index;
    return order.sort(byString);
  }
  const leads = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    leads[index] = Math.floor((keys[index] as number) / leadStep) * indexRange + index;
  }
  leads.sort();
  let from = 0;
  let lead = -1;
  for (let at = 0; at < count; at += 1) {
    const led = leads[at] as number;
    const next = Math.floor(led / indexRange);
    order[at] = first + led - next * indexRange;
    if (next !== lead) sortRun(order, from, at, byString);
    if (next !== lead) from = at;
    lead = next;
  }
  sortRun(order, from, count, byString);
  return order;
}

/** Longer runs are left to the engine's sort, which does not slow down with the square of their length. */
const fewInRun = 12;

function sortRun(
  order: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  if (to - from > fewInRun) {
    order.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const number = order[at] as number;
    let into = at;
    for (; into > from && compare(order[into - 1] as number, number) > 0; into -= 1) {
      order[into] = order[into - 1] as number;
    }
    order[into] = number;
  }
}

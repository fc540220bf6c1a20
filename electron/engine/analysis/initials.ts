import { isStopWord } from './stop-words.ts';

const initials = /^(?:\p{L}\p{M}*\.)+\p{L}\p{M}*$/u;

/**
 * The form of folded initials: without points, as they are written too (`n.a.t.o` and `nato`); but what would be a stop word
 * then keeps them, since `U.S.` is not `us`.
 */
export function initialsForm(folded: string): string {
  if (!initials.test(folded)) return folded;
  const joined = folded.replaceAll('.', '');
  return isStopWord(joined) ? folded : joined;
}

export const capitalA = 0x41;
export const capitalZ = 0x5a;
const [smallA, smallZ, lineEnd] = [0x61, 0x7a, 0x0a];
/** How far around a word others are looked at, in code units. */
const reach = 48;

function isCapital(unit: number): boolean {
  return unit >= capitalA && unit <= capitalZ;
}

/**
 * Whether the capitals in `[start, end)` are one word in a line of capitals, where nothing tells `IT` from `it`: another
 * word of capitals stands near, and no small letter does. A word by itself is none.
 */
export function isShouted(units: Uint16Array, length: number, start: number, end: number): boolean {
  let besideCapitals = false;
  for (const [first, step] of [
    [start - 1, -1],
    [end, 1],
  ] as const) {
    for (let at = first, left = reach; left > 0 && at >= 0 && at < length; at += step, left -= 1) {
      const unit = units[at] as number;
      if (unit === lineEnd) break;
      if (unit >= smallA && unit <= smallZ) return false;
      besideCapitals ||= at !== first && isCapital(unit) && isCapital(units[at - step] as number);
    }
  }
  return besideCapitals;
}

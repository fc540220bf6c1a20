import type { BitSet } from '../../index/bytes/bit-set.ts';

/** `stopWord`: nothing but stop words was asked for, so that it restricts nothing next to other words. */
export type Found = Readonly<{ sets: readonly BitSet[]; stopWord: boolean }>;

/** Documents of each segment, and a number that no others have. */
export type Left = Readonly<{ number: number; sets: readonly BitSet[] }>;

let lastLeft = 0;

/** What is left of `outer` where other things have to be true as well; stop words alone restrict nothing. */
export function leftOf(outer: Left | null, found: readonly Found[]): Left | null {
  const counted = found.filter(({ stopWord }) => !stopWord);
  if (counted.length === 0) return outer;
  const { sets } = combined(
    outer === null ? counted : [{ sets: outer.sets, stopWord: false }, ...counted],
    (set, other) => set.intersect(other),
  );
  lastLeft += 1;
  return { number: lastLeft, sets };
}

/** Sets of each segment as one; of stop words only where there is nothing else. */
export function combined(found: readonly Found[], combine: (set: BitSet, other: BitSet) => BitSet): Found {
  const counted = found.filter(({ stopWord }) => !stopWord);
  const [first, ...rest] = counted.length > 0 ? counted : found;
  const sets = (first?.sets ?? []).map((set) => set.copy());
  for (const other of rest) for (const [nth, set] of sets.entries()) combine(set, other.sets[nth] as BitSet);
  return { sets, stopWord: counted.length === 0 };
}

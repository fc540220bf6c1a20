import type { FacetValues } from '../../../contract/facet-values.ts';

/** How many articles have each value, of those that were found and of all; the value of number 0 is none. */
export type CountedValues = Readonly<{
  counts: Uint32Array;
  all: Uint32Array;
  /** Empty for what is no value. */
  nameOf: (number: number) => string;
}>;

/** The `max` values that most articles have, those first, and any of `kept` whether an article has it or not. */
export function topValues(counted: CountedValues, max: number, kept: readonly string[] = []): FacetValues {
  const { counts, all, nameOf } = counted;
  const numbers = greatest(counts, all, max);
  const values = numbers.map((number) => ({
    key: nameOf(number),
    articles: counts[number] as number,
    all: all[number] as number,
  }));
  const told = new Set(values.map(({ key }) => key));
  const left = new Set(kept.filter((key) => !told.has(key)));
  let others = -values.length;
  for (let number = 1; number < counts.length; number += 1) {
    if ((counts[number] as number) > 0) others += 1;
    if (left.size === 0) continue;
    const key = nameOf(number);
    if (left.delete(key))
      values.push({ key, articles: counts[number] as number, all: all[number] as number });
  }
  return { values, others: Math.max(0, others) };
}

/** Numbers from 1 with the greatest counts, at most `max`; of the same counts, those that more articles have at all. */
function greatest(counts: Uint32Array, all: Uint32Array, max: number): number[] {
  // Putting all in order, of which few are told, would take longer than counting.
  const ascending = counts.slice(1).sort();
  const least = Math.max(1, ascending[ascending.length - max] ?? 0);
  const numbers: number[] = [];
  for (let number = 1; number < counts.length; number += 1)
    if ((counts[number] as number) >= least) numbers.push(number);
  return numbers
    .sort(
      (a, b) =>
        (counts[b] as number) - (counts[a] as number) || (all[b] as number) - (all[a] as number) || a - b,
    )
    .slice(0, max);
}

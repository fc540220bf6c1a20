/** A value of each line, and the rank of each value. */
export type SortColumn = Readonly<{ values: Uint32Array; ranks: Uint32Array }>;

/**
 * Lines by the ranks of their values in the first column, those that are equal there by the second, and so on; then as they
 * came. Counting sorts from the last column to the first (Knuth, The Art of Computer Programming, volume 3, 5.2.5): ranks
 * are small numbers, and a hundred thousand lines take milliseconds.
 */
export function orderOfLines(length: number, columns: readonly SortColumn[]): Uint32Array {
  let order = Uint32Array.from({ length }, (_, line) => line);
  for (const { values, ranks } of columns.toReversed()) {
    const starts = new Uint32Array(ranks.reduce((max, rank) => Math.max(max, rank), 0) + 2);
    const rankOf = (line: number): number => ranks[values[line] as number] as number;
    for (let line = 0; line < length; line += 1) {
      const next = rankOf(line) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let rank = 1; rank < starts.length; rank += 1) {
      starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
    }
    const sorted = new Uint32Array(length);
    for (const line of order) {
      const rank = rankOf(line);
      sorted[starts[rank] as number] = line;
      starts[rank] = (starts[rank] as number) + 1;
    }
    order = sorted;
  }
  return order;
}

/** The rank of each number of `keys`: equal ones share it. `NaN` comes last. */
export function ranksOfNumbers(keys: readonly number[], isDescending: boolean): Uint32Array {
  const sign = isDescending ? -1 : 1;
  const distinct = [...new Set(keys.filter((key) => !Number.isNaN(key)))].sort((a, b) => sign * (a - b));
  const ranks = new Map(distinct.map((key, rank) => [key, rank]));
  return Uint32Array.from(keys, (key) => ranks.get(key) ?? distinct.length);
}

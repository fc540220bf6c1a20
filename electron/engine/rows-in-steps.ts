import { DamagedOrder } from './sqlite-trouble.ts';

/**
 * Rows in the order of a key, a step at a time: `next` gives those after a row, or the first ones after null, until there are
 * none. A damaged tree gives its rows in any order, and what comes after the last of them could go round for ever: a `DamagedOrder`
 * is thrown for the first row that `isAfter` does not put after the one before.
 */
export function* rowsInSteps<Row>(
  next: (last: Row | null) => readonly Row[],
  isAfter: (row: Row, before: Row) => boolean,
): Generator<readonly Row[]> {
  let last: Row | null = null;
  for (;;) {
    const rows = next(last);
    for (const row of rows) {
      if (last !== null && !isAfter(row, last)) throw new DamagedOrder();
      last = row;
    }
    if (rows.length === 0) return;
    yield rows;
  }
}

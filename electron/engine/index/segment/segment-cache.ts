import type { NamedColumnName } from '../../../contract/named-columns.ts';
import type { Column, ColumnName } from '../schema/columns.ts';
import type { FormTable } from '../terms/form-table.ts';

/** A column of names: the number of each document's name, and the names by number. */
export type ColumnOfNames = Readonly<{ values: Column; names: readonly string[] }>;

/** What a reader has read: immutable, and handed on to the next reader of the same segment. */
export class SegmentCache {
  readonly columns = new Map<ColumnName, Column>();
  readonly named = new Map<NamedColumnName, ColumnOfNames>();
  forms: FormTable | null = null;
  documentsById: Uint32Array | null = null;
  maxArticle: number | null = null;
  days: Readonly<{ earliest: number; latest: number }> | null = null;
  guessedDays: Column | null | undefined = undefined;
}

/** The greatest of some ids, -1 when there are none. */
export function maxOf(ids: Column): number {
  let max = -1;
  for (let document = 0; document < ids.length; document += 1) {
    max = Math.max(max, ids[document] as number);
  }
  return max;
}

/** The range of the days that are not 0; both ends are 0 when there is none. */
export function rangeOfDays(days: Column): Readonly<{ earliest: number; latest: number }> {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = 0;
  for (let document = 0; document < days.length; document += 1) {
    const day = days[document] as number;
    if (day === 0) continue;
    if (day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  return latest === 0 ? { earliest: 0, latest: 0 } : { earliest, latest };
}

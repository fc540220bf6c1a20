import { BitSet } from '../index/bit-set.ts';
import { dayOffset } from '../index/columns.ts';
import type { NamedColumnName } from '../index/segment-memory.ts';
import type { SegmentReader } from '../index/segment-reader.ts';

/** The live documents whose value in a column passes `test`. */
function filterColumn(
  segment: SegmentReader,
  values: ArrayLike<number>,
  test: (value: number) => boolean,
): BitSet {
  const set = new BitSet(segment.row.articles);
  for (let document = 0; document < values.length; document += 1) {
    if (test(values[document] as number)) set.add(document);
  }
  return segment.tombstones === null ? set : set.subtract(segment.tombstones);
}

/** The live documents whose language, place or agency passes `test`. */
export function filterByName(
  segment: SegmentReader,
  column: NamedColumnName,
  test: (name: string) => boolean,
): BitSet {
  const { values, names } = segment.named(column);
  const passing = names.map(test);
  return filterColumn(segment, values, (value) => passing[value] === true);
}

/** Those of a day of publication from `from` to `to`, days since 1970-01-01. */
export function filterByDays(segment: SegmentReader, from: number, to: number): BitSet {
  const first = Math.max(1, from + dayOffset);
  const last = to + dayOffset;
  return filterColumn(segment, segment.column('days'), (day) => day >= first && day <= last);
}

export function filterByWords(segment: SegmentReader, from: number, to: number): BitSet {
  return filterColumn(segment, segment.column('words'), (words) => words >= from && words <= to);
}

/** Those whose article is one of `ids`. */
export function filterByArticles(segment: SegmentReader, ids: BitSet): BitSet {
  return filterColumn(segment, segment.articles, (id) => ids.has(id));
}

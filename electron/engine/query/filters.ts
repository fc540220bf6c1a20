import { BitSet } from '../index/bit-set.ts';
import { dayOffset, type Column } from '../index/columns.ts';
import type { NamedColumnName } from '../index/segment-memory.ts';
import type { SegmentReader } from '../index/segment-reader.ts';

/*
 * The loops of this module see every document of the archive for each filter: they call nothing, and write the bits of
 * 32 documents at once.
 */

function live(segment: SegmentReader, set: BitSet): BitSet {
  return segment.tombstones === null ? set : set.subtract(segment.tombstones);
}

/** The live documents whose value in a column is one from `first` to `last`. */
function filterByRange(segment: SegmentReader, values: Column, first: number, last: number): BitSet {
  const set = new BitSet(segment.row.articles);
  for (let from = 0; from < values.length; from += 32) {
    const count = Math.min(32, values.length - from);
    let bits = 0;
    for (let nth = 0; nth < count; nth += 1) {
      const value = values[from + nth] as number;
      if (value >= first && value <= last) bits |= 1 << nth;
    }
    set.words[from >>> 5] = bits;
  }
  return live(segment, set);
}

/** The live documents whose value in a column is in `wanted`. */
function filterBySet(segment: SegmentReader, values: Column, { words: wanted }: BitSet): BitSet {
  const set = new BitSet(segment.row.articles);
  for (let from = 0; from < values.length; from += 32) {
    const count = Math.min(32, values.length - from);
    let bits = 0;
    for (let nth = 0; nth < count; nth += 1) {
      const value = values[from + nth] as number;
      const unit = value >>> 5;
      if (unit < wanted.length) bits |= (((wanted[unit] as number) >>> (value & 31)) & 1) << nth;
    }
    set.words[from >>> 5] = bits;
  }
  return live(segment, set);
}

/** The live documents whose language, place or agency passes `test`. */
export function filterByName(
  segment: SegmentReader,
  column: NamedColumnName,
  test: (name: string) => boolean,
): BitSet {
  const { values, names } = segment.named(column);
  const passing = new BitSet(names.length);
  for (const [number, name] of names.entries()) if (test(name)) passing.add(number);
  return filterBySet(segment, values, passing);
}

/** Those of a day of publication from `from` to `to`, days since 1970-01-01. */
export function filterByDays(segment: SegmentReader, from: number, to: number): BitSet {
  const first = Math.max(1, from + dayOffset);
  const last = to + dayOffset;
  return filterByRange(segment, segment.column('days'), first, last);
}

export function filterByWords(segment: SegmentReader, from: number, to: number): BitSet {
  return filterByRange(segment, segment.column('words'), from, to);
}

/** Those whose article is one of `ids`. */
export function filterByArticles(segment: SegmentReader, ids: BitSet): BitSet {
  return filterBySet(segment, segment.articles, ids);
}

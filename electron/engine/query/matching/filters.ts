import type { NamedColumnName } from '../../../contract/named-columns.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import { dayOffset, type Column } from '../../index/schema/columns.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';

/*
 * The loops of this module see every document of the archive for each filter: they call nothing for one, and make the
 * bits of 32 documents at once.
 */

/** The live documents of which `bitsOf` sets the bit, given 32 of them or the last few: `[from, to)`. */
function liveDocuments(segment: SegmentReader, bitsOf: (from: number, to: number) => number): BitSet {
  const { articles } = segment.row;
  const set = new BitSet(articles);
  for (let from = 0; from < articles; from += 32) {
    set.words[from >>> 5] = bitsOf(from, Math.min(from + 32, articles));
  }
  return segment.tombstones === null ? set : set.subtract(segment.tombstones);
}

/** The live documents whose value in a column is one from `first` to `last`. */
function filterByRange(segment: SegmentReader, values: Column, first: number, last: number): BitSet {
  return liveDocuments(segment, (from, to) => {
    let bits = 0;
    for (let at = from; at < to; at += 1) {
      const value = values[at] as number;
      if (value >= first && value <= last) bits |= 1 << (at & 31);
    }
    return bits;
  });
}

/** The live documents whose value in a column is in `wanted`. */
function filterBySet(segment: SegmentReader, values: Column, { words: wanted }: BitSet): BitSet {
  return liveDocuments(segment, (from, to) => {
    let bits = 0;
    for (let at = from; at < to; at += 1) {
      const value = values[at] as number;
      const unit = value >>> 5;
      if (unit < wanted.length) bits |= (((wanted[unit] as number) >>> (value & 31)) & 1) << (at & 31);
    }
    return bits;
  });
}

/** The live documents whose name in a column passes `test`. */
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

/**
 * Those of a day of publication from `from` to `to`, days since 1970-01-01. One that can be read in two ways counts when
 * both are among them, and with `orGuessed` when either is, as does one whose year is guessed.
 */
export function filterByDays(segment: SegmentReader, from: number, to: number, orGuessed = false): BitSet {
  const first = Math.max(1, from + dayOffset);
  const last = to + dayOffset;
  const days = filterByRange(segment, segment.column('days'), first, last);
  const guesses = segment.guessedDays;
  if (guesses === null) return days;
  const guessed = filterByRange(segment, guesses, first, last);
  return orGuessed
    ? days.union(guessed)
    : days.intersect(guessed.union(filterByRange(segment, guesses, 0, 0)));
}

/** Those without a day of publication. */
export function filterUndated(segment: SegmentReader): BitSet {
  return filterByRange(segment, segment.column('days'), 0, 0);
}

export function filterByWords(segment: SegmentReader, from: number, to: number): BitSet {
  return filterByRange(segment, segment.column('words'), from, to);
}

/** Those whose article is one of `ids`. */
export function filterByArticles(segment: SegmentReader, ids: BitSet): BitSet {
  return filterBySet(segment, segment.articles, ids);
}

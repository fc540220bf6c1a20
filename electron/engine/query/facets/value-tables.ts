import { wordRanges } from '../../../contract/facet-values.ts';
import type { NamedColumnName } from '../../../contract/named-columns.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { dayOffset, type Column } from '../../index/schema/columns.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { countFound, countValues, type FoundDocuments } from './found-documents.ts';
import type { CountedValues } from './top-values.ts';

/** A property of which the index has a column. */
export type ColumnFacet = NamedColumnName | 'years' | 'lengths';

/** What the documents of a segment have: a number each, and what these numbers mean. */
type SegmentValues = Readonly<{ values: Column; names: readonly string[] }>;

type SegmentTable = Readonly<{
  segment: SegmentReader;
  values: Column;
  /** Live documents by value. */
  live: Uint32Array;
  /** The number of each of the segment's values in the whole table. */
  numbers: Uint32Array;
}>;

type ValueTable = Readonly<{
  names: readonly string[];
  all: Uint32Array;
  bySegment: readonly SegmentTable[];
}>;

const dayMs = 86_400_000;

/** The values of columns over all segments, numbered once for a snapshot: counting an answer looks at no name. */
export class ValueTables {
  readonly #tables = new Map<ColumnFacet, ValueTable>();
  #segments: readonly SegmentReader[] = [];

  count(snapshot: IndexSnapshot, facet: ColumnFacet, found: readonly FoundDocuments[]): CountedValues {
    const { names, all, bySegment } = this.#tableOf(snapshot, facet);
    const counts = new Uint32Array(names.length);
    for (const [nth, { values, live, numbers }] of bySegment.entries()) {
      const inSegment = countFound(values, live, found[nth] as FoundDocuments);
      for (let value = 0; value < inSegment.length; value += 1) {
        const number = numbers[value] as number;
        counts[number] = (counts[number] as number) + (inSegment[value] as number);
      }
    }
    return { counts, all, nameOf: (number) => names[number] ?? '' };
  }

  #tableOf({ segments }: IndexSnapshot, facet: ColumnFacet): ValueTable {
    const isSame =
      segments.length === this.#segments.length &&
      segments.every((segment, nth) => segment === this.#segments[nth]);
    if (!isSame) this.#tables.clear();
    this.#segments = segments;
    let table = this.#tables.get(facet);
    if (table === undefined) {
      table = tableOf(segments, facet);
      this.#tables.set(facet, table);
    }
    return table;
  }
}

function tableOf(segments: readonly SegmentReader[], facet: ColumnFacet): ValueTable {
  const numberOf = new Map<string, number>([['', 0]]);
  const bySegment = segments.map((segment): SegmentTable => {
    const { values, names } = valuesOf(segment, facet);
    const live = countValues(values, names.length, segment.liveDocuments());
    const numbers = Uint32Array.from(names, (name, value) => {
      // What only deleted documents have is no value any more.
      if (live[value] === 0) return 0;
      const known = numberOf.get(name) ?? numberOf.size;
      numberOf.set(name, known);
      return known;
    });
    return { segment, values, live, numbers };
  });
  const all = new Uint32Array(numberOf.size);
  for (const { live, numbers } of bySegment) {
    for (const [value, number] of numbers.entries())
      all[number] = (all[number] as number) + (live[value] as number);
  }
  return { names: [...numberOf.keys()], all, bySegment };
}

function valuesOf(segment: SegmentReader, facet: ColumnFacet): SegmentValues {
  if (facet === 'years') return yearsOf(segment);
  return facet === 'lengths' ? lengthsOf(segment) : segment.named(facet);
}

/** Years from the earliest to the latest day; no name for what has no day. */
function yearsOf(segment: SegmentReader): SegmentValues {
  const days = segment.column('days');
  const { earliest, latest } = segment.days;
  if (latest === 0) return { values: new Uint8Array(days.length), names: [''] };
  const yearOf = (day: number): number => new Date((day - dayOffset) * dayMs).getUTCFullYear();
  const first = yearOf(earliest);
  const values = new Uint16Array(days.length);
  const starts = Array.from({ length: yearOf(latest) - first + 2 }, (_, nth) => startOfYear(first + nth));
  for (let document = 0; document < days.length; document += 1) {
    const day = days[document] as number;
    if (day !== 0) values[document] = 1 + lastNotAbove(starts, day);
  }
  const names = ['', ...starts.slice(0, -1).map((_, nth) => String(first + nth).padStart(4, '0'))];
  return { values, names };
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) / dayMs + dayOffset;
}

function lastNotAbove(starts: readonly number[], day: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= day) low = middle;
    else high = middle;
  }
  return low;
}

function lengthsOf(segment: SegmentReader): SegmentValues {
  const words = segment.column('words');
  const values = new Uint8Array(words.length);
  const ends = wordRanges.map(({ to }) => to);
  for (let document = 0; document < words.length; document += 1) {
    const length = words[document] as number;
    let range = 0;
    while (length > (ends[range] as number)) range += 1;
    values[document] = range + 1;
  }
  return { values, names: ['', ...wordRanges.map(({ key }) => key)] };
}

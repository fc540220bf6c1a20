import { BitSet } from '../index/bit-set.ts';
import { searchedFields } from '../index/fields.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { PostingsEntry } from '../index/postings.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import { streamOf } from '../index/streams.ts';
import { ArrayList, CursorList, type FrequencyList } from './frequency-list.ts';
import { occurrencesOfForms } from './occurrences-of-forms.ts';

/** Where a term stands in one segment; with `forms`, only its occurrences in those written forms count. */
export type TermPlace = Readonly<{ postings: readonly PostingsEntry[]; forms: ReadonlySet<number> | null }>;

/** The postings of one place in one stream. */
export type StreamPlace = Readonly<{ entry: PostingsEntry; forms: ReadonlySet<number> | null }>;

/**
 * What a word of a query stands for, across the segments of a snapshot: a term of the index, or written forms that
 * count as one. Reads postings on demand and keeps them while the query runs.
 */
export class ExpandedTerm {
  readonly key: string;
  readonly #places: ReadonlyMap<SegmentReader, readonly TermPlace[]>;
  readonly #byStream = new Map<SegmentReader, readonly StreamPlace[][]>();
  readonly #documents = new Map<string, Map<SegmentReader, BitSet>>();

  constructor(key: string, places: ReadonlyMap<SegmentReader, readonly TermPlace[]>) {
    this.key = key;
    this.#places = places;
  }

  /** The documents of `segment`, deleted ones included, that hold the term in any of `fields`. Not to be changed. */
  documents(segment: SegmentReader, fields: readonly number[]): BitSet {
    const key = fields.join();
    const known = this.#documents.get(key) ?? new Map<SegmentReader, BitSet>();
    this.#documents.set(key, known);
    let set = known.get(segment);
    if (set === undefined) known.set(segment, (set = this.#gather(segment, fields)));
    return set;
  }

  /** How often the term is in each document of `segment` in `field`; null when it is in none. */
  frequencies(segment: SegmentReader, field: number): FrequencyList | null {
    const places = this.places(segment, streamOf(field, false));
    const [only] = places;
    if (only === undefined) return null;
    if (places.length === 1 && only.forms === null) return new CursorList(segment.cursor(only.entry));
    const counts = new Map<number, number>();
    for (const place of places) {
      occurrencesOfForms(segment.cursor(place.entry), place.forms, (document, frequency) =>
        counts.set(document, (counts.get(document) ?? 0) + frequency),
      );
    }
    return ArrayList.of(counts);
  }

  /** Where the term stands in one stream. */
  places(segment: SegmentReader, stream: number): readonly StreamPlace[] {
    let byStream = this.#byStream.get(segment);
    if (byStream === undefined) {
      byStream = sortedByStream(this.#places.get(segment) ?? []);
      this.#byStream.set(segment, byStream);
    }
    return byStream[stream] ?? [];
  }

  /** Live documents that hold the term, summed over `fields`, as Lunr counts them. */
  fieldFrequency(snapshot: IndexSnapshot, fields: readonly number[] = searchedFields): number {
    let sum = 0;
    for (const segment of snapshot.segments) {
      for (const field of fields) {
        const places = this.places(segment, streamOf(field, false));
        const [only] = places;
        if (only === undefined) continue;
        const isWhole = places.length === 1 && only.forms === null;
        if (isWhole && segment.tombstones === null) sum += only.entry.documentCount;
        else sum += countLive(segment, this.documents(segment, [field]));
      }
    }
    return sum;
  }

  /** Live documents that hold the term in any of `fields`. */
  documentFrequency(snapshot: IndexSnapshot, fields: readonly number[]): number {
    return snapshot.segments.reduce(
      (sum, segment) => sum + countLive(segment, this.documents(segment, fields)),
      0,
    );
  }

  #gather(segment: SegmentReader, fields: readonly number[]): BitSet {
    const set = new BitSet(segment.row.articles);
    const streams = new Set(fields.map((field) => streamOf(field, false)));
    const inForms: StreamPlace[] = [];
    for (const { postings, forms } of this.#places.get(segment) ?? []) {
      for (const entry of postings) {
        if (!streams.has(entry.stream)) continue;
        if (forms === null) segment.addDocuments(entry, set);
        else inForms.push({ entry, forms });
      }
    }
    for (const { entry, forms } of inForms) {
      // Which forms stand where is the dear part, and mostly the documents are all there by now.
      if (!segment.hasOtherDocuments(entry, set)) continue;
      occurrencesOfForms(segment.cursor(entry), forms, (document) => set.add(document));
    }
    return set;
  }
}

function countLive(segment: SegmentReader, documents: BitSet): number {
  return segment.tombstones === null ? documents.count() : documents.countWithout(segment.tombstones);
}

/** The places of a term by the number of the stream: a wildcard has thousands, and every field asks. */
function sortedByStream(places: readonly TermPlace[]): StreamPlace[][] {
  const byStream: StreamPlace[][] = [];
  for (const { postings, forms } of places) {
    for (const entry of postings) (byStream[entry.stream] ??= []).push({ entry, forms });
  }
  return byStream;
}

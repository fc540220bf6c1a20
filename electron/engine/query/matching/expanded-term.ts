import { BitSet } from '../../index/bytes/bit-set.ts';
import { searchedFields } from '../../index/schema/fields.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { PostingsEntry } from '../../index/postings/postings.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { streamOf } from '../../index/schema/streams.ts';
import { CursorList, type FrequencyList } from './frequency-list.ts';

/** A list of one stream; with `surfaces`, only occurrences that are written so count. */
export type StreamPostings = Readonly<{ entry: PostingsEntry; surfaces: BitSet | null }>;

/** A number with a bit for each of some streams. */
export type StreamMask = number;

/** What a word of a query stands for in one segment. */
export interface SegmentTerm {
  /** Adds the documents, deleted ones included, that hold it in any of `streams`. */
  addDocuments(streams: StreamMask, set: BitSet): void;
  /** How many documents, deleted ones included, hold it in any of `streams`; null when they would have to be read. */
  documentCount(streams: StreamMask): number | null;
  /** How often it is in each of its documents; null when it is in none. */
  frequencies(stream: number): FrequencyList | null;
  /** Where its occurrences in a stream are. */
  postings(stream: number): readonly StreamPostings[];
  /** The same for a term whose occurrences are no lists of the index: `postings` has none of it. */
  occurrences?(stream: number): HeldOccurrences | null;
}

/** Occurrences in one stream that are held in memory. */
export interface HeldOccurrences {
  readonly documents: BitSet;
  /** The positions in one document, ascending; the caller's own. */
  positionsIn(document: number): Uint32Array;
}

export function isIn(streams: StreamMask, stream: number): boolean {
  return ((streams >>> stream) & 1) === 1;
}

/** A term of the index, with its lists in one segment. */
export class IndexedTerm implements SegmentTerm {
  readonly #segment: SegmentReader;
  readonly #postings: readonly PostingsEntry[];

  constructor(segment: SegmentReader, postings: readonly PostingsEntry[]) {
    this.#segment = segment;
    this.#postings = postings;
  }

  addDocuments(streams: StreamMask, set: BitSet): void {
    for (const entry of this.#postings)
      if (isIn(streams, entry.stream)) this.#segment.addDocuments(entry, set);
  }

  documentCount(streams: StreamMask): number | null {
    let count = 0;
    for (const { stream, documentCount } of this.#postings) {
      if (!isIn(streams, stream)) continue;
      // A document may be in several lists.
      if (count > 0) return null;
      count = documentCount;
    }
    return count;
  }

  frequencies(stream: number): FrequencyList | null {
    const entry = this.#postings.find((list) => list.stream === stream);
    return entry === undefined ? null : new CursorList(this.#segment.cursor(entry));
  }

  postings(stream: number): readonly StreamPostings[] {
    return this.#postings.flatMap((entry) => (entry.stream === stream ? [{ entry, surfaces: null }] : []));
  }
}

/**
 * What a word of a query stands for, across the segments of a snapshot: a term of the index, or written forms that
 * count as one. Reads postings on demand and keeps them while the query runs.
 */
export class ExpandedTerm {
  readonly key: string;
  readonly #inSegments: ReadonlyMap<SegmentReader, SegmentTerm>;
  readonly #documents = new Map<StreamMask, Map<SegmentReader, BitSet>>();
  readonly #frequencies = new Map<StreamMask, number>();

  constructor(key: string, inSegments: ReadonlyMap<SegmentReader, SegmentTerm>) {
    this.key = key;
    this.#inSegments = inSegments;
  }

  get isNowhere(): boolean {
    return this.#inSegments.size === 0;
  }

  /** The documents of `segment`, deleted ones included, that hold the term in any of `fields`. Not to be changed. */
  documents(segment: SegmentReader, fields: readonly number[]): BitSet {
    const streams = streamsOf(fields);
    const known = this.#documents.get(streams) ?? new Map<SegmentReader, BitSet>();
    this.#documents.set(streams, known);
    let set = known.get(segment);
    if (set === undefined) {
      known.set(segment, (set = new BitSet(segment.row.articles)));
      this.#inSegments.get(segment)?.addDocuments(streams, set);
    }
    return set;
  }

  /** Adds these documents to a set, for who asks once: nothing is kept. */
  addDocuments(segment: SegmentReader, fields: readonly number[], set: BitSet): void {
    this.#inSegments.get(segment)?.addDocuments(streamsOf(fields), set);
  }

  /** How often the term is in each document of `segment` in `field`; null when it is in none. */
  frequencies(segment: SegmentReader, field: number): FrequencyList | null {
    return this.#inSegments.get(segment)?.frequencies(streamOf(field, false)) ?? null;
  }

  /** Where the term stands in one stream. */
  postings(segment: SegmentReader, stream: number): readonly StreamPostings[] {
    return this.#inSegments.get(segment)?.postings(stream) ?? [];
  }

  /** Where it stands in one stream, for a term of which `postings` says nothing. */
  occurrences(segment: SegmentReader, stream: number): HeldOccurrences | null {
    return this.#inSegments.get(segment)?.occurrences?.(stream) ?? null;
  }

  /** Live documents that hold the term, summed over `fields`, as Lunr counts them. */
  fieldFrequency(snapshot: IndexSnapshot, fields: readonly number[] = searchedFields): number {
    return fields.reduce((sum, field) => sum + this.documentFrequency(snapshot, [field]), 0);
  }

  /** Live documents that hold the term in any of `fields`. */
  documentFrequency(snapshot: IndexSnapshot, fields: readonly number[]): number {
    const streams = streamsOf(fields);
    const known = this.#frequencies.get(streams);
    if (known !== undefined) return known;
    let sum = 0;
    for (const segment of snapshot.segments) sum += this.#countLive(segment, fields);
    this.#frequencies.set(streams, sum);
    return sum;
  }

  #countLive(segment: SegmentReader, fields: readonly number[]): number {
    const own = this.#inSegments.get(segment);
    if (own === undefined) return 0;
    const { tombstones } = segment;
    if (tombstones !== null) return this.documents(segment, fields).countWithout(tombstones);
    return own.documentCount(streamsOf(fields)) ?? this.documents(segment, fields).count();
  }
}

function streamsOf(fields: readonly number[]): StreamMask {
  let streams = 0;
  for (const field of fields) streams |= 1 << streamOf(field, false);
  return streams;
}

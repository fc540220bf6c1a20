import { BitSet } from '../index/bit-set.ts';
import { streamOf } from '../index/analyse-article.ts';
import type { TermEntry } from '../index/dictionary.ts';
import { searchedFields } from '../index/fields.ts';
import type { IndexSnapshot } from '../index/index-snapshot.ts';
import type { Postings, PostingsEntry } from '../index/postings.ts';
import type { SegmentReader } from '../index/segment-reader.ts';

/** Documents of one segment with how often each; ascending. */
export type Frequencies = Readonly<{ documents: Uint32Array; frequencies: Uint32Array }>;

/** Where a term stands in one segment; with `forms`, only its occurrences in those written forms count. */
export type TermPlace = Readonly<{ entry: TermEntry; forms: ReadonlySet<number> | null }>;

const nothing: Frequencies = { documents: new Uint32Array(), frequencies: new Uint32Array() };

function keepForms(postings: Postings, forms: ReadonlySet<number>): Postings {
  const documents = new Uint32Array(postings.documents.length);
  const frequencies = new Uint32Array(postings.documents.length);
  const positions = new Uint32Array(postings.positions.length);
  const writings = new Uint32Array(postings.positions.length);
  let count = 0;
  let kept = 0;
  let at = 0;
  for (let nth = 0; nth < postings.documents.length; nth += 1) {
    const end = at + (postings.frequencies[nth] as number);
    const before = kept;
    for (; at < end; at += 1) {
      const writing = postings.writings[at] as number;
      if (!forms.has(writing >>> 2)) continue;
      positions[kept] = postings.positions[at] as number;
      writings[kept] = writing;
      kept += 1;
    }
    if (kept === before) continue;
    documents[count] = postings.documents[nth] as number;
    frequencies[count] = kept - before;
    count += 1;
  }
  return {
    documents: documents.subarray(0, count),
    frequencies: frequencies.subarray(0, count),
    positions: positions.subarray(0, kept),
    writings: writings.subarray(0, kept),
  };
}

/**
 * One term that a query word expanded to, across the segments of a snapshot: a term of the index, or one written form
 * of a term. Reads postings on demand and keeps them while the query runs.
 */
export class ExpandedTerm {
  readonly key: string;
  readonly #places: ReadonlyMap<SegmentReader, readonly TermPlace[]>;
  readonly #frequencies = new Map<SegmentReader, Frequencies[]>();
  readonly #byStream = new Map<SegmentReader, readonly StreamPlace[][]>();

  constructor(key: string, places: ReadonlyMap<SegmentReader, readonly TermPlace[]>) {
    this.key = key;
    this.#places = places;
  }

  /** The documents of `segment`, deleted ones included, that hold the term in `field`. */
  frequencies(segment: SegmentReader, field: number): Frequencies {
    if (!this.#places.has(segment)) return nothing;
    let known = this.#frequencies.get(segment);
    if (known === undefined) this.#frequencies.set(segment, (known = []));
    return (known[field] ??= this.#read(segment, streamOf(field, false)));
  }

  /** The documents of `segment`, deleted ones included, that hold the term in any of `fields`. */
  documents(segment: SegmentReader, fields: readonly number[]): BitSet {
    const set = new BitSet(segment.row.articles);
    const places = fields.flatMap((field) => this.#streamPlaces(segment, streamOf(field, false)));
    for (const { postings, forms } of places) if (forms === null) segment.addDocuments(postings, set);
    for (const { postings, forms } of places) {
      // Which forms stand where is the dear part, and mostly the documents are all there by now.
      if (forms === null || !segment.hasOtherDocuments(postings, set)) continue;
      for (const document of segment.documentsOfForms(postings, forms).documents) set.add(document);
    }
    return set;
  }

  /** Postings in `field` of the term's own stream and of the stream of stop words. */
  postings(segment: SegmentReader, field: number): Postings[] {
    return [streamOf(field, false), streamOf(field, true)].flatMap((stream) =>
      this.#streamPlaces(segment, stream).map(({ postings, forms }) => {
        const read = segment.postings(postings);
        return forms === null ? read : keepForms(read, forms);
      }),
    );
  }

  /** Live documents that hold the term, summed over `fields`, as Lunr counts them. */
  documentFrequency(snapshot: IndexSnapshot, fields: readonly number[] = searchedFields): number {
    let sum = 0;
    for (const segment of snapshot.segments) {
      for (const field of fields) {
        const { documents } = this.frequencies(segment, field);
        if (segment.tombstones === null) sum += documents.length;
        else for (const document of documents) if (segment.isLive(document)) sum += 1;
      }
    }
    return sum;
  }

  #read(segment: SegmentReader, stream: number): Frequencies {
    const places = this.#streamPlaces(segment, stream);
    const [only] = places;
    if (only === undefined) return nothing;
    if (places.length === 1) return documentsAt(segment, only);
    const counts = new Uint32Array(segment.row.articles);
    for (const place of places) {
      if (place.forms === null) segment.addFrequencies(place.postings, counts);
      else addTo(counts, documentsAt(segment, place));
    }
    return frequenciesOf(counts);
  }

  #streamPlaces(segment: SegmentReader, stream: number): readonly StreamPlace[] {
    let byStream = this.#byStream.get(segment);
    if (byStream === undefined) {
      byStream = sortedByStream(this.#places.get(segment) ?? []);
      this.#byStream.set(segment, byStream);
    }
    return byStream[stream] ?? [];
  }
}

type StreamPlace = Readonly<{ postings: PostingsEntry; forms: ReadonlySet<number> | null }>;

/** The places of a term by the number of the stream: a wildcard has thousands, and every field asks. */
function sortedByStream(places: readonly TermPlace[]): StreamPlace[][] {
  const byStream: StreamPlace[][] = [];
  for (const { entry, forms } of places) {
    for (const postings of entry.postings) (byStream[postings.stream] ??= []).push({ postings, forms });
  }
  return byStream;
}

function documentsAt(segment: SegmentReader, { postings, forms }: StreamPlace): Frequencies {
  return forms === null ? segment.documents(postings) : segment.documentsOfForms(postings, forms);
}

function addTo(counts: Uint32Array, { documents, frequencies }: Frequencies): void {
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] as number;
    counts[document] = (counts[document] as number) + (frequencies[at] as number);
  }
}

function frequenciesOf(counts: Uint32Array): Frequencies {
  const documents = new Uint32Array(counts.length);
  let length = 0;
  for (let document = 0; document < counts.length; document += 1) {
    if (counts[document] !== 0) documents[length++] = document;
  }
  const found = documents.slice(0, length);
  return { documents: found, frequencies: found.map((document) => counts[document] as number) };
}

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
  const documents: number[] = [];
  const frequencies: number[] = [];
  const positions: number[] = [];
  const writings: number[] = [];
  let at = 0;
  for (const [nth, document] of postings.documents.entries()) {
    const end = at + (postings.frequencies[nth] as number);
    const before = positions.length;
    for (; at < end; at += 1) {
      const writing = postings.writings[at] as number;
      if (!forms.has(writing >>> 2)) continue;
      positions.push(postings.positions[at] as number);
      writings.push(writing);
    }
    if (positions.length === before) continue;
    documents.push(document);
    frequencies.push(positions.length - before);
  }
  return {
    documents: Uint32Array.from(documents),
    frequencies: Uint32Array.from(frequencies),
    positions: Uint32Array.from(positions),
    writings: Uint32Array.from(writings),
  };
}

/**
 * One term that a query word expanded to, across the segments of a snapshot: a term of the index, or one written form
 * of a term. Reads postings on demand and keeps them while the query runs.
 */
export class ExpandedTerm {
  readonly key: string;
  readonly #places: ReadonlyMap<SegmentReader, readonly TermPlace[]>;
  readonly #frequencies = new Map<string, Frequencies>();

  constructor(key: string, places: ReadonlyMap<SegmentReader, readonly TermPlace[]>) {
    this.key = key;
    this.#places = places;
  }

  /** The documents of `segment`, deleted ones included, that hold the term in `field`. */
  frequencies(segment: SegmentReader, field: number): Frequencies {
    const key = `${String(segment.row.id)}/${String(field)}`;
    const known = this.#frequencies.get(key);
    if (known !== undefined) return known;
    const found = this.#read(segment, streamOf(field, false));
    this.#frequencies.set(key, found);
    return found;
  }

  /** Postings in `field` of the term's own stream and of the stream of stop words. */
  postings(segment: SegmentReader, field: number): Postings[] {
    const found: Postings[] = [];
    for (const { entry, forms } of this.#places.get(segment) ?? []) {
      for (const stream of [streamOf(field, false), streamOf(field, true)]) {
        const place = streamEntry(entry, stream);
        if (place === null) continue;
        const postings = segment.postings(place);
        found.push(forms === null ? postings : keepForms(postings, forms));
      }
    }
    return found;
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
    const places = this.#places.get(segment) ?? [];
    const found = places.flatMap(({ entry, forms }) => {
      const place = streamEntry(entry, stream);
      if (place === null) return [];
      return [forms === null ? segment.documents(place) : keepForms(segment.postings(place), forms)];
    });
    return found.length > 1 ? sumOf(found) : (found[0] ?? nothing);
  }
}

function streamEntry(entry: TermEntry, stream: number): PostingsEntry | null {
  return entry.postings.find((postings) => postings.stream === stream) ?? null;
}

/** The union of several lists, frequencies added up. */
function sumOf(lists: readonly Frequencies[]): Frequencies {
  const counts = new Map<number, number>();
  for (const { documents, frequencies } of lists) {
    for (const [at, document] of documents.entries()) {
      counts.set(document, (counts.get(document) ?? 0) + (frequencies[at] as number));
    }
  }
  const documents = Uint32Array.from(counts.keys()).sort();
  return { documents, frequencies: documents.map((document) => counts.get(document) ?? 0) };
}

import { BitSet } from '../../../index/bytes/bit-set.ts';
import { lowerBound } from '../../../index/bytes/lower-bound.ts';
import { Uint32List } from '../../../index/bytes/uint32-list.ts';
import { isIn, type HeldOccurrences, type SegmentTerm, type StreamMask } from '../expanded-term.ts';
import { CountedList, type FrequencyList } from '../frequency-list.ts';

/** Occurrences in one field of a segment, in the order of documents and positions. */
export class OccurrenceList implements HeldOccurrences {
  readonly documents: BitSet;
  readonly #numbers = new Uint32List(16);
  /** Where the occurrences of each document end. */
  readonly #ends = new Uint32List(16);
  readonly #positions = new Uint32List(16);

  /** Of documents below `size`. */
  constructor(size: number) {
    this.documents = new BitSet(size);
  }

  push(document: number, position: number): void {
    const last = this.#numbers.length - 1;
    this.#positions.push(position);
    if (last >= 0 && this.#numbers.values[last] === document) {
      this.#ends.values[last] = this.#positions.length;
      return;
    }
    this.documents.add(document);
    this.#numbers.push(document);
    this.#ends.push(this.#positions.length);
  }

  positionsIn(document: number): Uint32Array {
    const numbers = this.#numbers.view();
    const at = lowerBound(numbers, document);
    if (numbers[at] !== document) return new Uint32Array();
    const start = at === 0 ? 0 : (this.#ends.values[at - 1] as number);
    return this.#positions.values.slice(start, this.#ends.values[at]);
  }

  counts(): CountedList {
    const list = new CountedList(this.documents.size);
    const ends = this.#ends.view();
    const frequencies = ends.map((end, at) => end - (at === 0 ? 0 : (ends[at - 1] as number)));
    list.addAll(this.#numbers.view(), frequencies, ends.length);
    return list;
  }
}

/** A word as written in one segment: its occurrences were looked at in the texts, and stand in no list of the index. */
export class WrittenInSegment implements SegmentTerm {
  /** Documents of which the texts were read for it. */
  readonly lookedAt: number;
  readonly #byStream: ReadonlyMap<number, OccurrenceList>;

  readonly #within: BitSet | null;

  /** `within`: the documents that were looked at, or null for all that it could be in. */
  constructor(byStream: ReadonlyMap<number, OccurrenceList>, lookedAt: number, within: BitSet | null) {
    this.#byStream = byStream;
    this.lookedAt = lookedAt;
    this.#within = within;
  }

  /** Whether it says all of these documents, or of all where null. */
  covers(within: BitSet | null): boolean {
    if (this.#within === null) return true;
    return within !== null && within.countWithout(this.#within) === 0;
  }

  get isNowhere(): boolean {
    return this.#byStream.size === 0;
  }

  addDocuments(streams: StreamMask, set: BitSet): void {
    for (const [stream, { documents }] of this.#byStream) if (isIn(streams, stream)) set.union(documents);
  }

  documentCount(): null {
    return null;
  }

  frequencies(stream: number): FrequencyList | null {
    return this.#byStream.get(stream)?.counts() ?? null;
  }

  postings(): readonly [] {
    return [];
  }

  occurrences(stream: number): HeldOccurrences | null {
    return this.#byStream.get(stream) ?? null;
  }
}

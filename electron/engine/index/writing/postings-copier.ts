import { ByteReader, ByteWriter } from '../bytes/byte-buffer.ts';
import type { ListTable } from '../postings/term-info.ts';
import type { ListWriter } from './postings-writer.ts';
import { readNumbers } from '../bytes/bit-packing.ts';
import { blockDocuments } from '../postings/postings.ts';
import type { RunReader } from '../storage/chunk-reader.ts';

/** Where the documents of a segment come to stand: from `base` on, or one by one, -1 for one that is deleted. */
export type Places = Readonly<{ base: number; each: Int32Array | null }>;

/** Reads one list of a segment from front to back, a block at a time, into a list of another segment. */
export class ListReader {
  readonly #documentRun: RunReader;
  readonly #positionRun: RunReader;
  readonly #places: Places;
  readonly #skipBytes = new ByteWriter();
  readonly #skips = new ByteReader(new Uint8Array());
  #left = 0;
  #last = -1;
  #isOneBlock = true;
  #hasFrequencies = false;
  #hasWritings = false;
  /** Where the parts of the next block begin, and how many bytes they have. */
  #documentsAt = 0;
  #frequenciesAt = 0;
  #positionsAt = 0;
  #writingsAt = 0;
  #documents = 0;
  #frequencies = 0;
  #positions = 0;
  #writings = 0;

  constructor(documents: RunReader, positions: RunReader, places: Places) {
    this.#documentRun = documents;
    this.#positionRun = positions;
    this.#places = places;
  }

  /** Whether there are blocks to be read. */
  get hasMore(): boolean {
    return this.#left > 0;
  }

  /** Begins a list of a table, which stands at these offsets. */
  open(lists: ListTable, list: number, offset: number, positionOffset: number): void {
    const skips = lists.skips[list] as number;
    this.#left = lists.documentCounts[list] as number;
    this.#last = -1;
    this.#isOneBlock = skips === 0;
    this.#documents = lists.documents[list] as number;
    this.#frequencies = lists.frequencies[list] as number;
    this.#positions = lists.positions[list] as number;
    this.#writings = lists.writings[list] as number;
    this.#hasFrequencies = this.#frequencies > 0;
    this.#hasWritings = this.#writings > 0;
    this.#documentsAt = offset + skips;
    this.#frequenciesAt = this.#documentsAt + this.#documents;
    this.#positionsAt = positionOffset;
    this.#writingsAt = positionOffset + this.#positions;
    if (this.#isOneBlock) return;
    this.#skipBytes.clear();
    this.#documentRun.copy(offset, skips, this.#skipBytes);
    this.#skips.open(this.#skipBytes.view(), 0);
  }

  /**
   * Puts the live documents of the next block into `out`; `formNumbers` gives written forms the numbers that they have
   * there, where they are others. Returns how many occurrences were read.
   */
  readBlock(out: ListWriter, formNumbers: Uint32Array | null): number {
    const documents = Math.min(blockDocuments, this.#left);
    if (!this.#isOneBlock) this.#readSkip();
    const occurrences = this.#readNumbers(out, documents);
    const { base, each } = this.#places;
    if (each === null) {
      this.#place(out, documents, base);
      if (formNumbers !== null) renumber(out, occurrences, formNumbers);
      out.take(documents, occurrences);
    } else {
      const count = this.#sift(out, documents, each);
      const kept = occurrencesOf(out, count);
      if (formNumbers !== null) renumber(out, kept, formNumbers);
      out.take(count, kept);
    }
    this.#left -= documents;
    this.#documentsAt += this.#documents;
    this.#frequenciesAt += this.#frequencies;
    this.#positionsAt += this.#positions;
    this.#writingsAt += this.#writings;
    return occurrences;
  }

  /** Of what bounds scores nothing is taken over: blocks are cut anew. */
  #readSkip(): void {
    const skips = this.#skips;
    skips.passVarints(3);
    this.#documents = skips.varint();
    const frequencies = skips.varint();
    this.#positions = skips.varint();
    const writings = skips.varint();
    this.#frequencies = this.#hasFrequencies ? frequencies : 0;
    this.#writings = this.#hasWritings ? writings : 0;
  }

  /** Reads all numbers of the block behind what waits in `out`; returns how many occurrences there are. */
  #readNumbers(out: ListWriter, documents: number): number {
    const from = out.count;
    readNumbers(this.#documentRun.open(this.#documentsAt, this.#documents), out.deltas, from, documents);
    let occurrences = documents;
    if (this.#hasFrequencies) {
      const reader = this.#documentRun.open(this.#frequenciesAt, this.#frequencies);
      readNumbers(reader, out.frequencies, from, documents);
      for (let at = from; at < from + documents; at += 1) occurrences += out.frequencies[at] as number;
    } else out.frequencies.fill(0, from, from + documents);
    out.makeRoom(occurrences);
    const first = out.occurrences;
    readNumbers(
      this.#positionRun.open(this.#positionsAt, this.#positions),
      out.positions,
      first,
      occurrences,
    );
    if (this.#hasWritings) {
      readNumbers(this.#positionRun.open(this.#writingsAt, this.#writings), out.writings, first, occurrences);
    } else out.writings.fill(0, first, first + occurrences);
    return occurrences;
  }

  /** All documents stay: only the first one is at another distance from the one before it. */
  #place(out: ListWriter, documents: number, base: number): void {
    const { deltas, count } = out;
    const first = deltas[count] as number;
    let last = this.#last;
    for (let at = count; at < count + documents; at += 1) last += (deltas[at] as number) + 1;
    deltas[count] = base + this.#last + first - out.last;
    this.#last = last;
    out.last = base + last;
  }

  /** Leaves deleted documents out; returns how many stay. */
  #sift(out: ListWriter, documents: number, places: Int32Array): number {
    const { deltas, frequencies, positions, writings } = out;
    const end = out.count + documents;
    let kept = out.count;
    let from = out.occurrences;
    let to = from;
    for (let at = out.count; at < end; at += 1) {
      this.#last += (deltas[at] as number) + 1;
      const frequency = frequencies[at] as number;
      const place = places[this.#last] as number;
      if (place >= 0) {
        deltas[kept] = place - out.last - 1;
        frequencies[kept] = frequency;
        out.last = place;
        kept += 1;
        if (to !== from) {
          positions.copyWithin(to, from, from + frequency + 1);
          writings.copyWithin(to, from, from + frequency + 1);
        }
        to += frequency + 1;
      }
      from += frequency + 1;
    }
    return kept - out.count;
  }
}

function occurrencesOf({ frequencies, count }: ListWriter, documents: number): number {
  let occurrences = documents;
  for (let at = count; at < count + documents; at += 1) occurrences += frequencies[at] as number;
  return occurrences;
}

/** Gives the forms of the newest occurrences, which do not wait yet, their numbers in the new segment. */
function renumber(out: ListWriter, occurrences: number, formNumbers: Uint32Array): void {
  const { writings } = out;
  for (let at = out.occurrences; at < out.occurrences + occurrences; at += 1) {
    const writing = writings[at] as number;
    writings[at] = ((formNumbers[writing >>> 2] as number) << 2) | (writing & 3);
  }
}

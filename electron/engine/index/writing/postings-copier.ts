import { ByteReader, ByteWriter } from '../bytes/byte-buffer.ts';
import type { TermInfo } from '../postings/term-info.ts';
import type { PostingsWriter } from './postings-writer.ts';
import { unpackNumbers } from '../bytes/bit-packing.ts';
import { blockDocuments } from '../postings/postings.ts';
import type { ChunkReader } from '../storage/chunk-reader.ts';

/** Where the documents of a segment come to stand: from `base` on, or one by one, -1 for one that is deleted. */
export type DocumentMap = Readonly<{ base: number; each: Int32Array | null }>;

/** Reads one list of a segment from front to back, a block at a time, into a list of another segment. */
export class PostingsCopier {
  readonly #documentRun: ChunkReader;
  readonly #positionRun: ChunkReader;
  readonly #documentMap: DocumentMap;
  readonly #skipBytes = new ByteWriter();
  readonly #skips = new ByteReader(new Uint8Array());
  #left = 0;
  #last = -1;
  #isOneBlock = true;
  #hasFrequencies = false;
  #hasSurfaces = false;
  /** Where the parts of the next block begin, and how many bytes they have. */
  #documentsAt = 0;
  #frequenciesAt = 0;
  #positionsAt = 0;
  #surfacesAt = 0;
  #documents = 0;
  #frequencies = 0;
  #positions = 0;
  #surfaces = 0;

  constructor(documents: ChunkReader, positions: ChunkReader, documentMap: DocumentMap) {
    this.#documentRun = documents;
    this.#positionRun = positions;
    this.#documentMap = documentMap;
  }

  /** Whether there are blocks to be read. */
  get hasMore(): boolean {
    return this.#left > 0;
  }

  /** Begins a list of a table, which stands at these offsets. */
  open(lists: TermInfo, list: number, offset: number, positionOffset: number): void {
    const skips = lists.skips[list] as number;
    this.#left = lists.documentCounts[list] as number;
    this.#last = -1;
    this.#isOneBlock = skips === 0;
    this.#documents = lists.documents[list] as number;
    this.#frequencies = lists.frequencies[list] as number;
    this.#positions = lists.positions[list] as number;
    this.#surfaces = lists.surfaces[list] as number;
    this.#hasFrequencies = this.#frequencies > 0;
    this.#hasSurfaces = this.#surfaces > 0;
    this.#documentsAt = offset + skips;
    this.#frequenciesAt = this.#documentsAt + this.#documents;
    this.#positionsAt = positionOffset;
    this.#surfacesAt = positionOffset + this.#positions;
    if (this.#isOneBlock) return;
    this.#skipBytes.clear();
    this.#documentRun.copy(offset, skips, this.#skipBytes);
    this.#skips.open(this.#skipBytes.view(), 0);
  }

  /**
   * Puts the live documents of the next block into `out`; `formNumbers` gives written forms the numbers that they have
   * there, where they are others. Returns how many occurrences were read.
   */
  copyBlock(out: PostingsWriter, formNumbers: Uint32Array | null): number {
    const documents = Math.min(blockDocuments, this.#left);
    if (!this.#isOneBlock) this.#nextSkip();
    const occurrences = this.#unpackBlock(out, documents);
    const { base, each } = this.#documentMap;
    if (each === null) {
      this.#shift(out, documents, base);
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
    this.#surfacesAt += this.#surfaces;
    return occurrences;
  }

  /** Of what bounds scores nothing is taken over: blocks are cut anew. */
  #nextSkip(): void {
    const skips = this.#skips;
    skips.passVarints(3);
    this.#documents = skips.varint();
    const frequencies = skips.varint();
    this.#positions = skips.varint();
    const surfaces = skips.varint();
    this.#frequencies = this.#hasFrequencies ? frequencies : 0;
    this.#surfaces = this.#hasSurfaces ? surfaces : 0;
  }

  /** Reads all numbers of the block after what waits in `out`; returns how many occurrences there are. */
  #unpackBlock(out: PostingsWriter, documents: number): number {
    const from = out.count;
    unpackNumbers(this.#documentRun.open(this.#documentsAt, this.#documents), out.deltas, from, documents);
    let occurrences = documents;
    if (this.#hasFrequencies) {
      const reader = this.#documentRun.open(this.#frequenciesAt, this.#frequencies);
      unpackNumbers(reader, out.frequencies, from, documents);
      for (let at = from; at < from + documents; at += 1) occurrences += out.frequencies[at] as number;
    } else out.frequencies.fill(0, from, from + documents);
    out.makeRoom(occurrences);
    const first = out.occurrences;
    unpackNumbers(
      this.#positionRun.open(this.#positionsAt, this.#positions),
      out.positions,
      first,
      occurrences,
    );
    if (this.#hasSurfaces) {
      unpackNumbers(
        this.#positionRun.open(this.#surfacesAt, this.#surfaces),
        out.surfaces,
        first,
        occurrences,
      );
    } else out.surfaces.fill(0, first, first + occurrences);
    return occurrences;
  }

  /** All documents stay: only the first one is at another distance from the one before it. */
  #shift(out: PostingsWriter, documents: number, base: number): void {
    const { deltas, count } = out;
    const first = deltas[count] as number;
    let last = this.#last;
    for (let at = count; at < count + documents; at += 1) last += (deltas[at] as number) + 1;
    deltas[count] = base + this.#last + first - out.last;
    this.#last = last;
    out.last = base + last;
  }

  /** Leaves deleted documents out; returns how many stay. */
  #sift(out: PostingsWriter, documents: number, newDocuments: Int32Array): number {
    const { deltas, frequencies, positions, surfaces } = out;
    const end = out.count + documents;
    let kept = out.count;
    let from = out.occurrences;
    let to = from;
    for (let at = out.count; at < end; at += 1) {
      this.#last += (deltas[at] as number) + 1;
      const frequency = frequencies[at] as number;
      const document = newDocuments[this.#last] as number;
      if (document >= 0) {
        deltas[kept] = document - out.last - 1;
        frequencies[kept] = frequency;
        out.last = document;
        kept += 1;
        if (to !== from) {
          positions.copyWithin(to, from, from + frequency + 1);
          surfaces.copyWithin(to, from, from + frequency + 1);
        }
        to += frequency + 1;
      }
      from += frequency + 1;
    }
    return kept - out.count;
  }
}

function occurrencesOf({ frequencies, count }: PostingsWriter, documents: number): number {
  let occurrences = documents;
  for (let at = count; at < count + documents; at += 1) occurrences += frequencies[at] as number;
  return occurrences;
}

/** Gives the forms of the newest occurrences, which do not wait yet, their numbers in the new segment. */
function renumber(out: PostingsWriter, occurrences: number, formNumbers: Uint32Array): void {
  const { surfaces } = out;
  for (let at = out.occurrences; at < out.occurrences + occurrences; at += 1) {
    const surface = surfaces[at] as number;
    surfaces[at] = ((formNumbers[surface >>> 2] as number) << 2) | (surface & 3);
  }
}

import { ByteReader } from '../bytes/byte-buffer.ts';
import { lowerBound } from '../bytes/lower-bound.ts';
import { unpackNumbers, unpackSomeNumbers } from '../bytes/bit-packing.ts';
import {
  blockDocuments,
  decodeSkips,
  documentsInBlock,
  type PostingsEntry,
  type PostingsLengths,
  type Skips,
} from './postings.ts';

const nothing = new Uint32Array();

/** Reads the bytes `[start, end)` of one part of a list. */
export type PartReader = (part: keyof PostingsLengths, start: number, end: number) => Uint8Array;

/**
 * Walks through one list a block at a time, reading no part and no block that is not asked for: the positions of a word
 * that is in most articles take more than a search may.  `documents`, `frequencies`,
 * `positions` and `surfaces` hold those of the current block.
 */
export class PostingsCursor {
  readonly entry: PostingsEntry;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  /** Of all documents of the block, one after the other; differences within each are already added up. */
  positions: Uint32Array = nothing;
  surfaces: Uint32Array = nothing;
  /** Documents in the current block. */
  count = 0;
  /** Occurrences in the current block, once `readFrequencies` was called. */
  occurrences = 0;
  readonly #read: PartReader;
  /** Of the current block. */
  #positionBytes: Uint8Array | null = null;
  #surfaceBytes: Uint8Array | null = null;
  #skips: Skips | null = null;
  #block = -1;

  constructor(entry: PostingsEntry, read: PartReader) {
    this.entry = entry;
    this.#read = read;
    const maxCount = Math.min(blockDocuments, entry.documentCount);
    this.documents = new Uint32Array(maxCount);
    this.frequencies = new Uint32Array(maxCount);
  }

  /** The current block, -1 before the first. */
  get block(): number {
    return this.#block;
  }

  get blocks(): number {
    return Math.ceil(this.entry.documentCount / blockDocuments);
  }

  /** Null for a list of one block. */
  get skips(): Skips | null {
    if (this.entry.lengths.skips === 0) return null;
    this.#skips ??= decodeSkips(this.entry, this.#read('skips', 0, this.entry.lengths.skips));
    return this.#skips;
  }

  /** Makes `block` the current one and reads its documents. */
  readBlock(block: number): void {
    if (this.#block === block) return;
    this.#block = block;
    this.count = documentsInBlock(this.entry, block);
    const { skips } = this;
    this.#positionBytes = null;
    this.#surfaceBytes = null;
    const documents = this.documents;
    const bytes = this.#blockBytes('documents', skips?.documentStarts);
    unpackNumbers(new ByteReader(bytes), documents, 0, this.count);
    let document = block === 0 || skips === null ? -1 : (skips.lastDocuments[block - 1] as number);
    for (let at = 0; at < this.count; at += 1) {
      document += (documents[at] as number) + 1;
      documents[at] = document;
    }
    this.occurrences = 0;
  }

  /** Makes `block` the current one and reads all of it. */
  readWhole(block: number): void {
    this.readBlock(block);
    this.readFrequencies();
    this.readPositions();
    this.readSurfaces();
  }

  readFrequencies(): void {
    if (this.occurrences > 0) return;
    const { count, frequencies } = this;
    if (this.entry.lengths.frequencies === 0) {
      frequencies.fill(1, 0, count);
      this.occurrences = count;
      return;
    }
    const bytes = this.#blockBytes('frequencies', this.skips?.frequencyStarts);
    unpackNumbers(new ByteReader(bytes), frequencies, 0, count);
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const frequency = (frequencies[at] as number) + 1;
      frequencies[at] = frequency;
      sum += frequency;
    }
    this.occurrences = sum;
  }

  /** Needs `readFrequencies`. */
  readPositions(): void {
    if (this.positions.length < this.occurrences) this.positions = new Uint32Array(this.occurrences);
    const { positions, frequencies } = this;
    this.#positionBytes ??= this.#blockBytes('positions', this.skips?.positionStarts);
    unpackNumbers(new ByteReader(this.#positionBytes), positions, 0, this.occurrences);
    let at = 0;
    for (let nth = 0; nth < this.count; nth += 1) {
      const end = at + (frequencies[nth] as number);
      let position = 0;
      for (; at < end; at += 1) {
        position += positions[at] as number;
        positions[at] = position;
      }
    }
  }

  /** Needs `readFrequencies`. */
  readSurfaces(): void {
    if (this.surfaces.length < this.occurrences) this.surfaces = new Uint32Array(this.occurrences);
    if (this.entry.lengths.surfaces === 0) {
      this.surfaces.fill(0, 0, this.occurrences);
      return;
    }
    this.#surfaceBytes ??= this.#blockBytes('surfaces', this.skips?.surfaceStarts);
    unpackNumbers(new ByteReader(this.#surfaceBytes), this.surfaces, 0, this.occurrences);
  }

  /**
   * Reads the positions of one document into the front of `values`, which has room for them; `first` is the sum of the
   * frequencies of the documents of the block before it. Needs `readFrequencies`.
   */
  readPositionsOf(first: number, frequency: number, values: Uint32Array): void {
    this.#positionBytes ??= this.#blockBytes('positions', this.skips?.positionStarts);
    unpackSomeNumbers(this.#positionBytes, 0, this.occurrences, first, frequency, values);
    for (let at = 1; at < frequency; at += 1) {
      values[at] = (values[at] as number) + (values[at - 1] as number);
    }
  }

  /** As `readPositionsOf`, of the surfaces. */
  readSurfacesOf(first: number, frequency: number, values: Uint32Array): void {
    if (this.entry.lengths.surfaces === 0) {
      values.fill(0, 0, frequency);
      return;
    }
    this.#surfaceBytes ??= this.#blockBytes('surfaces', this.skips?.surfaceStarts);
    unpackSomeNumbers(this.#surfaceBytes, 0, this.occurrences, first, frequency, values);
  }

  /** The block that holds `document`, or would; the number of blocks when all end before it. */
  blockOf(document: number): number {
    const { skips } = this;
    if (skips === null) return 0;
    const last = skips.lastDocuments;
    const from = Math.max(0, this.#block);
    const isBefore = from > 0 && (last[from - 1] as number) >= document;
    if (!isBefore && (last[from] as number) >= document) return from;
    return lowerBound(last, document, isBefore ? 0 : from, skips.blocks);
  }

  /** The bytes of a part in the current block; `starts` says where each block of the part begins. */
  #blockBytes(part: keyof PostingsLengths, starts: Uint32Array | undefined): Uint8Array {
    const length = this.entry.lengths[part];
    if (starts === undefined) return this.#read(part, 0, length);
    return this.#read(part, starts[this.#block] ?? length, starts[this.#block + 1] ?? length);
  }

  /** Calls back with each occurrence, document by document. */
  eachOccurrence(visit: (document: number, position: number, surface: number) => void): void {
    for (let block = 0; block < this.blocks; block += 1) {
      this.readWhole(block);
      let at = 0;
      for (let nth = 0; nth < this.count; nth += 1) {
        const document = this.documents[nth] as number;
        for (const end = at + (this.frequencies[nth] as number); at < end; at += 1) {
          visit(document, this.positions[at] as number, this.surfaces[at] as number);
        }
      }
    }
  }
}

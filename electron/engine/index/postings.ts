import type { BitSet } from './bit-set.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readNumbers, writeNumbers } from './packed-numbers.ts';

/** Documents in one block of postings. */
export const blockDocuments = 128;

/** Lengths in bytes of the parts of encoded postings, in the order in which they stand. */
export type PostingsLengths = Readonly<{
  skips: number;
  documents: number;
  frequencies: number;
  positions: number;
  writings: number;
}>;

/** Where the postings of a term stand, and how many documents they name. */
export type PostingsEntry = Readonly<{
  stream: number;
  documentCount: number;
  /** Of the skips, with the documents and the frequencies behind them, in the documents of the segment. */
  offset: number;
  /** Of the positions, with the writings behind them, in the positions of the segment. */
  positionOffset: number;
  lengths: PostingsLengths;
}>;

/** What a list takes among the documents of a segment. */
export function documentBytes({ skips, documents, frequencies }: PostingsLengths): number {
  return skips + documents + frequencies;
}

/** What a list takes among the positions of a segment. */
export function positionBytes({ positions, writings }: PostingsLengths): number {
  return positions + writings;
}

/**
 * Encodes the postings of one term in one stream, document by document. Call `document`, then `occurrence` for each of
 * its occurrences, and `finish` at the end; then the encoder is ready for the next list.
 */
export class PostingsEncoder {
  readonly #skips = new ByteWriter();
  readonly #documents = new ByteWriter();
  readonly #frequencies = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly #writings = new ByteWriter();
  readonly #blockDeltas = new Uint32Array(blockDocuments);
  readonly #blockFrequencies = new Uint32Array(blockDocuments);
  #blockPositions = new Uint32Array(4 * blockDocuments);
  #blockWritings = new Uint32Array(4 * blockDocuments);
  #inBlock = 0;
  #occurrences = 0;
  #count = 0;
  #total = 0;
  #written = false;
  #previousDocument = -1;
  #previousLast = -1;
  #previousPosition = 0;
  #mostFrequent = 0;
  #shortest = Number.MAX_SAFE_INTEGER;

  /** `length` is that of the field in the document. Documents ascend. */
  document(document: number, length: number): void {
    if (this.#inBlock === blockDocuments) this.#finishBlock();
    this.#blockDeltas[this.#inBlock] = document - this.#previousDocument - 1;
    this.#blockFrequencies[this.#inBlock] = 0;
    this.#inBlock += 1;
    this.#count += 1;
    this.#previousDocument = document;
    this.#previousPosition = 0;
    if (length < this.#shortest) this.#shortest = length;
  }

  /** Positions ascend within a document. */
  occurrence(position: number, writing: number): void {
    const at = this.#occurrences;
    if (at === this.#blockPositions.length) this.#growBlock();
    this.#blockPositions[at] = position - this.#previousPosition;
    this.#blockWritings[at] = writing;
    this.#occurrences = at + 1;
    this.#previousPosition = position;
    if (writing !== 0) this.#written = true;
    const frequency = (this.#blockFrequencies[this.#inBlock - 1] as number) + 1;
    this.#blockFrequencies[this.#inBlock - 1] = frequency;
    if (frequency > this.#mostFrequent) this.#mostFrequent = frequency;
  }

  /** Appends the list to the documents and the positions of a segment. */
  finish(
    documents: ByteWriter,
    positions: ByteWriter,
  ): Readonly<{ documentCount: number; lengths: PostingsLengths }> {
    this.#finishBlock();
    const isLong = this.#count > blockDocuments;
    const hasFrequencies = this.#total !== this.#count;
    const lengths = {
      skips: isLong ? this.#skips.length : 0,
      documents: this.#documents.length,
      frequencies: hasFrequencies ? this.#frequencies.length : 0,
      positions: this.#positions.length,
      writings: this.#written ? this.#writings.length : 0,
    };
    if (isLong) documents.append(this.#skips.view());
    documents.append(this.#documents.view());
    if (hasFrequencies) documents.append(this.#frequencies.view());
    positions.append(this.#positions.view());
    if (this.#written) positions.append(this.#writings.view());
    const list = { documentCount: this.#count, lengths };
    this.#reset();
    return list;
  }

  #finishBlock(): void {
    const documents = this.#inBlock;
    if (documents === 0) return;
    const starts = [this.#documents, this.#frequencies, this.#positions, this.#writings].map(
      ({ length }) => length,
    );
    writeNumbers(this.#documents, this.#blockDeltas, 0, documents);
    const frequencies = this.#blockFrequencies;
    for (let at = 0; at < documents; at += 1) frequencies[at] = (frequencies[at] as number) - 1;
    writeNumbers(this.#frequencies, frequencies, 0, documents);
    writeNumbers(this.#positions, this.#blockPositions, 0, this.#occurrences);
    writeNumbers(this.#writings, this.#blockWritings, 0, this.#occurrences);
    const skips = this.#skips;
    skips.varint(this.#previousDocument - this.#previousLast);
    skips.varint(this.#mostFrequent);
    skips.varint(this.#shortest);
    skips.varint(this.#documents.length - (starts[0] as number));
    skips.varint(this.#frequencies.length - (starts[1] as number));
    skips.varint(this.#positions.length - (starts[2] as number));
    skips.varint(this.#writings.length - (starts[3] as number));
    this.#total += this.#occurrences;
    this.#previousLast = this.#previousDocument;
    this.#inBlock = 0;
    this.#occurrences = 0;
    this.#mostFrequent = 0;
    this.#shortest = Number.MAX_SAFE_INTEGER;
  }

  #growBlock(): void {
    const grown = (numbers: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(numbers.length * 2);
      larger.set(numbers);
      return larger;
    };
    this.#blockPositions = grown(this.#blockPositions);
    this.#blockWritings = grown(this.#blockWritings);
  }

  #reset(): void {
    for (const part of [this.#skips, this.#documents, this.#frequencies, this.#positions, this.#writings]) {
      part.clear();
    }
    this.#count = 0;
    this.#total = 0;
    this.#written = false;
    this.#previousDocument = -1;
    this.#previousLast = -1;
  }
}

/** What stands in the skips for each block: where it ends, what bounds its scores, and where its parts are. */
export type Skips = Readonly<{
  blocks: number;
  lastDocuments: Uint32Array;
  mostFrequent: Uint32Array;
  shortest: Uint32Array;
  /** Where the parts of each block begin, each within its part. */
  documentStarts: Uint32Array;
  frequencyStarts: Uint32Array;
  positionStarts: Uint32Array;
  writingStarts: Uint32Array;
}>;

/** Reads the skips of a list of more than one block. */
export function decodeSkips({ documentCount }: PostingsEntry, bytes: Uint8Array): Skips {
  const blocks = Math.ceil(documentCount / blockDocuments);
  const numbers = (): Uint32Array => new Uint32Array(blocks);
  const skips = {
    blocks,
    lastDocuments: numbers(),
    mostFrequent: numbers(),
    shortest: numbers(),
    documentStarts: numbers(),
    frequencyStarts: numbers(),
    positionStarts: numbers(),
    writingStarts: numbers(),
  };
  const reader = new ByteReader(bytes);
  let last = -1;
  const starts = [0, 0, 0, 0];
  const columns = [
    skips.documentStarts,
    skips.frequencyStarts,
    skips.positionStarts,
    skips.writingStarts,
  ] as const;
  for (let block = 0; block < blocks; block += 1) {
    last += reader.varint();
    skips.lastDocuments[block] = last;
    skips.mostFrequent[block] = reader.varint();
    skips.shortest[block] = reader.varint();
    for (const [part, column] of columns.entries()) {
      const start = starts[part] as number;
      column[block] = start;
      starts[part] = start + reader.varint();
    }
  }
  return skips;
}

/** Documents in block `block` of a list. */
export function documentsInBlock({ documentCount }: PostingsEntry, block: number): number {
  return Math.min(blockDocuments, documentCount - block * blockDocuments);
}

/** Reads the documents of a list, `bytes` being its part of documents, into `documents`. */
export function decodeDocuments(entry: PostingsEntry, bytes: Uint8Array, documents: Uint32Array): void {
  const reader = new ByteReader(bytes);
  let document = -1;
  for (let from = 0; from < entry.documentCount; from += blockDocuments) {
    const count = Math.min(blockDocuments, entry.documentCount - from);
    readNumbers(reader, documents, from, count);
    for (let at = from; at < from + count; at += 1) {
      document += (documents[at] as number) + 1;
      documents[at] = document;
    }
  }
}

/** Reads the frequencies of a list; `bytes` is its part of frequencies, empty when all are one. */
export function decodeFrequencies(entry: PostingsEntry, bytes: Uint8Array, frequencies: Uint32Array): void {
  if (bytes.length === 0) {
    frequencies.fill(1, 0, entry.documentCount);
    return;
  }
  const reader = new ByteReader(bytes);
  for (let from = 0; from < entry.documentCount; from += blockDocuments) {
    const count = Math.min(blockDocuments, entry.documentCount - from);
    readNumbers(reader, frequencies, from, count);
    for (let at = from; at < from + count; at += 1) frequencies[at] = (frequencies[at] as number) + 1;
  }
}

const blockOfDocuments = new Uint32Array(blockDocuments);

/** Adds the documents of a list to `set`; `bytes` is its part of documents. */
export function addDocuments({ documentCount }: PostingsEntry, bytes: Uint8Array, set: BitSet): void {
  const reader = new ByteReader(bytes);
  let document = -1;
  for (let left = documentCount; left > 0; left -= blockDocuments) {
    const count = Math.min(blockDocuments, left);
    readNumbers(reader, blockOfDocuments, 0, count);
    for (let at = 0; at < count; at += 1) {
      document += (blockOfDocuments[at] as number) + 1;
      set.add(document);
    }
  }
}

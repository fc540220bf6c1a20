import type { BitSet } from '../bytes/bit-set.ts';
import { ByteReader } from '../bytes/byte-buffer.ts';
import { unpackNumbers } from '../bytes/bit-packing.ts';

/** Documents in one block of postings. */
export const blockDocuments = 128;

/** Lengths in bytes of the parts of encoded postings, in the order in which they stand. */
export type PostingsLengths = Readonly<{
  skips: number;
  documents: number;
  frequencies: number;
  positions: number;
  surfaces: number;
}>;

/** Where the postings of a term stand, and how many documents they name. */
export type PostingsEntry = Readonly<{
  stream: number;
  documentCount: number;
  /** Of the skips, with the documents and the frequencies after them, in the documents of the segment. */
  offset: number;
  /** Of the positions, with the surfaces after them, in the positions of the segment. */
  positionOffset: number;
  lengths: PostingsLengths;
}>;

/** What a list takes among the documents of a segment. */
export function documentBytes({ skips, documents, frequencies }: PostingsLengths): number {
  return skips + documents + frequencies;
}

/** What a list takes among the positions of a segment. */
export function positionBytes({ positions, surfaces }: PostingsLengths): number {
  return positions + surfaces;
}

/** What stands in the skips for each block: where it ends, what bounds its scores, and where its parts are. */
export type Skips = Readonly<{
  blocks: number;
  lastDocuments: Uint32Array;
  maxFrequencies: Uint32Array;
  minLengths: Uint32Array;
  /** Where the parts of each block begin, each within its part. */
  documentStarts: Uint32Array;
  frequencyStarts: Uint32Array;
  positionStarts: Uint32Array;
  surfaceStarts: Uint32Array;
}>;

/** Reads the skips of a list of more than one block. */
export function decodeSkips({ documentCount }: PostingsEntry, bytes: Uint8Array): Skips {
  const blocks = Math.ceil(documentCount / blockDocuments);
  const numbers = (): Uint32Array => new Uint32Array(blocks);
  const skips = {
    blocks,
    lastDocuments: numbers(),
    maxFrequencies: numbers(),
    minLengths: numbers(),
    documentStarts: numbers(),
    frequencyStarts: numbers(),
    positionStarts: numbers(),
    surfaceStarts: numbers(),
  };
  const reader = new ByteReader(bytes);
  let last = -1;
  let documents = 0;
  let frequencies = 0;
  let positions = 0;
  let surfaces = 0;
  for (let block = 0; block < blocks; block += 1) {
    last += reader.varint();
    skips.lastDocuments[block] = last;
    skips.maxFrequencies[block] = reader.varint();
    skips.minLengths[block] = reader.varint();
    skips.documentStarts[block] = documents;
    skips.frequencyStarts[block] = frequencies;
    skips.positionStarts[block] = positions;
    skips.surfaceStarts[block] = surfaces;
    documents += reader.varint();
    frequencies += reader.varint();
    positions += reader.varint();
    surfaces += reader.varint();
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
    unpackNumbers(reader, documents, from, count);
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
    unpackNumbers(reader, frequencies, from, count);
    for (let at = from; at < from + count; at += 1) frequencies[at] = (frequencies[at] as number) + 1;
  }
}

const blockOfDocuments = new Uint32Array(blockDocuments);

/** Adds the documents of a list to `set`; `bytes` is its part of documents. It sees millions, and calls nothing for each. */
export function addDocuments({ documentCount }: PostingsEntry, bytes: Uint8Array, set: BitSet): void {
  const reader = new ByteReader(bytes);
  const { words } = set;
  let document = -1;
  for (let left = documentCount; left > 0; left -= blockDocuments) {
    const count = Math.min(blockDocuments, left);
    unpackNumbers(reader, blockOfDocuments, 0, count);
    for (let at = 0; at < count; at += 1) {
      document += (blockOfDocuments[at] as number) + 1;
      words[document >>> 5] = (words[document >>> 5] as number) | (1 << (document & 31));
    }
    if (document >= set.size) throw new RangeError('a list names a document that its segment does not have');
  }
}

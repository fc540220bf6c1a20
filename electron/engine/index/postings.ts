import type { BitSet } from './bit-set.ts';
import type { ByteWriter } from './bytes.ts';
import { ByteReader } from './bytes.ts';

/**
 * The occurrences of one term in one stream of one segment: `documents` ascending, how often in each, and for every
 * occurrence, document by document, its position and how it was written (`form << 2 | case`, the form's place among
 * the forms of the term).
 */
export type Postings = Readonly<{
  documents: Uint32Array;
  frequencies: Uint32Array;
  positions: Uint32Array;
  writings: Uint32Array;
}>;

/** Lengths in bytes of the four parts of encoded postings, which stand one after the other. */
export type PostingsLengths = Readonly<{
  documents: number;
  frequencies: number;
  positions: number;
  writings: number;
}>;

/** Where the postings of a term stand, and how many documents they name. */
export type PostingsEntry = Readonly<{
  stream: number;
  documentCount: number;
  offset: number;
  lengths: PostingsLengths;
}>;

export function byteLength(lengths: PostingsLengths): number {
  return lengths.documents + lengths.frequencies + lengths.positions + lengths.writings;
}

/**
 * Appends postings to `out`: documents and positions as differences, all numbers as varints. Frequencies that are all
 * one, and writings that are all zero, take no room.
 */
export function encodePostings(postings: Postings, out: ByteWriter): PostingsLengths {
  const { documents, frequencies, positions, writings } = postings;
  const start = out.length;
  let previous = 0;
  for (const document of documents) {
    out.varint(document - previous);
    previous = document;
  }
  const afterDocuments = out.length;
  if (positions.length !== documents.length) for (const frequency of frequencies) out.varint(frequency);
  const afterFrequencies = out.length;
  let at = 0;
  for (const frequency of frequencies) {
    previous = 0;
    for (let nth = 0; nth < frequency; nth += 1) {
      const position = positions[at++] as number;
      out.varint(position - previous);
      previous = position;
    }
  }
  const afterPositions = out.length;
  if (writings.some((writing) => writing !== 0)) for (const writing of writings) out.varint(writing);
  return {
    documents: afterDocuments - start,
    frequencies: afterFrequencies - afterDocuments,
    positions: afterPositions - afterFrequencies,
    writings: out.length - afterPositions,
  };
}

/** `bytes` begins with the documents and holds at least the frequencies too. */
export function decodeDocuments(
  entry: PostingsEntry,
  bytes: Uint8Array,
): Readonly<{ documents: Uint32Array; frequencies: Uint32Array }> {
  const documents = new Uint32Array(entry.documentCount);
  const frequencies = new Uint32Array(entry.documentCount);
  const reader = new ByteReader(bytes);
  let document = 0;
  for (let at = 0; at < documents.length; at += 1) {
    document += reader.varint();
    documents[at] = document;
  }
  if (entry.lengths.frequencies === 0) return { documents, frequencies: frequencies.fill(1) };
  for (let at = 0; at < frequencies.length; at += 1) frequencies[at] = reader.varint();
  return { documents, frequencies };
}

/** Adds the documents of encoded postings to `set`. */
export function addDocuments(entry: PostingsEntry, bytes: Uint8Array, set: BitSet): void {
  const reader = new ByteReader(bytes);
  let document = 0;
  for (let left = entry.documentCount; left > 0; left -= 1) {
    document += reader.varint();
    set.add(document);
  }
}

/** Whether encoded postings name a document that is not in `set`. */
export function hasOtherDocuments(entry: PostingsEntry, bytes: Uint8Array, set: BitSet): boolean {
  const reader = new ByteReader(bytes);
  let document = 0;
  for (let left = entry.documentCount; left > 0; left -= 1) {
    document += reader.varint();
    if (!set.has(document)) return true;
  }
  return false;
}

/** Adds the frequencies of encoded postings to `counts`, by document; as `decodeDocuments`, without making arrays. */
export function addFrequencies(entry: PostingsEntry, bytes: Uint8Array, counts: Uint32Array): void {
  const documents = new ByteReader(bytes);
  const frequencies = entry.lengths.frequencies === 0 ? null : new ByteReader(bytes, entry.lengths.documents);
  let document = 0;
  for (let left = entry.documentCount; left > 0; left -= 1) {
    document += documents.varint();
    counts[document] = (counts[document] as number) + (frequencies === null ? 1 : frequencies.varint());
  }
}

/** As `decodeDocuments`, of the occurrences in `forms` alone; `bytes` holds all four parts. */
export function decodeDocumentsOfForms(
  entry: PostingsEntry,
  bytes: Uint8Array,
  forms: ReadonlySet<number>,
): Readonly<{ documents: Uint32Array; frequencies: Uint32Array }> {
  const { lengths } = entry;
  const all = decodeDocuments(entry, bytes);
  const writings = new ByteReader(bytes, lengths.documents + lengths.frequencies + lengths.positions);
  let kept = 0;
  for (let nth = 0; nth < entry.documentCount; nth += 1) {
    let matching = 0;
    for (let left = all.frequencies[nth] as number; left > 0; left -= 1) {
      if (forms.has(lengths.writings === 0 ? 0 : writings.varint() >>> 2)) matching += 1;
    }
    if (matching === 0) continue;
    all.documents[kept] = all.documents[nth] as number;
    all.frequencies[kept] = matching;
    kept += 1;
  }
  return { documents: all.documents.subarray(0, kept), frequencies: all.frequencies.subarray(0, kept) };
}

/** `bytes` holds all four parts. */
export function decodePostings(entry: PostingsEntry, bytes: Uint8Array): Postings {
  const { documents, frequencies } = decodeDocuments(entry, bytes);
  let count = 0;
  for (let nth = 0; nth < frequencies.length; nth += 1) count += frequencies[nth] as number;
  const positions = new Uint32Array(count);
  const writings = new Uint32Array(count);
  const reader = new ByteReader(bytes, entry.lengths.documents + entry.lengths.frequencies);
  let at = 0;
  for (let nth = 0; nth < frequencies.length; nth += 1) {
    const end = at + (frequencies[nth] as number);
    let position = 0;
    for (; at < end; at += 1) {
      position += reader.varint();
      positions[at] = position;
    }
  }
  if (entry.lengths.writings > 0) for (at = 0; at < count; at += 1) writings[at] = reader.varint();
  return { documents, frequencies, positions, writings };
}

import { ByteReader } from '../bytes/byte-buffer.ts';
import { decodeForms, type TermEntry } from './term-block.ts';
import { blockTerms } from '../schema/index-schema.ts';
import { textOf, type Utf16Slice } from '../bytes/utf16-slice.ts';
import { TermInfo } from '../postings/term-info.ts';
import { blockDocuments, type PostingsEntry } from '../postings/postings.ts';
import type { SegmentStore } from '../storage/segment-store.ts';

const unitRange = 0x1_0000;

/**
 * Walks through the terms of a segment in order and makes no objects of them: what is said of the current term stands in
 * the fields, which the next one overwrites.
 */
export class TermCursor {
  readonly lists = new TermInfo();
  /** Where the first list is among the documents and the positions of the segment; the others follow on it. */
  offset = 0;
  positionOffset = 0;
  /** Written forms as they stand in the entry: the number that it gives for them, and bytes of the block. */
  formsHeader = 0;
  formsStart = 0;
  formsEnd = 0;
  /** The term, as UTF-16 code units of which `length` count. */
  units = new Uint16Array(256);
  length = 0;
  /** The first three code units as one number, which tells most terms apart. */
  prefix = 0;
  /** The number of the current term in the segment. */
  number = -1;
  block: Uint8Array = new Uint8Array();
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #count: number;
  readonly #reader = new ByteReader(new Uint8Array());
  #firstOffset = 0;
  #firstPositionOffset = 0;

  /** Of a segment with `count` terms. */
  constructor(store: SegmentStore, segment: number, count: number) {
    this.#store = store;
    this.#segment = segment;
    this.#count = count;
  }

  /** Goes on to the next term; false after the last. */
  next(): boolean {
    if (this.number + 1 >= this.#count) return false;
    this.number += 1;
    if (this.number % blockTerms === 0) this.#openBlock(this.number / blockTerms);
    this.#decodePostings();
    this.#decodeUnits();
    this.#passForms();
    return true;
  }

  /** Below 0 when the current term comes before that of `other`, 0 when they are the same. */
  compare(other: TermCursor): number {
    if (this.prefix !== other.prefix) return this.prefix - other.prefix;
    const length = Math.min(this.length, other.length);
    for (let at = 0; at < length; at += 1) {
      const difference = (this.units[at] as number) - (other.units[at] as number);
      if (difference !== 0) return difference;
    }
    return this.length - other.length;
  }

  /** Whether the written forms of the current term are those of the same term in `other`. */
  hasFormsOf(other: TermCursor): boolean {
    const length = this.formsEnd - this.formsStart;
    if (this.formsHeader !== other.formsHeader || length !== other.formsEnd - other.formsStart) return false;
    for (let at = 0; at < length; at += 1) {
      if (this.block[this.formsStart + at] !== other.block[other.formsStart + at]) return false;
    }
    return true;
  }

  /** The current term; good until the next. */
  get letters(): Utf16Slice {
    return { units: this.units, from: 0, to: this.length };
  }

  term(): string {
    return textOf(this.letters);
  }

  forms(term: string): string[] {
    return decodeForms(new ByteReader(this.block, this.formsStart), this.formsHeader, term);
  }

  /** The current term as an object. */
  entry(): TermEntry {
    const { lists } = this;
    const postings: PostingsEntry[] = [];
    let { offset, positionOffset } = this;
    for (let list = 0; list < lists.count; list += 1) {
      const lengths = {
        skips: lists.skips[list] as number,
        documents: lists.documents[list] as number,
        frequencies: lists.frequencies[list] as number,
        positions: lists.positions[list] as number,
        surfaces: lists.surfaces[list] as number,
      };
      const stream = lists.streams[list] as number;
      const documentCount = lists.documentCounts[list] as number;
      postings.push({ stream, documentCount, offset, positionOffset, lengths });
      offset += lists.documentBytes(list);
      positionOffset += lists.positionBytes(list);
    }
    const term = this.term();
    return { term, forms: this.forms(term), postings };
  }

  #openBlock(block: number): void {
    const reader = this.#reader;
    this.block = this.#store.part('term_blocks', this.#segment, block);
    reader.open(this.block, 0);
    this.#firstOffset = reader.varint();
    this.#firstPositionOffset = reader.varint();
    // Of the lengths of the entries.
    reader.passVarints(reader.varint());
    // The first term of a block shares nothing with the one before it.
    this.length = 0;
  }

  #decodePostings(): void {
    const reader = this.#reader;
    const { lists } = this;
    this.offset = this.#firstOffset + reader.varint();
    this.positionOffset = this.#firstPositionOffset + reader.varint();
    this.formsHeader = reader.varint();
    lists.clear();
    for (let left = reader.varint(); left > 0; left -= 1) {
      const list = lists.add();
      lists.streams[list] = reader.varint();
      const documents = reader.varint();
      lists.documentCounts[list] = documents;
      lists.skips[list] = documents > blockDocuments ? reader.varint() : 0;
      lists.documents[list] = reader.varint();
      lists.frequencies[list] = reader.varint();
      lists.positions[list] = reader.varint();
      lists.surfaces[list] = reader.varint();
    }
  }

  #decodeUnits(): void {
    const reader = this.#reader;
    const shared = reader.varint();
    const length = shared + reader.varint();
    if (length > this.units.length) {
      const larger = new Uint16Array(length * 2);
      larger.set(this.units);
      this.units = larger;
    }
    const { units } = this;
    for (let at = shared; at < length; at += 1) units[at] = reader.varint();
    this.length = length;
    const unit = (at: number): number => (at < length ? (units[at] as number) : 0);
    this.prefix = (unit(0) * unitRange + unit(1)) * unitRange + unit(2);
  }

  #passForms(): void {
    const reader = this.#reader;
    this.formsStart = reader.at;
    for (let left = this.formsHeader - 1; left > 0; left -= 1) {
      reader.varint();
      reader.passVarints(reader.varint());
    }
    this.formsEnd = reader.at;
  }
}

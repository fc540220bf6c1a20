import { ByteReader, ByteWriter } from '../bytes/byte-buffer.ts';
import { decodeEntryOffsets } from './entry-offsets.ts';
import { blockDocuments, documentBytes, positionBytes, type PostingsEntry } from '../postings/postings.ts';
import { commonPrefix } from '../bytes/common-prefix.ts';

/** A term of a segment: its written forms, sorted by code unit, and its postings in each stream. */
export type TermEntry = Readonly<{
  term: string;
  forms: readonly string[];
  postings: readonly PostingsEntry[];
}>;

/** Front coding: each string says how much of the one before it holds. The first of a block stands whole. */
export function writeFrontCodedText(out: ByteWriter, previous: string, key: string): void {
  const shared = commonPrefix(previous, key);
  out.varint(shared);
  out.text(key, shared);
}

function decodeKey(reader: ByteReader, previous: string): string {
  const shared = reader.varint();
  const rest = reader.text();
  return shared === 0 ? rest : previous.slice(0, shared) + rest;
}

/** 0 stands for one form of the letters of the term; otherwise one more than there are. */
export function formsHeader({ term, forms }: Pick<TermEntry, 'term' | 'forms'>): number {
  return forms.length === 1 && forms[0] === term ? 0 : forms.length + 1;
}

/** How many forms a header speaks of. */
export function formCountOf(header: number): number {
  return header === 0 ? 1 : header - 1;
}

export function decodeForms(reader: ByteReader, header: number, term: string): string[] {
  if (header === 0) return [term];
  const forms: string[] = [];
  for (let left = header - 1; left > 0; left -= 1) forms.push(decodeKey(reader, term));
  return forms;
}

type Offsets = Readonly<{ offset: number; positionOffset: number }>;

/** The postings of a term stand one after the other. */
export function decodePostings(reader: ByteReader, { offset, positionOffset }: Offsets): PostingsEntry[] {
  const postings: PostingsEntry[] = [];
  let at = offset;
  let positionAt = positionOffset;
  for (let left = reader.varint(); left > 0; left -= 1) {
    const stream = reader.varint();
    const documentCount = reader.varint();
    const lengths = {
      skips: documentCount > blockDocuments ? reader.varint() : 0,
      documents: reader.varint(),
      frequencies: reader.varint(),
      positions: reader.varint(),
      surfaces: reader.varint(),
    };
    postings.push({ stream, documentCount, offset: at, positionOffset: positionAt, lengths });
    at += documentBytes(lengths);
    positionAt += positionBytes(lengths);
  }
  return postings;
}

/** Reads the head of a block, up to the lengths of its entries. */
function decodeHead(reader: ByteReader): Readonly<{ first: Offsets; entries: number }> {
  const first = { offset: reader.varint(), positionOffset: reader.varint() };
  return { first, entries: reader.varint() };
}

function decodeOffsets(reader: ByteReader, first: Offsets): Offsets {
  return { offset: first.offset + reader.varint(), positionOffset: first.positionOffset + reader.varint() };
}

export function decodeTermBlock(bytes: Uint8Array): TermEntry[] {
  const reader = new ByteReader(bytes);
  const { first, entries: count } = decodeHead(reader);
  reader.passVarints(count);
  const entries: TermEntry[] = [];
  let term = '';
  for (let left = count; left > 0; left -= 1) {
    const offsets = decodeOffsets(reader, first);
    const header = reader.varint();
    const postings = decodePostings(reader, offsets);
    term = decodeKey(reader, term);
    entries.push({ term, forms: decodeForms(reader, header, term), postings });
  }
  return entries;
}

/** The entry of `term` in a block; null when it is not there. The letters of others are compared and not made into strings. */
export function findTerm(bytes: Uint8Array, term: string): TermEntry | null {
  const reader = new ByteReader(bytes);
  const { first, entries } = decodeHead(reader);
  reader.passVarints(entries);
  /** How many code units of `term` the entry before begins with. */
  let matched = 0;
  for (let left = entries; left > 0; left -= 1) {
    const start = reader.at;
    reader.passVarints(2);
    const header = reader.varint();
    passPostings(reader);
    const shared = reader.varint();
    const length = reader.varint();
    // This one departs from `term` where the one before did not, so it and all after it sort after it.
    if (shared < matched) return null;
    // Where this one goes on with what the one before had instead of the letters of `term`, it sorts before it too.
    if (shared > matched) reader.passVarints(length);
    else {
      let rest = length;
      for (; rest > 0; rest -= 1) {
        const unit = reader.varint();
        if (matched === term.length || unit > term.charCodeAt(matched)) return null;
        if (unit < term.charCodeAt(matched)) break;
        matched += 1;
      }
      if (rest > 0) reader.passVarints(rest - 1);
      else if (matched === term.length) {
        const formsAt = reader.at;
        reader.seek(start);
        const offsets = decodeOffsets(reader, first);
        reader.passVarints(1);
        const postings = decodePostings(reader, offsets);
        reader.seek(formsAt);
        return { term, forms: decodeForms(reader, header, term), postings };
      }
    }
    passForms(reader, header);
  }
  return null;
}

/** A term that was looked up by its number. */
export type FoundTerm = Readonly<{ formCount: number; postings: readonly PostingsEntry[] }>;

/** Calls back with the terms of a block that stand at `indexes` within it; the others are not read. */
export function findInTermBlock(
  bytes: Uint8Array,
  indexes: readonly number[],
  onTerm: (term: FoundTerm, nth: number) => void,
): void {
  const reader = new ByteReader(bytes);
  const { first, entries } = decodeHead(reader);
  const starts = new Uint32Array(entries + 1);
  decodeEntryOffsets(reader, entries, starts);
  for (let nth = 0; nth < indexes.length; nth += 1) {
    const index = indexes[nth] as number;
    if (index >= entries)
      throw new RangeError(`a block of ${String(entries)} terms has no number ${String(index)}`);
    reader.seek(starts[index] as number);
    const offsets = decodeOffsets(reader, first);
    const header = reader.varint();
    onTerm({ formCount: formCountOf(header), postings: decodePostings(reader, offsets) }, nth);
  }
}

/** The first key of every block of a dictionary. */
export function encodeFirstKeys(keys: readonly string[]): Uint8Array {
  const out = new ByteWriter(4096);
  let previous = '';
  for (const key of keys) {
    writeFrontCodedText(out, previous, key);
    previous = key;
  }
  return out.toBytes();
}

/** The terms of a block alone, in order: nothing is made of their postings and forms. */
export function decodeTerms(bytes: Uint8Array): string[] {
  const reader = new ByteReader(bytes);
  const { entries } = decodeHead(reader);
  reader.passVarints(entries);
  const terms: string[] = [];
  let term = '';
  for (let left = entries; left > 0; left -= 1) {
    reader.passVarints(2);
    const header = reader.varint();
    passPostings(reader);
    term = decodeKey(reader, term);
    terms.push(term);
    passForms(reader, header);
  }
  return terms;
}

function passPostings(reader: ByteReader): void {
  for (let lists = reader.varint(); lists > 0; lists -= 1) {
    reader.passVarints(1);
    reader.passVarints(reader.varint() > blockDocuments ? 5 : 4);
  }
}

function passForms(reader: ByteReader, header: number): void {
  for (let forms = header - 1; forms > 0; forms -= 1) {
    reader.passVarints(1);
    reader.passVarints(reader.varint());
  }
}

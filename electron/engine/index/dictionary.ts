import { ByteReader, ByteWriter } from './bytes.ts';
import { blockDocuments, byteLength, type PostingsEntry } from './postings.ts';
import { sharedPrefix } from './shared-prefix.ts';

/** A term of a segment: its written forms, sorted by code unit, and its postings in each stream. */
export type TermEntry = Readonly<{
  term: string;
  forms: readonly string[];
  postings: readonly PostingsEntry[];
}>;

/** Front coding: each string says how much of the one before it holds. The first of a block stands whole. */
function writeKey(out: ByteWriter, previous: string, key: string): void {
  const shared = sharedPrefix(previous, key);
  out.varint(shared);
  out.text(key, shared);
}

function readKey(reader: ByteReader, previous: string): string {
  const shared = reader.varint();
  const rest = reader.text();
  return shared === 0 ? rest : previous.slice(0, shared) + rest;
}

/** 0 stands for one form of the letters of the term; otherwise one more than there are. */
function writeForms(out: ByteWriter, { term, forms }: TermEntry): void {
  if (forms.length === 1 && forms[0] === term) {
    out.byte(0);
    return;
  }
  out.varint(forms.length + 1);
  for (const form of forms) writeKey(out, term, form);
}

function readForms(reader: ByteReader, term: string): string[] {
  const header = reader.varint();
  if (header === 0) return [term];
  const forms: string[] = [];
  for (let left = header - 1; left > 0; left -= 1) forms.push(readKey(reader, term));
  return forms;
}

/** The postings of a block stand one behind the other, so that only the first needs its offset. */
export function encodeTermBlock(entries: readonly TermEntry[]): Uint8Array {
  const out = new ByteWriter(4096);
  out.varint(entries.find(({ postings }) => postings.length > 0)?.postings[0]?.offset ?? 0);
  let previous = '';
  for (const entry of entries) {
    writeKey(out, previous, entry.term);
    previous = entry.term;
    writeForms(out, entry);
    out.varint(entry.postings.length);
    for (const { stream, documentCount, lengths } of entry.postings) {
      out.varint(stream);
      out.varint(documentCount);
      if (documentCount > blockDocuments) out.varint(lengths.skips);
      out.varint(lengths.documents);
      out.varint(lengths.frequencies);
      out.varint(lengths.positions);
      out.varint(lengths.writings);
    }
  }
  return out.toBytes();
}

export function decodeTermBlock(bytes: Uint8Array): TermEntry[] {
  const reader = new ByteReader(bytes);
  const entries: TermEntry[] = [];
  let offset = reader.varint();
  let term = '';
  while (!reader.done) {
    term = readKey(reader, term);
    const forms = readForms(reader, term);
    const postings: PostingsEntry[] = [];
    for (let left = reader.varint(); left > 0; left -= 1) {
      const stream = reader.varint();
      const documentCount = reader.varint();
      const lengths = {
        skips: documentCount > blockDocuments ? reader.varint() : 0,
        documents: reader.varint(),
        frequencies: reader.varint(),
        positions: reader.varint(),
        writings: reader.varint(),
      };
      postings.push({ stream, documentCount, offset, lengths });
      offset += byteLength(lengths);
    }
    entries.push({ term, forms, postings });
  }
  return entries;
}

/** The first key of every block of a dictionary. */
export function encodeFirstKeys(keys: readonly string[]): Uint8Array {
  const out = new ByteWriter(4096);
  let previous = '';
  for (const key of keys) {
    writeKey(out, previous, key);
    previous = key;
  }
  return out.toBytes();
}

export function decodeFirstKeys(bytes: Uint8Array): string[] {
  const reader = new ByteReader(bytes);
  const keys: string[] = [];
  let key = '';
  while (!reader.done) {
    key = readKey(reader, key);
    keys.push(key);
  }
  return keys;
}

/** A term that was looked up by its number: its forms may count without being read. */
export type FoundTerm = Readonly<{
  formCount: number;
  /** Where a written form stands among the forms of the term; -1 when it is none of them. */
  formNumber: (form: string) => number;
  postings: readonly PostingsEntry[];
}>;

/**
 * Calls back with the terms of a block that stand at `places`, ascending, within it: the others are passed over without
 * making anything of them, which is most of the cost of decoding a block.
 */
export function findInTermBlock(
  bytes: Uint8Array,
  places: readonly number[],
  onTerm: (term: FoundTerm, nth: number) => void,
): void {
  const reader = new ByteReader(bytes);
  let offset = reader.varint();
  const key: number[] = [];
  let nth = 0;
  for (let place = 0; nth < places.length; place += 1) {
    readUnits(reader, key);
    const isSought = place === places[nth];
    const formsAt = reader.at;
    const header = reader.varint();
    for (let left = header - 1; left > 0; left -= 1) passKey(reader);
    const postings: PostingsEntry[] | null = isSought ? [] : null;
    for (let left = reader.varint(); left > 0; left -= 1) {
      const stream = reader.varint();
      const documentCount = reader.varint();
      const skips = documentCount > blockDocuments ? reader.varint() : 0;
      const documents = reader.varint();
      const frequencies = reader.varint();
      const positions = reader.varint();
      const writings = reader.varint();
      postings?.push({
        stream,
        documentCount,
        offset,
        lengths: { skips, documents, frequencies, positions, writings },
      });
      offset += skips + documents + frequencies + positions + writings;
    }
    if (postings === null) continue;
    const term = header === 1 || header === 0 ? null : String.fromCharCode(...key);
    const formNumber = (form: string): number =>
      term === null ? 0 : readForms(new ByteReader(bytes, formsAt), term).indexOf(form);
    onTerm({ formCount: header === 0 ? 1 : header - 1, formNumber, postings }, nth);
    nth += 1;
  }
}

/** Reads a key over the one before it, as UTF-16 code units. */
function readUnits(reader: ByteReader, key: number[]): void {
  key.length = reader.varint();
  for (let left = reader.varint(); left > 0; left -= 1) key.push(reader.varint());
}

function passKey(reader: ByteReader): void {
  reader.varint();
  for (let left = reader.varint(); left > 0; left -= 1) reader.varint();
}

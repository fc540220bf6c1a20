import { ByteReader, ByteWriter } from './bytes.ts';
import { byteLength, type PostingsEntry } from './postings.ts';
import { sharedPrefix } from './shared-prefix.ts';

/** A term of a segment with its postings in each stream. */
export type TermEntry = Readonly<{ term: string; postings: readonly PostingsEntry[] }>;

/** A written form, and of which term (its number in the segment) it is which form. */
export type FormEntry = Readonly<{
  form: string;
  terms: readonly Readonly<{ term: number; form: number }>[];
}>;

/** Front coding: each string says how much of the one before it holds. The first of a block stands whole. */
function writeKey(out: ByteWriter, previous: string, key: string): void {
  const shared = sharedPrefix(previous, key);
  out.varint(shared);
  out.text(key, shared);
}

function readKey(reader: ByteReader, previous: string): string {
  const shared = reader.varint();
  return previous.slice(0, shared) + reader.text();
}

export function encodeTermBlock(entries: readonly TermEntry[]): Uint8Array {
  const out = new ByteWriter();
  let previous = '';
  for (const { term, postings } of entries) {
    writeKey(out, previous, term);
    previous = term;
    out.varint(postings.length);
    // The streams of a term stand one behind the other, so that only the first needs its offset.
    out.varint(postings[0]?.offset ?? 0);
    for (const { stream, documentCount, lengths } of postings) {
      for (const value of [stream, documentCount, ...Object.values(lengths)]) out.varint(value);
    }
  }
  return out.toBytes();
}

export function decodeTermBlock(bytes: Uint8Array): TermEntry[] {
  const reader = new ByteReader(bytes);
  const entries: TermEntry[] = [];
  let term = '';
  while (!reader.done) {
    term = readKey(reader, term);
    const streams = reader.varint();
    let offset = reader.varint();
    const postings: PostingsEntry[] = [];
    for (let nth = 0; nth < streams; nth += 1) {
      const stream = reader.varint();
      const documentCount = reader.varint();
      const lengths = {
        documents: reader.varint(),
        frequencies: reader.varint(),
        positions: reader.varint(),
        writings: reader.varint(),
      };
      postings.push({ stream, documentCount, offset, lengths });
      offset += byteLength(lengths);
    }
    entries.push({ term, postings });
  }
  return entries;
}

export function encodeFormBlock(entries: readonly FormEntry[]): Uint8Array {
  const out = new ByteWriter();
  let previous = '';
  for (const { form, terms } of entries) {
    writeKey(out, previous, form);
    previous = form;
    out.varint(terms.length);
    for (const entry of terms) {
      out.varint(entry.term);
      out.varint(entry.form);
    }
  }
  return out.toBytes();
}

export function decodeFormBlock(bytes: Uint8Array): FormEntry[] {
  const reader = new ByteReader(bytes);
  const entries: FormEntry[] = [];
  let form = '';
  while (!reader.done) {
    form = readKey(reader, form);
    const terms: { term: number; form: number }[] = [];
    for (let left = reader.varint(); left > 0; left -= 1) {
      terms.push({ term: reader.varint(), form: reader.varint() });
    }
    entries.push({ form, terms });
  }
  return entries;
}

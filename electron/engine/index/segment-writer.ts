import type { Database } from '../sqlite.ts';
import { ByteWriter } from './bytes.ts';
import { encodeColumn } from './columns.ts';
import { encodeFormBlock, encodeTermBlock, type FormEntry, type TermEntry } from './dictionary.ts';
import { blockTerms, chunkBytes } from './index-schema.ts';
import { byteLength, encodePostings, type Postings, type PostingsEntry } from './postings.ts';

export type StreamPostings = Readonly<{ stream: number; postings: Postings }>;

/**
 * Writes the parts of one new segment inside the caller's transactions: terms in order, then forms in order, then
 * columns, then `finish`. Nothing of it is seen before its row in `segments` is there.
 */
export class SegmentWriter {
  readonly #db: Database;
  readonly #segment: number;
  readonly #pending = new ByteWriter();
  #offset = 0;
  #chunk = 0;
  #bytes = 0;
  #terms: TermEntry[] = [];
  #termCount = 0;
  #forms: FormEntry[] = [];
  #formCount = 0;

  constructor(db: Database, segment: number) {
    this.#db = db;
    this.#segment = segment;
  }

  /** Terms written so far: the number that the next one gets. */
  get termCount(): number {
    return this.#termCount;
  }

  addTerm(term: string, streams: readonly StreamPostings[]): void {
    const entries: PostingsEntry[] = [];
    for (const { stream, postings } of streams) {
      const lengths = encodePostings(postings, this.#pending);
      entries.push({ stream, documentCount: postings.documents.length, offset: this.#offset, lengths });
      this.#offset += byteLength(lengths);
    }
    this.#terms.push({ term, postings: entries });
    this.#termCount += 1;
    if (this.#terms.length === blockTerms) this.#flushTerms();
    if (this.#pending.length >= chunkBytes) this.#flushChunks(false);
  }

  addForm(entry: FormEntry): void {
    this.#forms.push(entry);
    this.#formCount += 1;
    if (this.#forms.length === blockTerms) this.#flushForms();
  }

  addColumn(name: string, values: ArrayLike<number>): void {
    this.addRawColumn(name, encodeColumn(values));
  }

  addRawColumn(name: string, data: Uint8Array): void {
    this.#db
      .prepare('INSERT INTO columns(segment, name, data) VALUES (?, ?, ?)')
      .run(this.#segment, name, data);
    this.#bytes += data.length;
  }

  /** Writes what is left; the counts are for the segment's row. */
  finish(): Readonly<{ terms: number; forms: number; bytes: number }> {
    if (this.#terms.length > 0) this.#flushTerms();
    if (this.#forms.length > 0) this.#flushForms();
    this.#flushChunks(true);
    return { terms: this.#termCount, forms: this.#formCount, bytes: this.#bytes };
  }

  #flushTerms(): void {
    const block = Math.ceil(this.#termCount / blockTerms) - 1;
    this.#insert('term_blocks', 'block', block, encodeTermBlock(this.#terms));
    this.#terms = [];
  }

  #flushForms(): void {
    const block = Math.ceil(this.#formCount / blockTerms) - 1;
    this.#insert('form_blocks', 'block', block, encodeFormBlock(this.#forms));
    this.#forms = [];
  }

  #flushChunks(last: boolean): void {
    const bytes = this.#pending.toBytes();
    let at = 0;
    while (bytes.length - at >= chunkBytes || (last && at < bytes.length)) {
      this.#insert('chunks', 'chunk', this.#chunk, bytes.subarray(at, at + chunkBytes));
      this.#chunk += 1;
      at += chunkBytes;
    }
    this.#pending.clear();
    if (at < bytes.length) this.#pending.append(bytes.subarray(at));
  }

  #insert(table: string, key: string, number: number, data: Uint8Array): void {
    this.#db
      .prepare(`INSERT INTO ${table}(segment, ${key}, data) VALUES (?, ?, ?)`)
      .run(this.#segment, number, data);
    this.#bytes += data.length;
  }
}

import { ByteWriter } from './bytes.ts';
import { encodeColumn, type ColumnName, columnNumber } from './columns.ts';
import { encodeFirstKeys, encodeTermBlock, type TermEntry } from './dictionary.ts';
import { blockTerms, chunkBytes, formBlockBytes } from './index-schema.ts';
import { byteLength, PostingsEncoder, type PostingsEntry } from './postings.ts';
import type { PartSink } from './segment-parts.ts';

/**
 * Writes the parts of one new segment: terms in order, then forms in order, then columns, then `finish`. For a term:
 * `postings` gives the encoder for a stream, `endPostings` closes it, and `addTerm` names the term of them all.
 */
export class SegmentWriter {
  readonly encoder = new PostingsEncoder();
  readonly #sink: PartSink;
  readonly #pending = new ByteWriter(2 * chunkBytes);
  #offset = 0;
  #chunks = 0;
  #postings: PostingsEntry[] = [];
  #terms: TermEntry[] = [];
  readonly #firstTerms: string[] = [];
  #termCount = 0;
  #forms: string[] = [];
  #formBytes = 0;
  #formBlocks = 0;
  readonly #formTerms: number[] = [];

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  /** Terms written so far: the number that the next one gets. */
  get termCount(): number {
    return this.#termCount;
  }

  /** Takes what was put into `encoder` as the postings of the next term in `stream`. */
  endPostings(stream: number): void {
    const entry = this.encoder.finish(stream, this.#offset, this.#pending);
    this.#offset += byteLength(entry.lengths);
    this.#postings.push(entry);
    if (this.#pending.length >= chunkBytes) this.#flushChunks(false);
  }

  /** A term without postings is none and left out. */
  addTerm(term: string, forms: readonly string[]): void {
    if (this.#postings.length === 0) return;
    if (this.#terms.length === 0) this.#firstTerms.push(term);
    this.#terms.push({ term, forms, postings: this.#postings });
    this.#postings = [];
    this.#termCount += 1;
    if (this.#terms.length === blockTerms) this.#flushTerms();
  }

  addForm(form: string, term: number): void {
    this.#forms.push(form, '\n');
    this.#formBytes += form.length + 1;
    this.#formTerms.push(term);
    if (this.#formBytes >= formBlockBytes) this.#flushForms();
  }

  addColumn(name: ColumnName, values: ArrayLike<number>): void {
    this.#sink.put('columns', columnNumber(name), encodeColumn(values));
  }

  addNames(name: ColumnName, names: readonly string[]): void {
    this.#sink.put('columns', columnNumber(name), new TextEncoder().encode(JSON.stringify(names)));
  }

  /** Writes what is left; the counts are for the segment's row. */
  finish(): Readonly<{ terms: number; forms: number }> {
    if (this.#terms.length > 0) this.#flushTerms();
    if (this.#forms.length > 0) this.#flushForms();
    this.#flushChunks(true);
    this.#sink.put('columns', columnNumber('first-terms'), encodeFirstKeys(this.#firstTerms));
    this.addColumn('form-terms', this.#formTerms);
    return { terms: this.#termCount, forms: this.#formTerms.length };
  }

  #flushTerms(): void {
    this.#sink.put('term_blocks', this.#firstTerms.length - 1, encodeTermBlock(this.#terms));
    this.#terms = [];
  }

  #flushForms(): void {
    this.#sink.put('form_blocks', this.#formBlocks, new TextEncoder().encode(this.#forms.join('')));
    this.#formBlocks += 1;
    this.#forms = [];
    this.#formBytes = 0;
  }

  #flushChunks(last: boolean): void {
    const bytes = this.#pending.view();
    let at = 0;
    while (bytes.length - at >= chunkBytes || (last && at < bytes.length)) {
      this.#sink.put('chunks', this.#chunks, bytes.subarray(at, at + chunkBytes));
      this.#chunks += 1;
      at += chunkBytes;
    }
    const rest = bytes.slice(at);
    this.#pending.clear();
    this.#pending.append(rest);
  }
}

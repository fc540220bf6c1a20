import { ByteWriter } from './bytes.ts';
import { encodeColumn, type ColumnName, columnNumber } from './columns.ts';
import { encodeFirstKeys, encodeTermBlock, type TermEntry } from './dictionary.ts';
import { blockTerms, chunkBytes, formBlockBytes } from './index-schema.ts';
import { NumberList } from './number-list.ts';
import { PostingsEncoder } from './postings-encoder.ts';
import type { PostingsEntry } from './postings.ts';
import type { PartSink, PartTable } from './segment-parts.ts';
import { ShortListsWriter } from './short-lists.ts';

/**
 * Writes the parts of one new segment: terms in order, then forms in order, then columns, then `finish`. For a term:
 * `postings` gives the encoder for a stream, `endPostings` closes it, and `addTerm` names the term of them all.
 */
export class SegmentWriter {
  readonly encoder = new PostingsEncoder();
  readonly #sink: PartSink;
  readonly #documents: ChunkRun;
  readonly #positions: ChunkRun;
  readonly #shortLists: ShortListsWriter;
  #postings: PostingsEntry[] = [];
  #terms: TermEntry[] = [];
  readonly #firstTerms: string[] = [];
  #termCount = 0;
  #forms: string[] = [];
  #formBytes = 0;
  #formBlocks = 0;
  readonly #formTerms = new NumberList();
  readonly #formNumbers = new NumberList();

  constructor(sink: PartSink) {
    this.#sink = sink;
    this.#documents = new ChunkRun(sink, 'chunks');
    this.#positions = new ChunkRun(sink, 'position_chunks');
    this.#shortLists = new ShortListsWriter(sink);
  }

  /** Terms written so far: the number that the next one gets. */
  get termCount(): number {
    return this.#termCount;
  }

  /** Takes what was put into `encoder` as the postings of the next term in `stream`. */
  endPostings(stream: number): void {
    const { offset, pending } = this.#documents;
    const { offset: positionOffset } = this.#positions;
    const start = pending.length;
    const list = this.encoder.finish(pending, this.#positions.pending);
    this.#postings.push({ stream, ...list, offset, positionOffset });
    this.#shortLists.list(stream, list.documentCount, list.lengths.frequencies > 0, pending, start);
    this.#documents.flush(false);
    this.#positions.flush(false);
  }

  /** A term without postings is none and left out. */
  addTerm(term: string, forms: readonly string[]): void {
    if (this.#postings.length === 0) return;
    if (this.#terms.length === 0) this.#firstTerms.push(term);
    this.#terms.push({ term, forms, postings: this.#postings });
    this.#shortLists.term(forms.length);
    this.#postings = [];
    this.#termCount += 1;
    if (this.#terms.length === blockTerms) this.#flushTerms();
  }

  /** `number` is the place of the form among those of its term. */
  addForm(form: string, term: number, number: number): void {
    this.#forms.push(form, '\n');
    this.#formBytes += form.length + 1;
    this.#formTerms.push(term);
    this.#formNumbers.push(number);
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
    this.#shortLists.finish();
    this.#documents.flush(true);
    this.#positions.flush(true);
    this.#sink.put('columns', columnNumber('first-terms'), encodeFirstKeys(this.#firstTerms));
    this.addColumn('form-terms', this.#formTerms.view());
    this.addColumn('form-numbers', this.#formNumbers.view());
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
}

/** One run of bytes that is written as rows of `chunkBytes`. */
export class ChunkRun {
  readonly pending = new ByteWriter(2 * chunkBytes);
  readonly #sink: PartSink;
  readonly #table: PartTable;
  #chunks = 0;

  constructor(sink: PartSink, table: PartTable) {
    this.#sink = sink;
    this.#table = table;
  }

  /** Where the next byte comes to stand in the run. */
  get offset(): number {
    return this.#chunks * chunkBytes + this.pending.length;
  }

  /** Writes whole chunks, and at the end what is left. */
  flush(last: boolean): void {
    if (this.pending.length < chunkBytes && !last) return;
    const bytes = this.pending.view();
    let at = 0;
    while (bytes.length - at >= chunkBytes || (last && at < bytes.length)) {
      this.#sink.put(this.#table, this.#chunks, bytes.subarray(at, at + chunkBytes));
      this.#chunks += 1;
      at += chunkBytes;
    }
    const rest = bytes.slice(at);
    this.pending.clear();
    this.pending.append(rest);
  }
}

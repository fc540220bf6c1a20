import { ChunkWriter } from '../storage/chunk-writer.ts';
import { columnNumber, encodeColumn, type ColumnName } from '../schema/columns.ts';
import { formCountOf } from '../terms/term-block.ts';
import type { EncodedForms } from '../terms/encoded-forms.ts';
import { FormBlockWriter } from './form-block-writer.ts';
import type { Utf16Slice } from '../bytes/utf16-slice.ts';
import type { TermInfo } from '../postings/term-info.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { PartSink } from '../storage/segment-parts.ts';
import { InlinePostingsWriter } from './inline-postings-writer.ts';
import { TermBlockWriter } from './term-block-writer.ts';

/**
 * Writes the parts of one new segment. For each term, in order: `beginTerm`, its lists by `list`, which says in `lists`
 * what each takes, and `endTerm`. Then `finishTerms`, and `forms`, in order, to their `finish`. Columns at any time.
 */
export class SegmentWriter {
  readonly documents: ChunkWriter;
  readonly positions: ChunkWriter;
  readonly inlinePostings: InlinePostingsWriter;
  readonly list: PostingsWriter;
  readonly forms: FormBlockWriter;
  readonly #sink: PartSink;
  readonly #terms: TermBlockWriter;
  #start = 0;
  #positionStart = 0;

  /** With `maxForms` written forms at most. */
  constructor(sink: PartSink, maxForms: number) {
    this.#sink = sink;
    this.documents = new ChunkWriter(sink, 'chunks');
    this.positions = new ChunkWriter(sink, 'position_chunks');
    this.inlinePostings = new InlinePostingsWriter(sink);
    this.list = new PostingsWriter(this.documents, this.positions, this.inlinePostings);
    this.forms = new FormBlockWriter(sink, maxForms);
    this.#terms = new TermBlockWriter(sink);
  }

  /** Terms written so far: the number that the next one gets. */
  get termCount(): number {
    return this.#terms.count;
  }

  /** The lists of the current term. */
  get lists(): TermInfo {
    return this.#terms.lists;
  }

  beginTerm(): void {
    this.#start = this.documents.offset;
    this.#positionStart = this.positions.offset;
  }

  /** Ends the term of these letters and returns its number; -1 for one without lists, which is none. */
  endTerm(letters: Utf16Slice, forms: EncodedForms): number {
    if (this.lists.count === 0) return -1;
    const starts = { start: this.#start, positionStart: this.#positionStart };
    this.inlinePostings.term(formCountOf(forms.header), this.lists, starts);
    this.#terms.add(letters, starts, forms);
    return this.#terms.count - 1;
  }

  finishTerms(): void {
    this.documents.flush(true);
    this.positions.flush(true);
    this.#terms.finish();
    this.inlinePostings.finish();
  }

  addColumn(name: ColumnName, values: ArrayLike<number>): void {
    this.#sink.put('columns', columnNumber(name), encodeColumn(values));
  }

  addNames(name: ColumnName, names: readonly string[]): void {
    this.#sink.put('columns', columnNumber(name), new TextEncoder().encode(JSON.stringify(names)));
  }
}

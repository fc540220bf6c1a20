import { ChunkRun } from '../storage/chunk-writer.ts';
import { columnNumber, encodeColumn, type ColumnName } from '../schema/columns.ts';
import { formCountOf } from '../terms/term-block.ts';
import type { EncodedForms } from '../terms/encoded-forms.ts';
import { FormBlockWriter } from './form-block-writer.ts';
import type { Letters } from '../bytes/utf16-slice.ts';
import type { ListTable } from '../postings/term-info.ts';
import { ListWriter } from './postings-writer.ts';
import type { PartSink } from '../storage/segment-parts.ts';
import { ShortListsWriter } from './inline-postings-writer.ts';
import { TermBlockWriter } from './term-block-writer.ts';

/**
 * Writes the parts of one new segment. For each term, in order: `beginTerm`, its lists by `list`, which says in `lists`
 * what each takes, and `endTerm`. Then `finishTerms`, and `forms`, in order, to their `finish`. Columns at any time.
 */
export class SegmentWriter {
  readonly documents: ChunkRun;
  readonly positions: ChunkRun;
  readonly shortLists: ShortListsWriter;
  readonly list: ListWriter;
  readonly forms: FormBlockWriter;
  readonly #sink: PartSink;
  readonly #terms: TermBlockWriter;
  #start = 0;
  #positionStart = 0;

  /** With `mostForms` written forms at most. */
  constructor(sink: PartSink, mostForms: number) {
    this.#sink = sink;
    this.documents = new ChunkRun(sink, 'chunks');
    this.positions = new ChunkRun(sink, 'position_chunks');
    this.shortLists = new ShortListsWriter(sink);
    this.list = new ListWriter(this.documents, this.positions, this.shortLists);
    this.forms = new FormBlockWriter(sink, mostForms);
    this.#terms = new TermBlockWriter(sink);
  }

  /** Terms written so far: the number that the next one gets. */
  get termCount(): number {
    return this.#terms.count;
  }

  /** The lists of the current term. */
  get lists(): ListTable {
    return this.#terms.lists;
  }

  beginTerm(): void {
    this.#start = this.documents.offset;
    this.#positionStart = this.positions.offset;
  }

  /** Ends the term of these letters and returns its number; -1 for one without lists, which is none. */
  endTerm(letters: Letters, forms: EncodedForms): number {
    if (this.lists.count === 0) return -1;
    const starts = { start: this.#start, positionStart: this.#positionStart };
    this.shortLists.term(formCountOf(forms.header), this.lists, starts);
    this.#terms.add(letters, starts, forms);
    return this.#terms.count - 1;
  }

  finishTerms(): void {
    this.documents.flush(true);
    this.positions.flush(true);
    this.#terms.finish();
    this.shortLists.finish();
  }

  addColumn(name: ColumnName, values: ArrayLike<number>): void {
    this.#sink.put('columns', columnNumber(name), encodeColumn(values));
  }

  addNames(name: ColumnName, names: readonly string[]): void {
    this.#sink.put('columns', columnNumber(name), new TextEncoder().encode(JSON.stringify(names)));
  }
}

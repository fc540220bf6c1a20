import { BitSet } from './bit-set.ts';
import { ByteWriter } from './bytes.ts';
import { encodeForms, formCountOf, formsOf, type EncodedForms } from './encoded-forms.ts';
import { FormBlockWriter } from './form-block-writer.ts';
import { ListWriter } from './list-writer.ts';
import { MergeSource } from './merge-source.ts';
import { MergedColumns } from './merged-columns.ts';
import { numbersIn, unionOfForms } from './merged-forms.ts';
import { readNumbers, writeNumbers } from './packed-numbers.ts';
import { blockDocuments } from './postings.ts';
import type { PartSink } from './segment-parts.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { SegmentStore } from './segment-store.ts';
import { ChunkRun } from './segment-writer.ts';
import { ShortListsWriter } from './short-lists.ts';
import { TermBlockWriter, type ListStarts } from './term-block-writer.ts';
import type { TermCursor } from './term-cursor.ts';

/** What a term and a written form cost to merge, in occurrences. */
const termCost = 16;
const formCost = 2;

/**
 * Makes one segment out of several, whose documents stand one behind the other in it. Drive it with `step` until it
 * says that it is done. Nothing is decoded further than it has to be: numbers are packed anew, since blocks are cut
 * elsewhere, and what one segment alone holds is copied. Memory holds one list of postings at a time without its
 * positions, and a few bytes for each document, term and form.
 */
export class SegmentMerger {
  readonly readers: readonly SegmentReader[];
  readonly #sources: readonly MergeSource[];
  readonly #columns: MergedColumns;
  readonly #documents: ChunkRun;
  readonly #positions: ChunkRun;
  readonly #shortLists: ShortListsWriter;
  readonly #list: ListWriter;
  readonly #terms: TermBlockWriter;
  readonly #forms: FormBlockWriter;
  readonly #formBytes = new ByteWriter();
  readonly #work: Generator<void, void>;
  /** The sources that hold the term that comes next. */
  readonly #holders: MergeSource[] = [];
  #spent = 0;
  #most = 0;
  #formCount = 0;

  constructor(readers: readonly SegmentReader[], store: SegmentStore, sink: PartSink) {
    this.readers = readers;
    let placed = 0;
    this.#sources = readers.map((reader) => {
      placed += reader.live;
      return new MergeSource(store, reader, placed - reader.live);
    });
    this.#columns = new MergedColumns(this.#sources, placed, sink);
    this.#documents = new ChunkRun(sink, 'chunks');
    this.#positions = new ChunkRun(sink, 'position_chunks');
    this.#shortLists = new ShortListsWriter(sink);
    this.#list = new ListWriter(this.#documents, this.#positions, this.#shortLists);
    this.#terms = new TermBlockWriter(sink);
    this.#forms = new FormBlockWriter(
      sink,
      readers.reduce((sum, { row }) => sum + row.forms, 0),
    );
    this.#work = this.#run();
  }

  get articleCount(): number {
    return this.#columns.articles;
  }

  /** What was written, for the segment's row, once `step` has said that it is done. */
  get counts(): Readonly<{ terms: number; forms: number }> {
    return { terms: this.#terms.count, forms: this.#formCount };
  }

  /** Merges some more, about as much as `cost` occurrences take; false once everything is written. */
  step(cost: number): boolean {
    this.#spent = 0;
    this.#most = cost;
    return this.#work.next().done !== true;
  }

  /** Where the documents that were deleted since the merge began stand in the new segment. */
  deletedSince(current: (segment: number) => BitSet | null): BitSet {
    const deleted = new BitSet(this.articleCount);
    for (const source of this.#sources) {
      current(source.reader.row.id)?.forEach((old) => {
        const place = source.placeOf(old);
        if (place >= 0) deleted.add(place);
      });
    }
    return deleted;
  }

  /** Yields whenever as much was done as a step may cost. */
  *#run(): Generator<void, void> {
    const holders = this.#holders;
    while (this.#findHolders()) {
      const first = holders[0] as MergeSource;
      if (holders.length === 1 && isCopied(first)) this.#copyTerm(first);
      else yield* this.#mergeTerm(first, holders);
      this.#spent += termCost;
      if (this.#spent >= this.#most) yield;
    }
    this.#documents.flush(true);
    this.#positions.flush(true);
    this.#terms.finish();
    this.#shortLists.finish();
    yield* this.#mergeForms();
    this.#formCount = this.#forms.finish();
    for (const cost of this.#columns.write()) {
      this.#spent += cost;
      if (this.#spent >= this.#most) yield;
    }
  }

  /** Finds the sources that hold the least of the terms that come next; false when there is none. */
  #findHolders(): boolean {
    const holders = this.#holders;
    holders.length = 0;
    for (const source of this.#sources) {
      if (!source.hasTerm) continue;
      const [holder] = holders;
      const order = holder === undefined ? 0 : source.cursor.compare(holder.cursor);
      if (order > 0) continue;
      if (order < 0) holders.length = 0;
      holders.push(source);
    }
    return holders.length > 0;
  }

  /** Copies the only term of its letters: the documents of its lists, which are short, alone are at other places. */
  #copyTerm(source: MergeSource): void {
    const { cursor, places, documents, positions } = source;
    const { lists } = this.#terms;
    const numbers = this.#list.deltas;
    const out = this.#documents.pending;
    const starts = { start: this.#documents.offset, positionStart: this.#positions.offset };
    let { offset } = cursor;
    let positionBytes = 0;
    for (let list = 0; list < cursor.lists.count; list += 1) {
      const count = cursor.lists.documentCounts[list] as number;
      const bytes = cursor.lists.documents[list] as number;
      const frequencies = cursor.lists.frequencies[list] as number;
      const before = out.length;
      readNumbers(documents.open(offset, bytes), numbers, 0, count);
      numbers[0] = (numbers[0] as number) + places.base;
      writeNumbers(out, numbers, 0, count);
      lists.copy(lists.add(), cursor.lists, list, out.length - before);
      documents.copy(offset + bytes, frequencies, out);
      this.#shortLists.list(cursor.lists.streams[list] as number, count, frequencies > 0, out, before);
      offset += bytes + frequencies;
      positionBytes += cursor.lists.positionBytes(list);
    }
    positions.copy(cursor.positionOffset, positionBytes, this.#positions.pending);
    this.#documents.flush(false);
    this.#positions.flush(false);
    source.pass(this.#addTerm(cursor, starts, formsOf(cursor)));
  }

  *#mergeTerm(first: MergeSource, holders: readonly MergeSource[]): Generator<void, void> {
    const forms = this.#uniteForms(first, holders);
    const starts = { start: this.#documents.offset, positionStart: this.#positions.offset };
    const { lists } = this.#terms;
    for (let stream = leastStream(holders); stream < Infinity; stream = leastStream(holders)) {
      this.#list.begin(this.#columns.lengths[stream >>> 1] ?? null);
      for (const source of holders) {
        if (source.stream !== stream) continue;
        source.openList();
        while (source.list.hasMore) {
          this.#spent += source.list.readBlock(this.#list, source.formNumbers);
          if (this.#spent >= this.#most) yield;
        }
      }
      this.#list.finish(lists, stream);
    }
    const number = lists.count > 0 ? this.#addTerm(first.cursor, starts, forms) : -1;
    for (const source of holders) source.pass(number);
  }

  /** Ends the term at `cursor`, whose lists are written, and returns its number. */
  #addTerm(cursor: TermCursor, starts: ListStarts, forms: EncodedForms): number {
    this.#terms.add(cursor, starts, forms);
    this.#shortLists.term(formCountOf(forms));
    return this.#terms.count - 1;
  }

  /** The written forms of a term that several sources hold, or one of which something is deleted. */
  #uniteForms(first: MergeSource, holders: readonly MergeSource[]): EncodedForms {
    const { cursor } = first;
    if (holders.every(({ places, cursor: other }) => places.each === null && other.hasFormsOf(cursor))) {
      return {
        header: cursor.formsHeader,
        bytes: cursor.block,
        from: cursor.formsStart,
        to: cursor.formsEnd,
      };
    }
    const term = cursor.term();
    const lists = holders.map((source) => source.liveForms(term));
    const forms = unionOfForms(lists);
    for (const [nth, source] of holders.entries()) source.formNumbers = numbersIn(forms, lists[nth] ?? []);
    return encodeForms(term, forms, this.#formBytes);
  }

  /** The forms of all sources in order, each once; the one term that a form belongs to has a new number. */
  *#mergeForms(): Generator<void, void> {
    // Forms come in order, and so do those of each term: a form's number is how many came before.
    const counts = new Uint32Array(this.#terms.count);
    let left = this.#sources.map((source) => ({ source, cursor: source.forms() }));
    left = left.filter(({ cursor }) => cursor.next());
    for (let [first] = left; first !== undefined; [first] = left) {
      let least = first.cursor;
      for (const { cursor } of left) if (cursor.compare(least) < 0) least = cursor;
      let term = -1;
      for (const { source, cursor } of left) {
        if (cursor.compare(least) === 0) term = Math.max(term, source.termOf(cursor));
      }
      if (term >= 0) {
        const number = counts[term] as number;
        counts[term] = number + 1;
        this.#forms.add(least.bytes, least.start, least.end + 1, term, number);
      }
      let isOver = false;
      // `least` goes on last: until then the others are compared with it.
      for (const { cursor } of left) {
        if (cursor !== least && cursor.compare(least) === 0) isOver = !cursor.next() || isOver;
      }
      isOver = !least.next() || isOver;
      if (isOver) left = left.filter(({ cursor }) => !cursor.isOver);
      this.#spent += formCost;
      if (this.#spent >= this.#most) yield;
    }
  }
}

/** Whether the lists of a term are copied: all documents stay, and what has to be packed anew is short. */
function isCopied({ places, cursor: { lists } }: MergeSource): boolean {
  if (places.each !== null) return false;
  for (let list = 0; list < lists.count; list += 1) {
    if ((lists.documentCounts[list] as number) > blockDocuments) return false;
  }
  return true;
}

function leastStream(holders: readonly MergeSource[]): number {
  let least = Infinity;
  for (const { stream } of holders) if (stream < least) least = stream;
  return least;
}

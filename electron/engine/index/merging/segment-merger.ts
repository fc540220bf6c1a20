import { BitSet } from '../bytes/bit-set.ts';
import { ByteWriter } from '../bytes/byte-buffer.ts';
import { formCountOf } from '../terms/term-block.ts';
import { encodeForms, formsOf, type EncodedForms } from '../terms/encoded-forms.ts';
import { MergeSource } from './merge-source.ts';
import { MergedColumns } from './merged-columns.ts';
import { numbersInUnion, unionOfForms } from './live-forms.ts';
import { unpackNumbers, packNumbers } from '../bytes/bit-packing.ts';
import { blockDocuments } from '../postings/postings.ts';
import type { PartSink } from '../storage/segment-parts.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { SegmentStore } from '../storage/segment-store.ts';
import { SegmentWriter } from '../writing/segment-writer.ts';

/** What a term and a written form cost to merge, in occurrences. */
const termCost = 16;
const formCost = 2;

/**
 * Makes one segment out of several, whose documents stand one after the other in it. Drive it with `step` until it
 * says that it is done. Nothing is decoded further than it has to be: numbers are packed anew, since blocks are cut
 * elsewhere, and what one segment alone holds is copied. Memory holds one list of postings at a time without its
 * positions, and a few bytes for each document, term and form.
 */
export class SegmentMerger {
  readonly readers: readonly SegmentReader[];
  readonly #sources: readonly MergeSource[];
  readonly #columns: MergedColumns;
  readonly #writer: SegmentWriter;
  readonly #formBytes = new ByteWriter();
  readonly #work: Generator<void, void>;
  /** The sources that hold the term that comes next. */
  readonly #holders: MergeSource[] = [];
  #spent = 0;
  #maxCost = 0;
  #formCount = 0;

  constructor(readers: readonly SegmentReader[], store: SegmentStore, sink: PartSink) {
    this.readers = readers;
    let placed = 0;
    this.#sources = readers.map((reader) => {
      placed += reader.live;
      return new MergeSource(store, reader, placed - reader.live);
    });
    this.#columns = new MergedColumns(this.#sources, placed, sink);
    const maxForms = readers.reduce((sum, { row }) => sum + row.forms, 0);
    this.#writer = new SegmentWriter(sink, maxForms);
    this.#work = this.#run();
  }

  get articleCount(): number {
    return this.#columns.articles;
  }

  /** What was written, for the segment's row, once `step` has said that it is done. */
  get counts(): Readonly<{ terms: number; forms: number }> {
    return { terms: this.#writer.termCount, forms: this.#formCount };
  }

  /** Merges some more, about as much as `cost` occurrences take; false once everything is written. */
  step(cost: number): boolean {
    this.#spent = 0;
    this.#maxCost = cost;
    return this.#work.next().done !== true;
  }

  /** Where the documents that were deleted since the merge began stand in the new segment. */
  deletedSince(current: (segment: number) => BitSet | null): BitSet {
    const deleted = new BitSet(this.articleCount);
    for (const source of this.#sources) {
      current(source.reader.row.id)?.forEach((old) => {
        const document = source.newDocumentOf(old);
        if (document >= 0) deleted.add(document);
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
      if (this.#spent >= this.#maxCost) yield;
    }
    this.#writer.finishTerms();
    yield* this.#mergeForms();
    this.#formCount = this.#writer.forms.finish();
    for (const cost of this.#columns.write()) {
      this.#spent += cost;
      if (this.#spent >= this.#maxCost) yield;
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

  /** Copies the only term of its letters: the documents of its lists, which are short, alone have other numbers. */
  #copyTerm(source: MergeSource): void {
    const { cursor, documentMap, documents, positions } = source;
    const writer = this.#writer;
    const { lists } = writer;
    const numbers = writer.list.deltas;
    const out = writer.documents.pending;
    let { offset } = cursor;
    let positionBytes = 0;
    writer.beginTerm();
    for (let list = 0; list < cursor.lists.count; list += 1) {
      const count = cursor.lists.documentCounts[list] as number;
      const bytes = cursor.lists.documents[list] as number;
      const frequencies = cursor.lists.frequencies[list] as number;
      const before = out.length;
      unpackNumbers(documents.open(offset, bytes), numbers, 0, count);
      numbers[0] = (numbers[0] as number) + documentMap.base;
      packNumbers(out, numbers, 0, count);
      const copy = lists.add();
      lists.copy(copy, cursor.lists, list, out.length - before);
      documents.copy(offset + bytes, frequencies, out);
      writer.inlinePostings.list(lists, copy, out, writer.list.surfaces, 0);
      offset += bytes + frequencies;
      positionBytes += cursor.lists.positionBytes(list);
    }
    positions.copy(cursor.positionOffset, positionBytes, writer.positions.pending);
    writer.documents.flush(false);
    writer.positions.flush(false);
    source.pass(writer.endTerm(cursor.letters, formsOf(cursor)));
  }

  *#mergeTerm(first: MergeSource, holders: readonly MergeSource[]): Generator<void, void> {
    const forms = this.#uniteForms(first, holders);
    const { list, lists } = this.#writer;
    this.#writer.beginTerm();
    for (let stream = minStream(holders); stream < Infinity; stream = minStream(holders)) {
      list.begin(this.#columns.lengths[stream >>> 1] ?? null);
      for (const source of holders) {
        if (source.stream !== stream) continue;
        source.openCopier();
        while (source.copier.hasMore) {
          this.#spent += source.copier.copyBlock(list, source.formNumbers);
          if (this.#spent >= this.#maxCost) yield;
        }
      }
      list.finish(lists, stream);
    }
    const number = this.#writer.endTerm(first.cursor.letters, forms);
    for (const source of holders) source.pass(number);
  }

  /** The written forms of a term that several sources hold, or one of which something is deleted. */
  #uniteForms(first: MergeSource, holders: readonly MergeSource[]): EncodedForms {
    const { cursor } = first;
    if (
      holders.every(({ documentMap, cursor: other }) => documentMap.each === null && other.hasFormsOf(cursor))
    ) {
      return {
        header: cursor.formsHeader,
        bytes: cursor.block,
        from: cursor.formsStart,
        to: cursor.formsEnd,
      };
    }
    const term = cursor.term();
    const ofSegments = holders.map((source) => source.liveForms(term));
    const forms = unionOfForms(ofSegments);
    for (const [nth, source] of holders.entries())
      source.formNumbers = numbersInUnion(forms, ofSegments[nth] ?? []);
    return encodeForms(term, forms, this.#formBytes);
  }

  /** The forms of all sources in order, each once; the one term that a form belongs to has a new number. */
  *#mergeForms(): Generator<void, void> {
    // Forms come in order, and so do those of each term: a form's number is how many came before.
    const counts = new Uint32Array(this.#writer.termCount);
    let left = this.#sources.map((source) => ({ source, cursor: source.forms() }));
    left = left.filter(({ cursor }) => cursor.next());
    for (let [first] = left; first !== undefined; [first] = left) {
      let min = first.cursor;
      for (const { cursor } of left) if (cursor.compare(min) < 0) min = cursor;
      let term = -1;
      for (const { source, cursor } of left) {
        if (cursor.compare(min) === 0) term = Math.max(term, source.termOf(cursor));
      }
      if (term >= 0) {
        const number = counts[term] as number;
        counts[term] = number + 1;
        this.#writer.forms.add(min.bytes, min.start, min.end + 1, term, number);
      }
      let isOver = false;
      // `min` goes on last: until then the others are compared with it.
      for (const { cursor } of left) {
        if (cursor !== min && cursor.compare(min) === 0) isOver = !cursor.next() || isOver;
      }
      isOver = !min.next() || isOver;
      if (isOver) left = left.filter(({ cursor }) => !cursor.isOver);
      this.#spent += formCost;
      if (this.#spent >= this.#maxCost) yield;
    }
  }
}

/** Whether the lists of a term are copied: all documents stay, what has to be packed anew is short, and there is one form. */
function isCopied({ documentMap, cursor: { lists, formsHeader } }: MergeSource): boolean {
  if (documentMap.each !== null || formCountOf(formsHeader) > 1) return false;
  for (let list = 0; list < lists.count; list += 1) {
    if ((lists.documentCounts[list] as number) > blockDocuments) return false;
  }
  return true;
}

function minStream(holders: readonly MergeSource[]): number {
  let min = Infinity;
  for (const { stream } of holders) if (stream < min) min = stream;
  return min;
}

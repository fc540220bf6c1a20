import { ByteWriter } from '../bytes/byte-buffer.ts';
import { packNumbers } from '../bytes/bit-packing.ts';
import { blockDocuments } from '../postings/postings.ts';
import type { TermInfo } from '../postings/term-info.ts';
import { blockTerms } from '../schema/index-schema.ts';
import type { PartSink } from '../storage/segment-parts.ts';
import { encodeEntryLengths } from '../terms/entry-offsets.ts';
import { maxInlineBytes, maxInlineOccurrences } from '../terms/inline-postings.ts';
import type { PostingsStarts } from './term-block-writer.ts';

/**
 * Writes once more, in the order of terms, the documents, frequencies and written forms of the terms that have few: most
 * words of an archive are met in a handful of articles, and a wildcard that matches thousands of them would otherwise
 * read an entry of the dictionary and two chunks for each (Cutting and Pedersen 1990, "Optimizations for Dynamic Inverted
 * Index Maintenance", who call it pulsing). Of the other terms it says where their lists are.
 */
export class InlinePostingsWriter {
  readonly #sink: PartSink;
  readonly #entries = new ByteWriter(32 * blockTerms);
  /** The lists of the term that is being written. */
  readonly #lists = new ByteWriter(2 * maxInlineBytes);
  readonly #forms = new Uint32Array(maxInlineOccurrences);
  #isLong = false;
  /** Where the entries of the current row begin. */
  readonly #starts: number[] = [];
  #rows = 0;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  /**
   * List `list` of the next term, whose documents and frequencies are the last that was written to `documents`.
   * `surfaces[0..occurrences)` say how each occurrence is written: none need be given when the term has one form.
   */
  list(
    lists: TermInfo,
    list: number,
    documents: ByteWriter,
    surfaces: Uint32Array,
    occurrences: number,
  ): void {
    const count = lists.documentCounts[list] as number;
    const length = lists.documentBytes(list);
    const hasForms = isFormWritten(surfaces, occurrences);
    this.#isLong ||=
      count >= blockDocuments ||
      this.#lists.length + length > maxInlineBytes ||
      (hasForms && occurrences > maxInlineOccurrences);
    if (this.#isLong) return;
    const hasFrequencies = (lists.frequencies[list] as number) > 0;
    this.#lists.varint(lists.streams[list] as number);
    this.#lists.varint(count * 4 + (hasForms ? 2 : 0) + (hasFrequencies ? 1 : 0));
    this.#lists.appendEnd(documents, documents.length - length);
    if (!hasForms) return;
    for (let at = 0; at < occurrences; at += 1) this.#forms[at] = (surfaces[at] as number) >>> 2;
    packNumbers(this.#lists, this.#forms, 0, occurrences);
  }

  /** Ends the term, whose lists have been written and are described by `lists`. */
  term(formCount: number, lists: TermInfo, { start, positionStart }: PostingsStarts): void {
    this.#starts.push(this.#entries.length);
    const isLong = this.#isLong || this.#lists.length > maxInlineBytes;
    this.#entries.varint(formCount * 2 + (isLong ? 1 : 0));
    if (isLong) {
      this.#entries.varint(start);
      this.#entries.varint(positionStart);
      lists.write(this.#entries);
    } else this.#entries.appendEnd(this.#lists, 0);
    this.#lists.clear();
    this.#isLong = false;
    if (this.#starts.length === blockTerms) this.#flush();
  }

  finish(): void {
    if (this.#starts.length > 0) this.#flush();
  }

  #flush(): void {
    const row = new ByteWriter(this.#entries.length + 2 * blockTerms);
    encodeEntryLengths(row, this.#starts, this.#entries);
    row.append(this.#entries.view());
    this.#sink.put('short_lists', this.#rows, row.view());
    this.#rows += 1;
    this.#entries.clear();
    this.#starts.length = 0;
  }
}

/** Whether any occurrence is written in another form than the first. */
function isFormWritten(surfaces: Uint32Array, occurrences: number): boolean {
  let all = 0;
  for (let at = 0; at < occurrences; at += 1) all |= surfaces[at] as number;
  return all >>> 2 !== 0;
}

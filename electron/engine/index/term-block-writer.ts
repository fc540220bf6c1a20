import { ByteWriter } from './bytes.ts';
import { columnNumber } from './columns.ts';
import { encodeFirstKeys } from './dictionary.ts';
import type { EncodedForms } from './encoded-forms.ts';
import { blockTerms } from './index-schema.ts';
import { ListTable } from './list-table.ts';
import { blockDocuments } from './postings.ts';
import type { PartSink } from './segment-parts.ts';

/** Where the first list of a term begins, among the documents and the positions of the segment. */
export type ListStarts = Readonly<{ start: number; positionStart: number }>;

/** Writes the dictionary of a merged segment: fill `lists` for each term, then `add` it. */
export class TermBlockWriter {
  readonly lists = new ListTable();
  /** Terms so far: the number that the next one gets. */
  count = 0;
  readonly #sink: PartSink;
  readonly #firstTerms: string[] = [];
  readonly #body = new ByteWriter(16_384);
  readonly #starts: number[] = [];
  #units = new Uint16Array(256);
  #length = 0;
  #firstOffset = 0;
  #firstPositionOffset = 0;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  /** Adds a term, in code units of which `length` count, whose lists begin at `starts`. */
  add(
    { units, length }: Readonly<{ units: Uint16Array; length: number }>,
    { start, positionStart }: ListStarts,
    { header, bytes, from, to }: EncodedForms,
  ): void {
    const body = this.#body;
    if (this.#starts.length === 0) {
      this.#firstTerms.push(String.fromCharCode(...units.subarray(0, length)));
      this.#firstOffset = start;
      this.#firstPositionOffset = positionStart;
      this.#length = 0;
    }
    this.#starts.push(body.length);
    body.varint(start - this.#firstOffset);
    body.varint(positionStart - this.#firstPositionOffset);
    body.varint(header);
    this.#writeLists();
    this.#writeUnits(units, length);
    body.copy(bytes, from, to - from);
    this.count += 1;
    if (this.#starts.length === blockTerms) this.#flush();
  }

  finish(): void {
    if (this.#starts.length > 0) this.#flush();
    this.#sink.put('columns', columnNumber('first-terms'), encodeFirstKeys(this.#firstTerms));
  }

  #writeLists(): void {
    const body = this.#body;
    const { lists } = this;
    body.varint(lists.count);
    for (let list = 0; list < lists.count; list += 1) {
      const documents = lists.documentCounts[list] as number;
      body.varint(lists.streams[list] as number);
      body.varint(documents);
      if (documents > blockDocuments) body.varint(lists.skips[list] as number);
      body.varint(lists.documents[list] as number);
      body.varint(lists.frequencies[list] as number);
      body.varint(lists.positions[list] as number);
      body.varint(lists.writings[list] as number);
    }
    lists.clear();
  }

  /** A key after the term before it. */
  #writeUnits(units: Uint16Array, length: number): void {
    const body = this.#body;
    const most = Math.min(length, this.#length);
    let shared = 0;
    while (shared < most && units[shared] === this.#units[shared]) shared += 1;
    body.varint(shared);
    body.varint(length - shared);
    for (let at = shared; at < length; at += 1) body.varint(units[at] as number);
    if (length > this.#units.length) this.#units = new Uint16Array(units.length);
    for (let at = 0; at < length; at += 1) this.#units[at] = units[at] as number;
    this.#length = length;
  }

  #flush(): void {
    const out = new ByteWriter(this.#body.length + 4 * this.#starts.length + 32);
    out.varint(this.#firstOffset);
    out.varint(this.#firstPositionOffset);
    out.varint(this.#starts.length);
    for (const start of this.#starts) out.uint32(start);
    out.append(this.#body.view());
    this.#sink.put('term_blocks', this.#firstTerms.length - 1, out.view());
    this.#body.clear();
    this.#starts.length = 0;
  }
}

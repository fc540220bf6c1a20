import { ByteWriter } from '../bytes/byte-buffer.ts';
import { columnNumber } from '../schema/columns.ts';
import { encodeFirstKeys } from '../terms/term-block.ts';
import type { EncodedForms } from '../terms/encoded-forms.ts';
import { encodeEntryLengths } from '../terms/entry-offsets.ts';
import { blockTerms } from '../schema/index-schema.ts';
import { textOf, type Utf16Slice } from '../bytes/utf16-slice.ts';
import { TermInfo } from '../postings/term-info.ts';
import type { PartSink } from '../storage/segment-parts.ts';

/** Where the first list of a term begins, among the documents and the positions of the segment. */
export type PostingsStarts = Readonly<{ start: number; positionStart: number }>;

/**
 * Writes the dictionary of a segment: fill `lists` for each term, then `add` it. Entries begin with what a search wants
 * of them, so that the letters need not be read to look a term up by its number: where its lists are, how many forms it
 * has, its streams; then the letters and those of its forms.
 */
export class TermBlockWriter {
  readonly lists = new TermInfo();
  /** Terms so far: the number that the next one gets. */
  count = 0;
  readonly #sink: PartSink;
  readonly #firstTerms: string[] = [];
  readonly #body = new ByteWriter(16_384);
  readonly #row = new ByteWriter(16_384);
  readonly #starts: number[] = [];
  /** The term before, of which `#length` code units count. */
  #units = new Uint16Array(256);
  #length = 0;
  #firstOffset = 0;
  #firstPositionOffset = 0;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  /** Adds a term, whose lists begin at `starts`. */
  add(
    letters: Utf16Slice,
    { start, positionStart }: PostingsStarts,
    { header, bytes, from, to }: EncodedForms,
  ): void {
    const body = this.#body;
    if (this.#starts.length === 0) {
      this.#firstTerms.push(textOf(letters));
      this.#firstOffset = start;
      this.#firstPositionOffset = positionStart;
      this.#length = 0;
    }
    this.#starts.push(body.length);
    body.varint(start - this.#firstOffset);
    body.varint(positionStart - this.#firstPositionOffset);
    body.varint(header);
    this.lists.write(body);
    this.lists.clear();
    this.#writeKey(letters);
    body.copy(bytes, from, to - from);
    this.count += 1;
    if (this.#starts.length === blockTerms) this.#flush();
  }

  finish(): void {
    if (this.#starts.length > 0) this.#flush();
    this.#sink.put('columns', columnNumber('first-terms'), encodeFirstKeys(this.#firstTerms));
  }

  /** A key after the term before it, of which the letters that both share stay. */
  #writeKey(letters: Utf16Slice): void {
    const { units, from, to } = letters;
    const length = to - from;
    if (length > this.#units.length) this.#makeRoom(length);
    const previous = this.#units;
    const shorter = Math.min(this.#length, length);
    let shared = 0;
    while (shared < shorter && previous[shared] === units[from + shared]) shared += 1;
    this.#body.varint(shared);
    this.#body.units(units, from + shared, to);
    for (let at = shared; at < length; at += 1) previous[at] = units[from + at] as number;
    this.#length = length;
  }

  #makeRoom(length: number): void {
    const larger = new Uint16Array(2 * length);
    larger.set(this.#units);
    this.#units = larger;
  }

  /** Where the first lists are; how many entries there are, and how long each is; the entries. */
  #flush(): void {
    const out = this.#row;
    out.clear();
    out.varint(this.#firstOffset);
    out.varint(this.#firstPositionOffset);
    out.varint(this.#starts.length);
    encodeEntryLengths(out, this.#starts, this.#body);
    out.append(this.#body.view());
    this.#sink.put('term_blocks', this.#firstTerms.length - 1, out.view());
    this.#body.clear();
    this.#starts.length = 0;
  }
}

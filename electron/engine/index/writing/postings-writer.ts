import { ByteWriter } from '../bytes/byte-buffer.ts';
import type { ChunkWriter } from '../storage/chunk-writer.ts';
import type { InlinePostingsWriter } from './inline-postings-writer.ts';
import type { Column } from '../schema/columns.ts';
import type { TermInfo } from '../postings/term-info.ts';
import { packNumbers } from '../bytes/bit-packing.ts';
import { blockDocuments } from '../postings/postings.ts';

/**
 * Writes lists of postings, in numbers as they are packed: differences of
 * documents less 1, frequencies less 1, differences of positions, surfaces. Put documents after the `count` and their
 * occurrences after the `occurrences` that wait, then call `take`. Of a long list, all but its positions is held.
 */
export class PostingsWriter {
  readonly deltas = new Uint32Array(2 * blockDocuments);
  readonly frequencies = new Uint32Array(2 * blockDocuments);
  positions = new Uint32Array(8 * blockDocuments);
  surfaces = new Uint32Array(8 * blockDocuments);
  /** What waits to become a block: always less than one after `take`. */
  count = 0;
  occurrences = 0;
  /** The last document that was put in, -1 at first: whoever puts one in says so. */
  last = -1;
  readonly #documentRun: ChunkWriter;
  readonly #positionRun: ChunkWriter;
  readonly #inlinePostings: InlinePostingsWriter;
  readonly #skips = new ByteWriter();
  readonly #documents = new ByteWriter();
  readonly #frequencies = new ByteWriter();
  readonly #surfaces = new ByteWriter();
  #lengths: Column | null = null;
  #blocks = 0;
  #blockLast = -1;
  #positionsStart = 0;
  #allDocuments = 0;
  #allOccurrences = 0;
  #isWritten = false;

  constructor(documents: ChunkWriter, positions: ChunkWriter, inlinePostings: InlinePostingsWriter) {
    this.#documentRun = documents;
    this.#positionRun = positions;
    this.#inlinePostings = inlinePostings;
  }

  /** Begins a list; `lengths` are those of its field by document, null where it has none. */
  begin(lengths: Column | null): void {
    if (this.#blocks > 0) this.#clearBlocks();
    this.#lengths = lengths;
    this.#positionsStart = this.#positionRun.offset;
    this.#allDocuments = 0;
    this.#allOccurrences = 0;
    this.#isWritten = false;
    this.last = -1;
  }

  /** Most lists are no more than what waits, and leave nothing behind. */
  #clearBlocks(): void {
    for (const part of [this.#skips, this.#documents, this.#frequencies, this.#surfaces]) part.clear();
    this.#blocks = 0;
    this.#blockLast = -1;
  }

  /** Makes sure that `more` occurrences fit after those that wait. */
  makeRoom(more: number): void {
    const needed = this.occurrences + more;
    if (needed <= this.positions.length) return;
    const grown = (numbers: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(2 * needed);
      larger.set(numbers.subarray(0, this.occurrences));
      return larger;
    };
    this.positions = grown(this.positions);
    this.surfaces = grown(this.surfaces);
  }

  /** Takes a block at most: documents, and all of their occurrences. */
  take(documents: number, occurrences: number): void {
    this.count += documents;
    this.occurrences += occurrences;
    if (this.count >= blockDocuments) this.#writeBlock(blockDocuments);
  }

  /** Ends the list and says in `lists` what it takes; a list without documents is none. */
  finish(lists: TermInfo, stream: number): void {
    if (this.#blocks > 0 && this.count > 0) this.#writeBlock(this.count);
    if (this.#blocks > 0) this.#finishLong(lists.add(), lists, stream);
    else if (this.count > 0) this.#finishShort(lists.add(), lists, stream);
  }

  /** A list that is no more than what waits is written where it belongs at once. */
  #finishShort(list: number, lists: TermInfo, stream: number): void {
    const { count, occurrences } = this;
    const documents = this.#documentRun.pending;
    const positions = this.#positionRun.pending;
    const start = documents.length;
    packNumbers(documents, this.deltas, 0, count);
    const frequenciesStart = documents.length;
    if (occurrences > count) packNumbers(documents, this.frequencies, 0, count);
    const positionsStart = positions.length;
    packNumbers(positions, this.positions, 0, occurrences);
    const surfacesStart = positions.length;
    this.#noteSurfaces(occurrences);
    if (this.#isWritten) packNumbers(positions, this.surfaces, 0, occurrences);
    lists.streams[list] = stream;
    lists.documentCounts[list] = count;
    lists.skips[list] = 0;
    lists.documents[list] = frequenciesStart - start;
    lists.frequencies[list] = documents.length - frequenciesStart;
    lists.positions[list] = surfacesStart - positionsStart;
    lists.surfaces[list] = positions.length - surfacesStart;
    this.#inlinePostings.list(lists, list, documents, this.surfaces, occurrences);
    this.count = 0;
    this.occurrences = 0;
    this.#flush();
  }

  #finishLong(list: number, lists: TermInfo, stream: number): void {
    const isLong = this.#blocks > 1;
    const hasFrequencies = this.#allOccurrences > this.#allDocuments;
    const positions = this.#positionRun.offset - this.#positionsStart;
    const documents = this.#documentRun.pending;
    if (isLong) documents.append(this.#skips.view());
    documents.append(this.#documents.view());
    if (hasFrequencies) documents.append(this.#frequencies.view());
    if (this.#isWritten) this.#positionRun.pending.append(this.#surfaces.view());
    lists.streams[list] = stream;
    lists.documentCounts[list] = this.#allDocuments;
    lists.skips[list] = isLong ? this.#skips.length : 0;
    lists.documents[list] = this.#documents.length;
    lists.frequencies[list] = hasFrequencies ? this.#frequencies.length : 0;
    lists.positions[list] = positions;
    lists.surfaces[list] = this.#isWritten ? this.#surfaces.length : 0;
    this.#inlinePostings.list(lists, list, documents, this.surfaces, 0);
    this.#flush();
  }

  #flush(): void {
    this.#documentRun.flush(false);
    this.#positionRun.flush(false);
  }

  /** Writes the first `documents` of those that wait as a block, and moves the others up. */
  #writeBlock(documents: number): void {
    const { frequencies } = this;
    let occurrences = documents;
    let maxFrequency = 0;
    for (let at = 0; at < documents; at += 1) {
      const frequency = frequencies[at] as number;
      occurrences += frequency;
      if (frequency > maxFrequency) maxFrequency = frequency;
    }
    const { last, minLength } = this.#lastAndMinLength(documents);
    const starts = [this.#documents.length, this.#frequencies.length, this.#surfaces.length] as const;
    const positionsStart = this.#positionRun.offset;
    packNumbers(this.#documents, this.deltas, 0, documents);
    packNumbers(this.#frequencies, frequencies, 0, documents);
    packNumbers(this.#positionRun.pending, this.positions, 0, occurrences);
    packNumbers(this.#surfaces, this.surfaces, 0, occurrences);
    this.#noteSurfaces(occurrences);
    const skips = this.#skips;
    skips.varint(last - this.#blockLast);
    skips.varint(maxFrequency + 1);
    skips.varint(minLength);
    skips.varint(this.#documents.length - starts[0]);
    skips.varint(this.#frequencies.length - starts[1]);
    skips.varint(this.#positionRun.offset - positionsStart);
    skips.varint(this.#surfaces.length - starts[2]);
    this.#positionRun.flush(false);
    this.#blocks += 1;
    this.#blockLast = last;
    this.#allDocuments += documents;
    this.#allOccurrences += occurrences;
    this.deltas.copyWithin(0, documents, this.count);
    frequencies.copyWithin(0, documents, this.count);
    this.positions.copyWithin(0, occurrences, this.occurrences);
    this.surfaces.copyWithin(0, occurrences, this.occurrences);
    this.count -= documents;
    this.occurrences -= occurrences;
  }

  /** The last of the first documents that wait, and the shortest field among them. */
  #lastAndMinLength(documents: number): Readonly<{ last: number; minLength: number }> {
    const lengths = this.#lengths;
    let last = this.#blockLast;
    let minLength = lengths === null ? 0 : Number.MAX_SAFE_INTEGER;
    for (let at = 0; at < documents; at += 1) {
      last += (this.deltas[at] as number) + 1;
      if (lengths !== null && (lengths[last] as number) < minLength) minLength = lengths[last] as number;
    }
    return { last, minLength };
  }

  #noteSurfaces(occurrences: number): void {
    if (this.#isWritten) return;
    let all = 0;
    for (let at = 0; at < occurrences; at += 1) all |= this.surfaces[at] as number;
    this.#isWritten = all !== 0;
  }
}

import { ByteWriter } from './bytes.ts';
import { writeNumbers } from './packed-numbers.ts';
import { blockDocuments, type PostingsLengths } from './postings.ts';

export type EncodedList = Readonly<{ documentCount: number; lengths: PostingsLengths }>;

/**
 * Encodes the postings of one term in one stream, document by document. Call `document`, then `occurrence` for each of
 * its occurrences, and `finish` at the end; then the encoder is ready for the next list.
 */
export class PostingsEncoder {
  /** The parts of a list of more than one block, up to the current one. */
  readonly #skips = new ByteWriter();
  readonly #documents = new ByteWriter();
  readonly #frequencies = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly #writings = new ByteWriter();
  readonly #blockDeltas = new Uint32Array(blockDocuments);
  /** Frequencies less 1. */
  readonly #blockFrequencies = new Uint32Array(blockDocuments);
  #blockPositions = new Uint32Array(4 * blockDocuments);
  #blockWritings = new Uint32Array(4 * blockDocuments);
  #inBlock = 0;
  #occurrences = 0;
  #count = 0;
  #total = 0;
  #written = false;
  #previousDocument = -1;
  #previousLast = -1;
  #previousPosition = 0;
  #mostFrequent = 0;
  #shortest = Number.MAX_SAFE_INTEGER;

  /** `length` is that of the field in the document. Documents ascend. */
  document(document: number, length: number): void {
    if (this.#inBlock === blockDocuments) this.#endBlock();
    const at = this.#inBlock;
    this.#blockDeltas[at] = document - this.#previousDocument - 1;
    // The first occurrence makes 0 of it.
    this.#blockFrequencies[at] = -1;
    this.#inBlock = at + 1;
    this.#previousDocument = document;
    this.#previousPosition = 0;
    if (length < this.#shortest) this.#shortest = length;
  }

  /** Positions ascend within a document. */
  occurrence(position: number, writing: number): void {
    const at = this.#occurrences;
    if (at === this.#blockPositions.length) this.#growBlock();
    this.#blockPositions[at] = position - this.#previousPosition;
    this.#blockWritings[at] = writing;
    this.#occurrences = at + 1;
    this.#previousPosition = position;
    if (writing !== 0) this.#written = true;
    const nth = this.#inBlock - 1;
    const more = ((this.#blockFrequencies[nth] as number) + 1) >>> 0;
    this.#blockFrequencies[nth] = more;
    if (more >= this.#mostFrequent) this.#mostFrequent = more + 1;
  }

  /** Appends the list to the documents and the positions of a segment. */
  finish(documents: ByteWriter, positions: ByteWriter): EncodedList {
    return this.#count === 0
      ? this.#finishShort(documents, positions)
      : this.#finishLong(documents, positions);
  }

  /** A list of one block, as most are, goes where it belongs at once. */
  #finishShort(documents: ByteWriter, positions: ByteWriter): EncodedList {
    const documentCount = this.#inBlock;
    const documentStart = documents.length;
    writeNumbers(documents, this.#blockDeltas, 0, documentCount);
    const frequencyStart = documents.length;
    if (this.#occurrences !== documentCount)
      writeNumbers(documents, this.#blockFrequencies, 0, documentCount);
    const positionStart = positions.length;
    writeNumbers(positions, this.#blockPositions, 0, this.#occurrences);
    const writingStart = positions.length;
    if (this.#written) writeNumbers(positions, this.#blockWritings, 0, this.#occurrences);
    const lengths = {
      skips: 0,
      documents: frequencyStart - documentStart,
      frequencies: documents.length - frequencyStart,
      positions: writingStart - positionStart,
      writings: positions.length - writingStart,
    };
    this.#beginBlock();
    this.#beginList();
    return { documentCount, lengths };
  }

  #finishLong(documents: ByteWriter, positions: ByteWriter): EncodedList {
    this.#endBlock();
    const hasFrequencies = this.#total !== this.#count;
    const lengths = {
      skips: this.#skips.length,
      documents: this.#documents.length,
      frequencies: hasFrequencies ? this.#frequencies.length : 0,
      positions: this.#positions.length,
      writings: this.#written ? this.#writings.length : 0,
    };
    documents.append(this.#skips.view());
    documents.append(this.#documents.view());
    if (hasFrequencies) documents.append(this.#frequencies.view());
    positions.append(this.#positions.view());
    if (this.#written) positions.append(this.#writings.view());
    const documentCount = this.#count;
    for (const part of [this.#skips, this.#documents, this.#frequencies, this.#positions, this.#writings]) {
      part.clear();
    }
    this.#count = 0;
    this.#total = 0;
    this.#previousLast = -1;
    this.#beginList();
    return { documentCount, lengths };
  }

  #endBlock(): void {
    const documents = this.#inBlock;
    const occurrences = this.#occurrences;
    const documentStart = this.#documents.length;
    const frequencyStart = this.#frequencies.length;
    const positionStart = this.#positions.length;
    const writingStart = this.#writings.length;
    writeNumbers(this.#documents, this.#blockDeltas, 0, documents);
    writeNumbers(this.#frequencies, this.#blockFrequencies, 0, documents);
    writeNumbers(this.#positions, this.#blockPositions, 0, occurrences);
    writeNumbers(this.#writings, this.#blockWritings, 0, occurrences);
    const skips = this.#skips;
    skips.varint(this.#previousDocument - this.#previousLast);
    skips.varint(this.#mostFrequent);
    skips.varint(this.#shortest);
    skips.varint(this.#documents.length - documentStart);
    skips.varint(this.#frequencies.length - frequencyStart);
    skips.varint(this.#positions.length - positionStart);
    skips.varint(this.#writings.length - writingStart);
    this.#count += documents;
    this.#total += occurrences;
    this.#previousLast = this.#previousDocument;
    this.#beginBlock();
  }

  #beginBlock(): void {
    this.#inBlock = 0;
    this.#occurrences = 0;
    this.#mostFrequent = 0;
    this.#shortest = Number.MAX_SAFE_INTEGER;
  }

  #beginList(): void {
    this.#written = false;
    this.#previousDocument = -1;
  }

  #growBlock(): void {
    const grown = (numbers: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(numbers.length * 2);
      larger.set(numbers);
      return larger;
    };
    this.#blockPositions = grown(this.#blockPositions);
    this.#blockWritings = grown(this.#blockWritings);
  }
}

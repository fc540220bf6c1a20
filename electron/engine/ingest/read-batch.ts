import { SegmentBuilder } from '../index/segment-builder.ts';
import type { EncodedSegment } from '../index/segment-parts.ts';
import type { Vocabulary } from '../index/vocabulary.ts';
import { packRecords, type PackedRecords } from '../library/text-block.ts';
import { encodeRecord } from '../library/text-record.ts';
import type { FileReading } from './ingest-file.ts';

/** What came of one file; the article of one that was read is a document of the batch. */
export type IngestResult =
  | Exclude<FileReading, { kind: 'read' }>
  | (Omit<Extract<FileReading, { kind: 'read' }>, 'article'> & Readonly<{ document: number }>);

/**
 * Files that were read together: a result for each, a segment of the index with their articles, and their texts packed
 * into blocks, which name their records by document. Structured-clone data, so that a worker can hand it over.
 */
export type ReadBatch = Readonly<{
  results: readonly IngestResult[];
  /** Null when no file gave an article. */
  segment: EncodedSegment | null;
  blocks: readonly PackedRecords[];
}>;

/** Turns files that were read into one batch. */
export class BatchBuilder {
  readonly #results: IngestResult[] = [];
  readonly #segment: SegmentBuilder;
  readonly #vocabulary: Vocabulary;
  readonly #records: { key: number; bytes: Uint8Array }[] = [];
  #bytes = 0;

  /** `vocabulary` outlives the batch: most words of the next one are the same. */
  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#segment = new SegmentBuilder(vocabulary);
  }

  /** What the batch holds, roughly, in bytes of text. */
  get bytes(): number {
    return this.#bytes;
  }

  add(reading: FileReading): void {
    if (reading.kind !== 'read') {
      this.#results.push(reading);
      return;
    }
    const { article, ...rest } = reading;
    const document = this.#segment.add(article.fields);
    const bytes = encodeRecord(article);
    this.#records.push({ key: document, bytes });
    this.#bytes += bytes.length;
    this.#results.push({ ...rest, document });
  }

  finish(): ReadBatch {
    const segment = this.#segment.articles === 0 ? null : this.#segment.finish();
    this.#vocabulary.forgetWhenLarge();
    return { results: this.#results, segment, blocks: packRecords(this.#records) };
  }
}

/** What to hand over rather than copy when a batch is posted to another thread. */
export function transferablesOf({ segment, blocks }: ReadBatch): ArrayBuffer[] {
  const buffers = blocks.map(({ block }) => block.bytes.buffer as ArrayBuffer);
  return segment === null ? buffers : [segment.bytes.buffer, ...buffers];
}

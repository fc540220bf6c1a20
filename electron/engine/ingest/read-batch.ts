import type { ReadArticle } from '../../contract/article.ts';
import type { SegmentBuilder } from '../index/building/segment-builder.ts';
import type { EncodedSegment } from '../index/storage/segment-parts.ts';
import type { PackedTexts, TextPacker } from '../library/texts/text-packer.ts';
import type { FileReading } from './ingest-file.ts';

/** What came of one file; the article of one that was read is a document of the batch. */
export type IngestResult =
  | Exclude<FileReading, { kind: 'read' }>
  | (Omit<Extract<FileReading, { kind: 'read' }>, 'article'> & Readonly<{ document: number }>);

/**
 * Files that were read together: a result for each, a segment of the index with their articles, and their texts in the
 * order of its documents. Structured-clone data, so that a worker can post it.
 */
export type ReadBatch = Readonly<{
  results: readonly IngestResult[];
  /** Null when no file gave an article. */
  segment: EncodedSegment | null;
  texts: PackedTexts;
}>;

/** Turns files that were read into one batch. */
export class BatchBuilder {
  readonly #results: IngestResult[] = [];
  readonly #segment: SegmentBuilder;
  readonly #packer: TextPacker;
  readonly #articles: ReadArticle[] = [];
  #units = 0;

  /** `segment`, which nothing was added to, and `packer` outlive the batch: most words of the next one are the same. */
  constructor(segment: SegmentBuilder, packer: TextPacker) {
    this.#segment = segment;
    this.#packer = packer;
  }

  /** UTF-16 code units of the texts that the batch holds. */
  get units(): number {
    return this.#units;
  }

  add(reading: FileReading): void {
    if (reading.kind !== 'read') {
      this.#results.push(reading);
      return;
    }
    const { article, ...rest } = reading;
    const document = this.#segment.add(article.fields);
    this.#articles.push(article);
    this.#units += article.text.length;
    this.#results.push({ ...rest, document });
  }

  finish(): ReadBatch {
    const segment = this.#segment.articles === 0 ? null : this.#segment.finish();
    return { results: this.#results, segment, texts: this.#packer.pack(this.#articles) };
  }
}

import type { ExtractedArticle } from '../../contract/article.ts';
import type { SegmentBuilder } from '../index/building/segment-builder.ts';
import type { EncodedSegment } from '../index/storage/segment-parts.ts';
import type { PackedTexts, TextPacker } from '../library/texts/text-packer.ts';
import type { FileResult } from './ingest-file.ts';

type WithArticle = Extract<FileResult, { kind: 'read' | 'record' }>;
type WithDocument<Result> = Result extends unknown
  ? Omit<Result, 'article'> & Readonly<{ document: number }>
  : never;

/** What came of one file or record; the article of one that was read is a document of the batch. */
export type IngestResult = Exclude<FileResult, WithArticle> | WithDocument<WithArticle>;

/** A file or record that was read. */
export type ReadResult = WithDocument<WithArticle>;

/** Whether nothing more will come of the file. */
export function isLastOfFile({ kind }: Readonly<{ kind: IngestResult['kind'] }>): boolean {
  return kind !== 'record' && kind !== 'record-failed';
}

/**
 * Files that were read together: a result for each, a segment of the index with their articles, and their texts in the
 * order of its documents. Structured-clone data, so that a worker can post it.
 */
export type IngestedBatch = Readonly<{
  results: readonly IngestResult[];
  /** Null when no file gave an article. */
  segment: EncodedSegment | null;
  texts: PackedTexts;
}>;

const maxUnits = 4 * 1024 * 1024;
const maxArticles = 4096;

/** SerialQueue files that were read into one batch. */
export class BatchBuilder {
  readonly #results: IngestResult[] = [];
  readonly #segment: SegmentBuilder;
  readonly #packer: TextPacker;
  readonly #articles: ExtractedArticle[] = [];
  #units = 0;

  /** `segment`, which nothing was added to, and `packer` outlive the batch: most words of the next one are the same. */
  constructor(segment: SegmentBuilder, packer: TextPacker) {
    this.#segment = segment;
    this.#packer = packer;
  }

  /** Whether it is better handed over before the next article is read, so that large files never pile up. */
  get isFull(): boolean {
    return this.#units >= maxUnits || this.#articles.length >= maxArticles;
  }

  get isEmpty(): boolean {
    return this.#results.length === 0;
  }

  add(reading: FileResult): void {
    if (reading.kind !== 'read' && reading.kind !== 'record') {
      this.#results.push(reading);
      return;
    }
    const { article, ...rest } = reading;
    const document = this.#segment.add(article.fields);
    this.#articles.push(article);
    this.#units += article.text.length;
    this.#results.push({ ...rest, document });
  }

  finish(): IngestedBatch {
    const segment = this.#segment.articles === 0 ? null : this.#segment.finish();
    return { results: this.#results, segment, texts: this.#packer.pack(this.#articles) };
  }
}

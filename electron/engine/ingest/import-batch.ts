import type { ArticleId, SourceId } from '../../contract/ids.ts';
import type { Commit, IngestedPart } from '../library/commits/committer.ts';
import type { LibraryOperation } from '../library/commits/commit-operations.ts';
import type { RecordFile } from '../library/sources/record-file-rows.ts';
import type { FileRegistry, KnownLocation, KnownPaths, KnownRecordFile } from './files/file-registry.ts';
import type { IngestResult, IngestedBatch, ReadResult } from './ingested-batch.ts';
import { placeOf } from './files/record-place.ts';
import type { RecordRegistry } from './records/record-registry.ts';

/** What became of a file or record. `again`: what was known of it is not true any more; it has to be read. */
export type Outcome = 'added' | 'updated' | 'unchanged' | 'duplicate' | 'failed' | 'again';

const nothingKnown: KnownPaths = {
  locations: new Map(),
  failures: new Map(),
  crashes: new Map(),
  recordFiles: new Map(),
  fatalRecords: new Map(),
};

/**
 * Gathers results of ingestion into one commit, and decides which article each file is: the rules of identity.
 * Decisions look at what is committed and at what this batch is about to commit.
 */
export class ImportBatch {
  readonly #known: FileRegistry;
  readonly #registry: RecordRegistry;
  readonly #hasText: (id: ArticleId) => boolean;
  readonly #newId: () => ArticleId;
  readonly #operations: LibraryOperation[] = [];
  readonly #parts: IngestedPart[] = [];
  /** Where the newest text of each article is. */
  readonly #texts = new Map<ArticleId, Readonly<{ part: IngestedPart; document: number }>>();
  readonly #bySha256 = new Map<string, ArticleId>();
  readonly #shaOfArticle = new Map<ArticleId, string>();
  readonly #articleAt = new Map<string, ArticleId>();
  /** What is committed of the files and records that were read together, and of their bytes. */
  #here: KnownPaths = nothingKnown;
  #records: ReadonlyMap<string, KnownLocation> = new Map();
  #committed: ReadonlyMap<string, ArticleId> = new Map();
  /** Articles that were found at a place where they were not before. */
  readonly found = new Set<ArticleId>();

  /** `newId` never gives an id twice. `hasText`: texts can be lost while the library lives on. */
  constructor(
    known: FileRegistry,
    records: RecordRegistry,
    newId: () => ArticleId,
    hasText: (id: ArticleId) => boolean,
  ) {
    this.#known = known;
    this.#registry = records;
    this.#newId = newId;
    this.#hasText = hasText;
  }

  get size(): number {
    return this.#operations.length;
  }

  get articles(): number {
    return this.#texts.size;
  }

  toCommit(): Commit {
    return { operations: this.#operations, parts: this.#parts, articles: this.#texts.size, removed: [] };
  }

  /** The results that follow are of this batch of files; no commit comes between them. */
  open({ results, segment, texts }: IngestedBatch): void {
    this.#here = this.#known.ofPaths([...new Set(results.map(({ path }) => path))]);
    this.#records = this.#registry.locations(
      results.flatMap((result) => (result.kind === 'record' ? [[result.path, result.record] as const] : [])),
    );
    this.#committed = this.#known.articlesOf(
      results.flatMap((result) => ('sha256' in result ? [result.sha256] : [])),
    );
    if (segment === null) return;
    this.#parts.push({ segment, texts, ids: new Int32Array(segment.articles).fill(-1) });
  }

  /** What is committed of a record that was opened, and null for one that is new. */
  locationOf({ path, record }: Readonly<{ path: string; record: string }>): KnownLocation | null {
    return this.#records.get(placeOf(path, record)) ?? null;
  }

  /** What is committed of a file of many records that was opened. */
  recordFileAt(path: string): KnownRecordFile | null {
    return this.#here.recordFiles.get(path) ?? null;
  }

  take(result: Exclude<IngestResult, { kind: 'ended' }>, source: SourceId, nowMs: number): Outcome {
    const { path } = result;
    switch (result.kind) {
      case 'failed':
      case 'record-failed': {
        const { code, reason, size, modifiedMs, format } = result;
        const record = result.kind === 'failed' ? {} : { record: result.record };
        this.#operations.push({
          op: 'fail',
          source,
          path,
          ...record,
          code,
          reason,
          atMs: nowMs,
          size,
          modifiedMs,
          ...(format === undefined ? {} : { format }),
        });
        return 'failed';
      }
      case 'read':
        return this.#takeRead(result, this.#here.locations.get(path) ?? null, source);
      case 'record':
        return this.#takeRecord(result, source);
      case 'unchanged':
      case 'touched':
        return this.#takeSame(result, source);
    }
  }

  /** Belongs after the records of a file of which nothing was known before. */
  end(file: RecordFile): void {
    this.#operations.push({ op: 'endFile', file });
  }

  #takeSame(result: Extract<IngestResult, { kind: 'unchanged' | 'touched' }>, source: SourceId): Outcome {
    const { path } = result;
    const location = this.#here.locations.get(path) ?? null;
    if (location === null) return this.#here.recordFiles.has(path) ? 'unchanged' : 'again';
    const times = result.kind === 'touched' ? result : location;
    const stays = result.kind === 'unchanged' && !location.missing && location.source === source;
    if (!stays || this.#here.failures.has(path)) {
      this.#locate({ path }, source, location.article, location.sha256, times);
    }
    return 'unchanged';
  }

  #takeRecord(result: Extract<ReadResult, { kind: 'record' }>, source: SourceId): Outcome {
    const place = placeOf(result.path, result.record);
    const pending = this.#articleAt.get(place);
    // A file of which a worker died is read anew from its beginning.
    if (pending !== undefined) return 'unchanged';
    const location = this.locationOf(result);
    if (location === null || location.sha256 !== result.sha256)
      return this.#takeRead(result, location, source);
    if (!this.#hasText(location.article)) this.#put(location.article, result);
    if (location.missing || location.source !== source)
      this.#locate(result, source, location.article, location.sha256, result);
    this.#label(location.article, result, false);
    return 'unchanged';
  }

  #takeRead(result: ReadResult, location: KnownLocation | null, source: SourceId): Outcome {
    if (location === null) return this.#takeNew(result, source);
    const place = placeOf(result.path, result.kind === 'record' ? result.record : '');
    const isShared = this.#placesOf(location.article).some((other) => other !== place);
    if (isShared && location.sha256 !== result.sha256) {
      const split = this.#newId();
      this.#put(split, result);
      this.#label(split, result, false);
      this.#locate(result, source, split, result.sha256, result);
      this.#operations.push({ op: 'copyTagsAndNotes', from: location.article, to: split });
      return 'updated';
    }
    this.#put(location.article, result);
    this.#label(location.article, result, true);
    this.#locate(result, source, location.article, result.sha256, result);
    return 'updated';
  }

  #takeNew(result: ReadResult, source: SourceId): Outcome {
    const same = this.#articleOf(result.sha256);
    if (same !== null) {
      if (!this.#texts.has(same) && !this.#hasText(same)) this.#put(same, result);
      this.#locate(result, source, same, result.sha256, result);
      this.#label(same, result, false);
      this.found.add(same);
      return 'duplicate';
    }
    const article = this.#newId();
    this.#put(article, result);
    this.#label(article, result, false);
    this.#locate(result, source, article, result.sha256, result);
    return 'added';
  }

  #put(article: ArticleId, result: ReadResult): void {
    const { sha256, encoding, document } = result;
    const part = this.#parts.at(-1);
    if (part === undefined) throw new Error('an article came without its batch');
    this.#operations.push({ op: 'put', article, sha256, encoding });
    const before = this.#texts.get(article);
    if (before !== undefined) before.part.ids[before.document] = -1;
    part.ids[document] = article;
    this.#texts.set(article, { part, document });
    this.#bySha256.set(sha256, article);
    this.#shaOfArticle.set(article, sha256);
  }

  #label(article: ArticleId, { labels = [] }: ReadResult, replaces: boolean): void {
    if (labels.length > 0 || replaces) this.#operations.push({ op: 'label', article, labels, replaces });
  }

  #locate(
    at: Readonly<{ path: string; record?: string; position?: number; format?: string }>,
    source: SourceId,
    article: ArticleId,
    sha256: string,
    times: Readonly<{ size: number; modifiedMs: number }>,
  ): void {
    const { path, record = '', position = 0, format } = at;
    const { size, modifiedMs } = times;
    const one = record === '' ? {} : { record: { name: record, position } };
    const readBy = format === undefined ? {} : { format };
    const operation = { op: 'locate', source, path, ...one, article, sha256, size, modifiedMs } as const;
    this.#operations.push({ ...operation, ...readBy });
    this.#articleAt.set(placeOf(path, record), article);
  }

  #articleOf(sha256: string): ArticleId | null {
    const pending = this.#bySha256.get(sha256);
    if (pending !== undefined && this.#shaOfArticle.get(pending) === sha256) return pending;
    const committed = this.#committed.get(sha256) ?? null;
    // This batch is about to give that article other bytes.
    if (committed !== null && (this.#shaOfArticle.get(committed) ?? sha256) !== sha256) return null;
    return committed;
  }

  #placesOf(article: ArticleId): string[] {
    const before = this.#known.placesOf(article).filter((place) => !this.#articleAt.has(place));
    for (const [place, id] of this.#articleAt) if (id === article) before.push(place);
    return before;
  }
}

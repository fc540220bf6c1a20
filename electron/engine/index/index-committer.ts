import type { Said } from '../../words/sentence.ts';
import type { ArticleFields } from '../../contract/article.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { BitSet } from './bytes/bit-set.ts';
import { columnNumber, encodeColumn } from './schema/columns.ts';
import { countUp, sweepStep, writeMeta } from './storage/index-meta.ts';
import { openIndexFile } from './storage/open-index-file.ts';
import {
  segmentsToJoin,
  tieredMergePolicy,
  type MergeCandidate,
  type MergePolicy,
} from './merging/merge-policy.ts';
import { scrubStep, trimStep } from './storage/free-pages.ts';
import type { IncrementalMerge } from './merging/incremental-merge.ts';
import type { SegmentBuilder } from './building/segment-builder.ts';
import type { LoadedLater } from './loaded-later.ts';
import { PartTables, type EncodedSegment } from './storage/segment-parts.ts';
import { SegmentReader } from './segment/segment-reader.ts';
import type { SegmentRow } from './storage/segment-row.ts';
import { insertSegment, setTombstones } from './segment/segment-rows.ts';
import { SegmentStore } from './storage/segment-store.ts';
import type { SegmentWork } from './segment-work.ts';

export type IndexOptions = Readonly<{
  mergePolicy?: MergePolicy;
  /** How much a step of a merge does, in occurrences: some 20 million of them a second. */
  mergeStepCost?: number;
}>;

export type IndexCommitterOptions = IndexOptions &
  Readonly<{
    /** The version of the analysis that its segments are built by; an index made by another one is unusable. */
    analyser: string;
    work: LoadedLater<SegmentWork>;
  }>;

/** A segment of the next commit: the id of the article of each document, -1 for one that is not wanted. */
type PendingSegment = Readonly<{ ids: Int32Array; encoded: EncodedSegment }>;

/** The one writer of an index. Searchers see what it commits, when they look again. */
export class IndexCommitter {
  readonly #db: Database;
  readonly #store: SegmentStore;
  readonly #policy: MergePolicy;
  readonly #mergeStepCost: number;
  readonly #readers = new Map<number, SegmentReader>();
  readonly #pending: PendingSegment[] = [];
  readonly #work: LoadedLater<SegmentWork>;
  /** Null until an article is given as it is read, and not as a segment that a worker built. */
  #builder: SegmentBuilder | null = null;
  #builderIds: ArticleId[] = [];
  readonly #replaced = new Set<ArticleId>();
  /** The greatest id that was ever seen here, null until it is asked for: a greater one is of a new article. */
  #maxArticle: number | null = null;
  #change: number;
  #merge: IncrementalMerge | null = null;
  #sweeping = true;
  #scrubbing = false;

  private constructor(db: Database, change: number, options: IndexCommitterOptions) {
    this.#db = db;
    this.#store = new SegmentStore(db);
    this.#change = change;
    this.#policy = options.mergePolicy ?? tieredMergePolicy();
    this.#mergeStepCost = options.mergeStepCost ?? 100_000;
    this.#work = options.work;
    this.#loadReaders();
  }

  /**
   * Opens the index in `db`, making it when the file is new. Throws `IndexUnusableError` for an index of another
   * version or analyser, or one that can't be read, and a `FailureError` where that is no fault of the index. What a
   * crash left of a merge is swept out by the first steps.
   */
  static open(db: Database, options: IndexCommitterOptions): IndexCommitter {
    return openIndexFile(db, options.analyser, (change) => new IndexCommitter(db, change, options));
  }

  /** The newest change that was committed. */
  get change(): number {
    return this.#change;
  }

  /** Settles when `add` and `check` can be called. */
  async ready(): Promise<void> {
    await this.#work.wait();
  }

  /** Takes an article in with the next commit; it replaces an earlier version. */
  add(id: ArticleId, fields: ArticleFields): void {
    this.#forget(id);
    this.#builder ??= this.#loaded().newBuilder();
    this.#builder.add(fields);
    this.#builderIds.push(id);
  }

  /** Takes in a segment that was built elsewhere; `ids` names the article of each document, -1 for one to be left out. */
  addSegment(encoded: EncodedSegment, ids: Int32Array): void {
    for (const id of ids) if (id >= 0) this.#forget(id as ArticleId);
    this.#pending.push({ ids, encoded });
  }

  remove(id: ArticleId): void {
    this.#forget(id);
  }

  /** Makes everything since the last commit durable and visible, in one transaction that records `change`. */
  commit(change: number): void {
    this.#endBuilder();
    inTransaction(this.#db, () => {
      this.#bury(this.#replaced);
      for (const { ids, encoded } of this.#pending) this.#writeSegment(encoded, ids);
      writeMeta(this.#db, 'change', change);
      countUp(this.#db, 'generation', 0);
    });
    this.#change = change;
    this.#pending.length = 0;
    this.#replaced.clear();
    this.#loadReaders();
  }

  /** One small step of tidying in the background; false when there is nothing to do. */
  mergeStep(): boolean {
    if (this.#sweeping) {
      this.#sweeping = sweepStep(this.#db, this.#merge === null ? [] : [this.#merge.id]);
      if (this.#sweeping) return true;
    }
    const chosen = this.#merge === null ? this.#policy.choose(this.#candidates()) : [];
    // Whoever makes steps lets other work run between them, such as the loading of this.
    if (chosen.length > 0 && this.#work.now() === null) return true;
    this.#merge ??= this.#beginMerge(chosen);
    if (this.#merge !== null) {
      this.#continueMerge(this.#merge);
      return true;
    }
    this.#scrubbing &&= scrubStep(this.#db);
    return this.#scrubbing;
  }

  /**
   * One small step of what pays only when nothing else is to be done: merges what `mergeStep` leaves into a few
   * segments, then gives free pages back to the disk. False when there is nothing to do.
   */
  restStep(): boolean {
    if (this.mergeStep()) return true;
    const chosen = segmentsToJoin(this.#candidates());
    if (chosen.length > 0 && this.#work.now() === null) return true;
    this.#merge = this.#beginMerge(chosen);
    return this.#merge !== null || trimStep(this.#db);
  }

  /** Has the steps that follow overwrite the free pages of the file, once nothing is left to be merged. */
  scrub(): void {
    this.#scrubbing = true;
  }

  /** One small step towards one segment without deleted articles and a file without free pages; false at the end. */
  optimizeStep(): boolean {
    if (this.#merge === null && !this.#sweeping) {
      const isWhole =
        this.#readers.size < 2 && [...this.#readers.values()].every(({ row }) => row.deleted === 0);
      if (isWhole) return trimStep(this.#db);
      if (this.#work.now() === null) return true;
      this.#merge = this.#beginMerge([...this.#readers.keys()]);
    }
    this.mergeStep();
    return true;
  }

  /** Reads everything and says what is wrong; nothing for a sound index. */
  check(): Said[] {
    const seen = new Set<number>();
    // What was read before says nothing of what is on the disk now.
    const store = new SegmentStore(this.#db);
    return [...this.#readers.values()].flatMap(({ row }) =>
      this.#loaded().problemsOf(new SegmentReader(store, row), seen),
    );
  }

  /** Ids of the live articles, in no order. */
  articles(): Uint32Array {
    const ids: number[] = [];
    for (const reader of this.#readers.values()) {
      reader.liveDocuments().forEach((document) => ids.push(reader.articles[document] ?? 0));
    }
    return Uint32Array.from(ids);
  }

  #loaded(): SegmentWork {
    const work = this.#work.now();
    if (work === null) throw new Error('an index takes articles in once it is ready');
    return work;
  }

  #candidates(): MergeCandidate[] {
    return [...this.#readers.values()].map(({ row, live }) => ({ ...row, live }));
  }

  #loadReaders(): void {
    const rows = this.#db.prepare<SegmentRow>('SELECT * FROM segments ORDER BY id').all();
    const before = new Map(this.#readers);
    this.#readers.clear();
    for (const row of rows) {
      this.#readers.set(row.id, new SegmentReader(this.#store, row, before.get(row.id)));
    }
  }

  /** Whatever is known of an article, committed or not, counts no more. */
  #forget(id: ArticleId): void {
    this.#maxArticle ??= Math.max(-1, ...[...this.#readers.values()].map((reader) => reader.maxArticle));
    if (id > this.#maxArticle) {
      this.#maxArticle = id;
      return;
    }
    this.#replaced.add(id);
    const own = this.#builderIds.indexOf(id);
    if (own >= 0) this.#builderIds[own] = -1 as ArticleId;
    for (const { ids } of this.#pending) {
      const at = ids.indexOf(id);
      if (at >= 0) ids[at] = -1;
    }
  }

  #endBuilder(): void {
    if (this.#builder === null || this.#builder.articles === 0) return;
    this.#pending.push({ ids: Int32Array.from(this.#builderIds), encoded: this.#builder.finish() });
    this.#builderIds = [];
  }

  /** Marks the articles as deleted wherever they are, and takes their lengths out of the statistics. */
  #bury(ids: Iterable<number>): void {
    const replaced = [...ids];
    for (const reader of this.#readers.values()) {
      const documents = replaced.flatMap((id) => {
        const document = reader.documentOf(id);
        return document !== null && reader.isLive(document) ? [document] : [];
      });
      if (documents.length > 0) this.#buryIn(reader, documents);
    }
  }

  #buryIn(reader: SegmentReader, documents: readonly number[]): void {
    const tombstones = reader.tombstones?.copy() ?? new BitSet(reader.row.articles);
    for (const document of documents) tombstones.add(document);
    setTombstones(this.#db, reader, tombstones);
  }

  #writeSegment(encoded: EncodedSegment, ids: Int32Array): void {
    const id = countUp(this.#db, 'next-segment', 1);
    const tables = new PartTables(this.#db, id);
    tables.putAll(encoded);
    tables.put(
      'columns',
      columnNumber('articles'),
      encodeColumn(Uint32Array.from(ids, (known) => Math.max(0, known))),
    );
    const unwanted = new BitSet(ids.length);
    for (const [document, known] of ids.entries()) if (known < 0) unwanted.add(document);
    insertSegment(this.#db, this.#store, { ...encoded, id }, unwanted);
  }

  #beginMerge(ids: readonly number[]): IncrementalMerge | null {
    const readers = ids.flatMap((id) => this.#readers.get(id) ?? []);
    return readers.length === 0 ? null : this.#loaded().newMerge(this.#db, this.#store, readers);
  }

  #continueMerge(merge: IncrementalMerge): void {
    if (merge.step(this.#mergeStepCost, (segment) => this.#readers.get(segment)?.tombstones ?? null)) return;
    this.#merge = null;
    this.#sweeping = true;
    this.#loadReaders();
  }
}

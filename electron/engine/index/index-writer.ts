import type { ArticleId } from '../../contract/ids.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import type { AnalysedArticle } from './analyse-article.ts';
import { BitSet } from './bit-set.ts';
import { indexFields } from './fields.ts';
import { IndexUnusableError, indexSchema, indexVersion } from './index-schema.ts';
import { dropSegment, readMeta, sweepSegments, writeFirstMeta } from './index-tables.ts';
import { tieredMergePolicy, type MergePolicy } from './merge-policy.ts';
import { buildSegment, type IndexedArticle } from './segment-builder.ts';
import { SegmentMerger } from './segment-merger.ts';
import { SegmentReader, type SegmentRow } from './segment-reader.ts';
import { SegmentStore } from './segment-store.ts';
import { SegmentWriter } from './segment-writer.ts';
import { messageOf } from '../../contract/failure.ts';

export type IndexWriterOptions = Readonly<{
  /** Of the analysis that makes the articles; an index made by another one is unusable. */
  analyser?: string;
  mergePolicy?: MergePolicy;
  /** How many terms a step of a merge takes. */
  mergeStepTerms?: number;
}>;

type Merge = Readonly<{ id: number; writer: SegmentWriter; merger: SegmentMerger }>;

/** The one writer of an index. Searchers see what it commits, when they look again. */
export class IndexWriter {
  readonly #db: Database;
  readonly #store: SegmentStore;
  readonly #policy: MergePolicy;
  readonly #mergeStepTerms: number;
  readonly #readers = new Map<number, SegmentReader>();
  readonly #buffer = new Map<ArticleId, AnalysedArticle | null>();
  #bufferedBytes = 0;
  #change: number;
  #merge: Merge | null = null;

  private constructor(db: Database, change: number, options: IndexWriterOptions) {
    this.#db = db;
    this.#store = new SegmentStore(db);
    this.#change = change;
    this.#policy = options.mergePolicy ?? tieredMergePolicy();
    this.#mergeStepTerms = options.mergeStepTerms ?? 1_000;
    this.#loadReaders();
  }

  /**
   * Opens the index in `db`, making it when the file is new. Throws `IndexUnusableError` for an index of another
   * version or analyser, or one that can't be read. What a crash left of an unfinished merge is swept out.
   */
  static open(db: Database, options: IndexWriterOptions = {}): IndexWriter {
    const analyser = options.analyser ?? extendedAnalysis.version;
    try {
      db.exec('PRAGMA secure_delete = ON');
      db.exec(indexSchema);
      const meta = readMeta(db);
      if (meta.size === 0) writeFirstMeta(db, analyser);
      else if (meta.get('version') !== indexVersion) {
        throw new IndexUnusableError(
          `it has version ${String(meta.get('version'))}, not ${String(indexVersion)}`,
        );
      } else if (meta.get('analyser') !== analyser) {
        throw new IndexUnusableError('its words were read by another version of the analyser');
      }
      sweepSegments(db);
      return new IndexWriter(db, Number(meta.get('change') ?? 0), options);
    } catch (error) {
      if (error instanceof IndexUnusableError) throw error;
      throw new IndexUnusableError(messageOf(error));
    }
  }

  /** The newest change that was committed. */
  get change(): number {
    return this.#change;
  }

  get bufferedBytes(): number {
    return this.#bufferedBytes;
  }

  get bufferedArticles(): number {
    return this.#buffer.size;
  }

  /** Takes an article in with the next commit; it replaces an earlier version. */
  add(id: ArticleId, analysed: AnalysedArticle): void {
    this.#buffer.set(id, analysed);
    this.#bufferedBytes += analysed.occurrences.byteLength;
  }

  remove(id: ArticleId): void {
    this.#buffer.set(id, null);
  }

  /** Makes everything since the last commit durable and visible, in one transaction that records `change`. */
  commit(change: number): void {
    const added: IndexedArticle[] = [];
    for (const [id, analysed] of this.#buffer) if (analysed !== null) added.push({ id, analysed });
    added.sort((a, b) => a.id - b.id);
    inTransaction(this.#db, () => {
      this.#bury([...this.#buffer.keys()]);
      if (added.length > 0) this.#writeSegment(added);
      this.#setMeta('change', change);
      this.#advanceGeneration();
    });
    this.#change = change;
    this.#buffer.clear();
    this.#bufferedBytes = 0;
    this.#loadReaders();
  }

  /** One small step of merging in the background; false when there is nothing to do. */
  mergeStep(): boolean {
    this.#merge ??= this.#beginMerge(this.#policy.choose([...this.#readers.values()].map(({ row }) => row)));
    if (this.#merge === null) return false;
    this.#continueMerge(this.#merge);
    return true;
  }

  /** Merges all segments into one, however long that takes. */
  optimize(): void {
    while (this.#merge !== null) this.#continueMerge(this.#merge);
    if (this.#readers.size < 2 && [...this.#readers.values()].every(({ row }) => row.deleted === 0)) return;
    this.#merge = this.#beginMerge([...this.#readers.keys()]);
    while (this.#merge !== null) this.#continueMerge(this.#merge);
  }

  /** Reads everything and says what is wrong; an empty list for a sound index. */
  check(): string[] {
    const problems: string[] = [];
    const seen = new Set<number>();
    for (const reader of this.#readers.values()) {
      try {
        reader.liveDocuments().forEach((document) => {
          const id = reader.articles[document] ?? -1;
          if (seen.has(id)) problems.push(`index.sqlite: article ${String(id)} is there twice`);
          seen.add(id);
        });
        const { words } = reader.termList();
        for (let number = 0; number < words.length; number += 1) {
          for (const entry of reader.termAt(number).postings) reader.postings(entry);
        }
        if (words.length !== reader.row.terms) throw new RangeError('terms are missing');
        reader.formList();
      } catch (error) {
        const reason = messageOf(error);
        problems.push(`index.sqlite: segment ${String(reader.row.id)}: ${reason}`);
      }
    }
    return problems;
  }

  /** Ids of the live articles, in no order. */
  articles(): Uint32Array {
    const ids: number[] = [];
    for (const reader of this.#readers.values()) {
      reader.liveDocuments().forEach((document) => ids.push(reader.articles[document] ?? 0));
    }
    return Uint32Array.from(ids);
  }

  #loadReaders(): void {
    const rows = this.#db.prepare<SegmentRow>('SELECT * FROM segments ORDER BY id').all();
    const before = new Map(this.#readers);
    this.#readers.clear();
    for (const row of rows)
      this.#readers.set(row.id, new SegmentReader(this.#store, row, before.get(row.id)));
  }

  /** Marks the articles as deleted wherever they are, and takes their lengths out of the statistics. */
  #bury(ids: readonly number[]): void {
    for (const reader of this.#readers.values()) {
      const documents: number[] = [];
      for (const id of ids) {
        const document = reader.documentOf(id);
        if (document !== null && reader.isLive(document)) documents.push(document);
      }
      if (documents.length > 0) this.#buryIn(reader, documents);
    }
  }

  #buryIn(reader: SegmentReader, documents: readonly number[]): void {
    const tombstones = reader.tombstones?.copy() ?? new BitSet(reader.row.articles);
    for (const document of documents) tombstones.add(document);
    const lengths = liveLengths(reader, tombstones);
    const deleted = tombstones.count();
    this.#db
      .prepare('UPDATE segments SET deleted = ?, live = ?, lengths = ?, tombstones = ? WHERE id = ?')
      .run(deleted, reader.row.articles - deleted, lengths, bytesOf(tombstones), reader.row.id);
  }

  #writeSegment(articles: readonly IndexedArticle[]): void {
    const id = this.#nextSegment();
    const writer = new SegmentWriter(this.#db, id);
    buildSegment(articles, writer);
    const lengths = indexFields.map((_, field) =>
      articles.reduce((sum, { analysed }) => sum + (analysed.fieldLengths[field] ?? 0), 0),
    );
    this.#insertSegment(id, articles.length, writer.finish(), Float64Array.from(lengths), null);
  }

  #insertSegment(
    id: number,
    articles: number,
    counts: ReturnType<SegmentWriter['finish']>,
    lengths: Float64Array,
    tombstones: BitSet | null,
  ): void {
    const deleted = tombstones?.count() ?? 0;
    this.#db
      .prepare(
        `INSERT INTO segments(id, articles, deleted, terms, forms, bytes, live, lengths, tombstones)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        articles,
        deleted,
        counts.terms,
        counts.forms,
        counts.bytes,
        articles - deleted,
        new Uint8Array(lengths.buffer),
        tombstones === null || deleted === 0 ? null : bytesOf(tombstones),
      );
  }

  #beginMerge(ids: readonly number[]): Merge | null {
    const readers = ids.flatMap((id) => this.#readers.get(id) ?? []);
    if (readers.length === 0) return null;
    const id = inTransaction(this.#db, () => this.#nextSegment());
    const writer = new SegmentWriter(this.#db, id);
    return { id, writer, merger: new SegmentMerger(readers, writer) };
  }

  #continueMerge(merge: Merge): void {
    const more = inTransaction(this.#db, () => {
      if (merge.merger.step(this.#mergeStepTerms)) return true;
      this.#finishMerge(merge);
      return false;
    });
    if (more) return;
    this.#merge = null;
    this.#loadReaders();
  }

  #finishMerge({ id, writer, merger }: Merge): void {
    const tombstones = merger.deletedSince((segment) => this.#readers.get(segment)?.tombstones ?? null);
    const counts = writer.finish();
    if (merger.articleCount > 0) {
      const row = { id, articles: merger.articleCount, ...counts, deleted: 0, live: 0 };
      const reader = new SegmentReader(this.#store, { ...row, lengths: new Uint8Array(), tombstones: null });
      const lengths = new Float64Array(liveLengths(reader, tombstones).buffer);
      this.#insertSegment(id, merger.articleCount, counts, lengths, tombstones);
    }
    for (const reader of merger.readers) dropSegment(this.#db, reader.row.id);
    this.#advanceGeneration();
  }

  #nextSegment(): number {
    const next = Number(readMeta(this.#db).get('next-segment') ?? 1);
    this.#setMeta('next-segment', next + 1);
    return next;
  }

  #advanceGeneration(): void {
    this.#setMeta('generation', Number(readMeta(this.#db).get('generation') ?? 0) + 1);
  }

  #setMeta(key: string, value: number): void {
    this.#db.prepare('INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)').run(key, value);
  }
}

function bytesOf(set: BitSet): Uint8Array {
  return new Uint8Array(set.words.slice().buffer);
}

function liveLengths(reader: SegmentReader, tombstones: BitSet): Uint8Array {
  const sums = new Float64Array(indexFields.length);
  for (const field of sums.keys()) {
    const lengths = reader.lengths(field);
    let sum = 0;
    for (let document = 0; document < lengths.length; document += 1) {
      if (!tombstones.has(document)) sum += lengths[document] as number;
    }
    sums[field] = sum;
  }
  return new Uint8Array(sums.buffer);
}

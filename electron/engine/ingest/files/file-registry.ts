import type { ChosenColumns } from '../../../contract/table-columns.ts';
import type { FileFailureCode, SkippedFiles } from '../../../contract/file-reports.ts';
import { sentence } from '../../../words/sentence.ts';
import { articleId, sourceId, type ArticleId, type SourceId } from '../../../contract/ids.ts';
import { rowsInSteps } from '../../rows-in-steps.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { yieldToEventLoop } from '../../concurrency/serial-queue.ts';
import type { Crash } from './crash-journal.ts';
import type { BlamedRecord } from './file-to-ingest.ts';
import { placeOf } from './record-place.ts';
import { HiddenLines } from '../../library/furniture/hidden-lines.ts';
import { ColumnChoices } from '../../library/sources/chosen-columns.ts';
import { ChosenEncodings, type ChosenEncoding } from '../../library/sources/chosen-encodings.ts';
import { isUnder } from '../../library/sources/source-paths.ts';
import { ArticleSetPages } from '../../library/article-sets/article-set-pages.ts';
import { unpackedIds, type PackedIds } from '../../library/article-sets/packed-ids.ts';
import { jsonOf } from '../../library/tags/tag-steps.ts';

/** Where a file was found before, and what it held. */
export type KnownLocation = Readonly<{
  id: number;
  source: SourceId;
  article: ArticleId;
  /** Hexadecimal. */
  sha256: string;
  size: number;
  modifiedMs: number;
  missing: boolean;
}>;

export type KnownFailure = Readonly<{ code: FileFailureCode; size: number; modifiedMs: number }>;

/** What is known of some paths; a path of which nothing is known is in none of them. */
export type KnownPaths = Readonly<{
  locations: ReadonlyMap<string, KnownLocation>;
  failures: ReadonlyMap<string, KnownFailure>;
  /** How often reading a file has ended the process. */
  crashes: ReadonlyMap<string, number>;
  /** Files of many records that were read to their end; of the size -1 where they have to be read again. */
  recordFiles: ReadonlyMap<string, KnownRecordFile>;
  /** Records that have ended the process twice. */
  fatalRecords: ReadonlyMap<string, readonly BlamedRecord[]>;
}>;

export type KnownRecordFile = Readonly<{
  source: SourceId;
  size: number;
  modifiedMs: number;
  records: number;
}>;

type LocationRow = Readonly<{
  path: string;
  id: number;
  source: number;
  article: number;
  sha256: Uint8Array;
  size: number;
  modifiedMs: number;
  missing: number;
}>;

const rowsAStep = 2000;

/** What the library knows of files and of the articles in them. */
export class FileRegistry {
  readonly #db: Database;
  readonly #locations: Statement<LocationRow>;
  readonly #failures: Statement<KnownFailure & Readonly<{ path: string }>>;
  readonly #crashes: Statement<{ path: string; times: number }>;
  readonly #recordFiles: Statement<KnownRecordFile & Readonly<{ path: string }>>;
  readonly #fatalRecords: Statement<{ path: string; place: number }>;
  readonly #bySha256: Statement<{ id: number; sha256: string }>;
  readonly #present: Statement<{ path: string; record: string }>;

  constructor(db: Database) {
    this.#db = db;
    this.#locations = db.prepare(
      `SELECT l.path, l.id, l.source, l.article, l.sha256, l.size, l.modified_ms AS modifiedMs, l.missing
       FROM json_each(?) j CROSS JOIN locations l ON l.path = j.value AND l.record = ''`,
    );
    this.#failures = db.prepare(
      `SELECT f.path, f.code, f.size, f.modified_ms AS modifiedMs
       FROM json_each(?) j CROSS JOIN failures f ON f.path = j.value AND f.record = ''`,
    );
    this.#crashes = db.prepare(
      'SELECT c.path, c.times FROM json_each(?) j CROSS JOIN crashes c ON c.path = j.value',
    );
    this.#recordFiles = db.prepare(
      `SELECT f.path, f.source, f.size, f.modified_ms AS modifiedMs, f.records
       FROM json_each(?) j CROSS JOIN record_files f ON f.path = j.value`,
    );
    this.#fatalRecords = db.prepare(
      'SELECT c.path, c.place FROM json_each(?) j CROSS JOIN record_crashes c ON c.path = j.value AND c.times >= 2',
    );
    this.#bySha256 = db.prepare(
      `SELECT a.id, j.value AS sha256 FROM json_each(?) j CROSS JOIN articles a ON a.sha256 = unhex(j.value)
       ORDER BY a.missing DESC, a.id DESC`,
    );
    this.#present = db.prepare('SELECT path, record FROM locations WHERE article = ? AND missing = 0');
  }

  /** What is known of these paths, looked up together: most of a first import is asked about in vain. */
  ofPaths(paths: readonly string[]): KnownPaths {
    const asked = JSON.stringify(paths);
    const locations = this.#locations.all(asked).map(
      (row) =>
        [
          row.path,
          {
            id: row.id,
            source: sourceId(row.source),
            article: articleId(row.article),
            sha256: Buffer.from(row.sha256).toString('hex'),
            size: row.size,
            modifiedMs: row.modifiedMs,
            missing: row.missing === 1,
          },
        ] as const,
    );
    return {
      locations: new Map(locations),
      failures: new Map(this.#failures.all(asked).map(({ path, ...failure }) => [path, failure])),
      crashes: new Map(this.#crashes.all(asked).map(({ path, times }) => [path, times])),
      recordFiles: new Map(this.#recordFiles.all(asked).map(({ path, ...file }) => [path, file])),
      fatalRecords: this.#fatalOf(asked),
    };
  }

  #fatalOf(asked: string): ReadonlyMap<string, readonly BlamedRecord[]> {
    const fatal = new Map<string, BlamedRecord[]>();
    for (const { path, place } of this.#fatalRecords.all(asked)) {
      const blamed = { place, code: 'crashed', reason: sentence('file.ended-program') } as const;
      fatal.set(path, [...(fatal.get(path) ?? []), blamed]);
    }
    return fatal;
  }

  /** Articles by their bytes; of several with the same ones a present one. */
  articlesOf(sha256s: readonly string[]): ReadonlyMap<string, ArticleId> {
    const rows = this.#bySha256.all(JSON.stringify(sha256s));
    return new Map(rows.map(({ sha256, id }) => [sha256, articleId(id)]));
  }

  /** Places at which the article is present, see `placeOf`. */
  placesOf(article: ArticleId): string[] {
    return this.#present.all(article).map(({ path, record }) => placeOf(path, record));
  }

  /** Lines that people chose to be furniture in a source. */
  hiddenLines(source: SourceId): readonly string[] {
    return new HiddenLines(this.#db).of(source);
  }

  /** What people chose for files and folders. */
  chosenColumns(source: SourceId): readonly ChosenColumns[] {
    return new ColumnChoices(this.#db).of(source);
  }

  chosenEncodings(): readonly ChosenEncoding[] {
    return new ChosenEncodings(this.#db).all();
  }

  /** Ids of later locations are greater. */
  lastLocation(): number {
    const row = this.#db.prepare<{ last: number | null }>('SELECT max(id) AS last FROM locations').get();
    return row?.last ?? 0;
  }

  /** Present locations of a source up to `last` that `isGone` says have vanished; in steps, so that others can write. */
  async vanished(
    source: SourceId,
    last: number,
    isGone: (id: number, path: string) => boolean,
  ): Promise<number[]> {
    // The plus keeps SQLite from its index of sources, in which it would sort the whole source for every step.
    const next = this.#db.prepare<{ id: number; path: string }>(
      'SELECT id, path FROM locations WHERE id > ? AND id <= ? AND +source = ? AND missing = 0 ORDER BY id LIMIT ?',
    );
    const gone: number[] = [];
    const steps = rowsInSteps(
      (at: { id: number } | null) => next.all(at?.id ?? 0, last, source, rowsAStep),
      (row, before) => row.id > before.id,
    );
    for (const rows of steps) {
      for (const { id, path } of rows) if (isGone(id, path)) gone.push(id);
      await yieldToEventLoop();
    }
    return gone;
  }

  /**
   * Marks locations as missing, and the articles that are nowhere else. Returns how many articles became missing.
   * Others wait meanwhile, about 4 µs for each: very many are better given a few thousand at a time.
   */
  markMissing(locations: readonly number[]): number {
    if (locations.length === 0) return 0;
    const ids = JSON.stringify(locations);
    return inTransaction(this.#db, () => {
      this.#db
        .prepare('UPDATE locations SET missing = 1 WHERE id IN (SELECT value FROM json_each(?))')
        .run(ids);
      // What comes back as it was is read again: a record of it may have been missing before the file was.
      this.#db
        .prepare(
          `UPDATE record_files SET size = -1, modified_ms = -1 WHERE path IN
             (SELECT path FROM locations WHERE id IN (SELECT value FROM json_each(?)) AND record <> '')`,
        )
        .run(ids);
      const marked = this.#db
        .prepare(
          `UPDATE articles SET missing = 1 WHERE missing = 0
           AND id IN (SELECT article FROM locations WHERE id IN (SELECT value FROM json_each(?)))
           AND NOT EXISTS (SELECT 1 FROM locations l WHERE l.article = articles.id AND l.missing = 0)`,
        )
        .run(ids);
      return Number(marked.changes);
    });
  }

  /**
   * Forgets the vanished locations of articles that were found at a new one: they have moved.
   * Returns how many articles that are.
   */
  settleMoves(found: ReadonlySet<ArticleId>): number {
    if (found.size === 0) return 0;
    return inTransaction(this.#db, () => {
      const moved = unpackedIds(
        this.#db.prepare<PackedIds>(
          `SELECT group_concat(DISTINCT l.article) AS ids FROM json_each(?) j
           CROSS JOIN locations l ON l.article = j.value AND l.missing = 1`,
        ),
        jsonOf(Uint32Array.from(found)),
      );
      if (moved.length === 0) return 0;
      this.#db
        .prepare('DELETE FROM locations WHERE missing = 1 AND article IN (SELECT value FROM json_each(?))')
        .run(jsonOf(moved));
      new ArticleSetPages(this.#db, 'source').refresh(moved);
      return moved.length;
    });
  }

  /** Forgets failures of files and records under `root` that were not met again. */
  dropFailures(source: SourceId, root: string, isMet: (path: string, record: string) => boolean): void {
    const rows = this.#db
      .prepare<{ id: number; path: string; record: string }>(
        'SELECT id, path, record FROM failures WHERE source = ?',
      )
      .all(source);
    const gone = rows
      .filter(({ path, record }) => isUnder(path, root) && !isMet(path, record))
      .map(({ id }) => id);
    this.#db
      .prepare('DELETE FROM failures WHERE id IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(gone));
  }

  /** Notes what a whole scan of a source has met and not read. */
  setSkipped(source: SourceId, skipped: readonly SkippedFiles[]): void {
    inTransaction(this.#db, () => {
      this.#db.prepare('DELETE FROM skipped_files WHERE source = ?').run(source);
      const insert = this.#db.prepare('INSERT INTO skipped_files (source, kind, files) VALUES (?, ?, ?)');
      for (const { kind, files } of skipped) insert.run(source, kind, files);
    });
  }

  /** Gives files that ended the process another chance. */
  forgiveCrashes(paths: readonly string[]): void {
    for (const table of ['crashes', 'record_crashes'] as const)
      this.#db
        .prepare(`DELETE FROM ${table} WHERE path IN (SELECT value FROM json_each(?))`)
        .run(JSON.stringify(paths));
    this.#db
      .prepare(
        'UPDATE record_files SET size = -1, modified_ms = -1 WHERE path IN (SELECT value FROM json_each(?))',
      )
      .run(JSON.stringify(paths));
  }

  /** Counts an end of the process against a file, or a record of it. */
  countCrash({ path, place }: Crash): void {
    if (place !== null) {
      this.#db
        .prepare(
          `INSERT INTO record_crashes (path, place, times) VALUES (?, ?, 1)
           ON CONFLICT (path, place) DO UPDATE SET times = times + 1`,
        )
        .run(path, place);
      return;
    }
    this.#db
      .prepare(
        'INSERT INTO crashes (path, times) VALUES (?, 1) ON CONFLICT (path) DO UPDATE SET times = times + 1',
      )
      .run(path);
  }
}

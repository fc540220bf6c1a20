import type { FailureCodeOfFile } from '../../contract/archive-api.ts';
import { articleId, sourceId, type ArticleId, type SourceId } from '../../contract/ids.ts';
import { inTransaction, type Database, type Statement } from '../sqlite.ts';
import { breathe } from '../library/turns.ts';
import { isUnder } from './crawl.ts';
import { MemberPages } from '../library/member-pages.ts';
import { unpackedIds, type PackedIds } from '../library/packed-ids.ts';
import { jsonOf } from '../library/tag-steps.ts';

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

export type KnownFailure = Readonly<{ code: FailureCodeOfFile; size: number; modifiedMs: number }>;

type LocationRow = Readonly<{
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
export class KnownFiles {
  readonly #db: Database;
  readonly #location: Statement<LocationRow>;
  readonly #failure: Statement<KnownFailure>;
  readonly #crashes: Statement<{ times: number }>;
  readonly #bySha256: Statement<{ id: number }>;
  readonly #present: Statement<{ path: string }>;

  constructor(db: Database) {
    this.#db = db;
    this.#location = db.prepare(
      `SELECT id, source, article, sha256, size, modified_ms AS modifiedMs, missing
       FROM locations WHERE path = ? AND record = ''`,
    );
    this.#failure = db.prepare('SELECT code, size, modified_ms AS modifiedMs FROM failures WHERE path = ?');
    this.#crashes = db.prepare('SELECT times FROM crashes WHERE path = ?');
    this.#bySha256 = db.prepare('SELECT id FROM articles WHERE sha256 = ? ORDER BY missing, id LIMIT 1');
    this.#present = db.prepare('SELECT path FROM locations WHERE article = ? AND missing = 0');
  }

  location(path: string): KnownLocation | null {
    const row = this.#location.get(path);
    if (row === undefined) return null;
    return {
      ...row,
      source: sourceId(row.source),
      article: articleId(row.article),
      sha256: Buffer.from(row.sha256).toString('hex'),
      missing: row.missing === 1,
    };
  }

  failure(path: string): KnownFailure | null {
    return this.#failure.get(path) ?? null;
  }

  /** How often reading this file has ended the process. */
  crashes(path: string): number {
    return this.#crashes.get(path)?.times ?? 0;
  }

  /** An article with these bytes, a present one first. */
  articleOf(sha256: string): ArticleId | null {
    const row = this.#bySha256.get(Buffer.from(sha256, 'hex'));
    return row === undefined ? null : articleId(row.id);
  }

  /** Paths at which the article is present. */
  pathsOf(article: ArticleId): string[] {
    return this.#present.all(article).map(({ path }) => path);
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
    let at = 0;
    for (;;) {
      const rows = next.all(at, last, source, rowsAStep);
      for (const { id, path } of rows) if (isGone(id, path)) gone.push(id);
      at = rows.at(-1)?.id ?? last;
      if (rows.length < rowsAStep) return gone;
      await breathe();
    }
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
      new MemberPages(this.#db, 'source').refresh(moved);
      return moved.length;
    });
  }

  /** Forgets failures of files under `root` that were not met again. */
  dropFailures(source: SourceId, root: string, met: ReadonlySet<string>): void {
    const rows = this.#db
      .prepare<{ id: number; path: string }>('SELECT id, path FROM failures WHERE source = ?')
      .all(source);
    const gone = rows.filter(({ path }) => isUnder(path, root) && !met.has(path)).map(({ id }) => id);
    this.#db
      .prepare('DELETE FROM failures WHERE id IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(gone));
  }

  /** Gives files that ended the process another chance. */
  forgiveCrashes(paths: readonly string[]): void {
    this.#db
      .prepare('DELETE FROM crashes WHERE path IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(paths));
  }

  /** Counts an end of the process against a file. */
  countCrash(path: string): void {
    this.#db
      .prepare(
        'INSERT INTO crashes (path, times) VALUES (?, 1) ON CONFLICT (path) DO UPDATE SET times = times + 1',
      )
      .run(path);
  }
}

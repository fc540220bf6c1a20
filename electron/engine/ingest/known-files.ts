import type { FailureCodeOfFile } from '../../contract/archive-api.ts';
import { articleId, sourceId, type ArticleId, type SourceId } from '../../contract/ids.ts';
import { inTransaction, type Database, type Statement } from '../sqlite.ts';
import { breathe } from '../concurrency/serial-queue.ts';
import { isUnder } from '../library/sources/source-paths.ts';
import { MemberPages } from '../library/members/member-pages.ts';
import { unpackedIds, type PackedIds } from '../library/members/packed-ids.ts';
import { jsonOf } from '../library/tags/tag-steps.ts';

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

/** What is known of some paths; a path of which nothing is known is in none of them. */
export type KnownPaths = Readonly<{
  locations: ReadonlyMap<string, KnownLocation>;
  failures: ReadonlyMap<string, KnownFailure>;
  /** How often reading a file has ended the process. */
  crashes: ReadonlyMap<string, number>;
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
export class KnownFiles {
  readonly #db: Database;
  readonly #locations: Statement<LocationRow>;
  readonly #failures: Statement<KnownFailure & Readonly<{ path: string }>>;
  readonly #crashes: Statement<{ path: string; times: number }>;
  readonly #bySha256: Statement<{ id: number; sha256: string }>;
  readonly #present: Statement<{ path: string }>;

  constructor(db: Database) {
    this.#db = db;
    this.#locations = db.prepare(
      `SELECT l.path, l.id, l.source, l.article, l.sha256, l.size, l.modified_ms AS modifiedMs, l.missing
       FROM json_each(?) j CROSS JOIN locations l ON l.path = j.value AND l.record = ''`,
    );
    this.#failures = db.prepare(
      `SELECT f.path, f.code, f.size, f.modified_ms AS modifiedMs
       FROM json_each(?) j CROSS JOIN failures f ON f.path = j.value`,
    );
    this.#crashes = db.prepare(
      'SELECT c.path, c.times FROM json_each(?) j CROSS JOIN crashes c ON c.path = j.value',
    );
    this.#bySha256 = db.prepare(
      `SELECT a.id, j.value AS sha256 FROM json_each(?) j CROSS JOIN articles a ON a.sha256 = unhex(j.value)
       ORDER BY a.missing DESC, a.id DESC`,
    );
    this.#present = db.prepare('SELECT path FROM locations WHERE article = ? AND missing = 0');
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
    };
  }

  /** Articles by their bytes; of several with the same ones a present one. */
  articlesOf(sha256s: readonly string[]): ReadonlyMap<string, ArticleId> {
    const rows = this.#bySha256.all(JSON.stringify(sha256s));
    return new Map(rows.map(({ sha256, id }) => [sha256, articleId(id)]));
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

import { FailureError } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import { articleId, sourceId, type ArticleId, type SourceId } from '../../../contract/ids.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import { isUnder } from './source-paths.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import { ArticleSetPages, type ArticleSetKind } from '../article-sets/article-set-pages.ts';
import { relocateEncodings } from './relocated-encodings.ts';
import { forgetRecordFiles } from './record-file-rows.ts';
import { ArticleSets } from '../article-sets/article-sets.ts';
import { jsonOf } from '../tags/tag-steps.ts';
import { unpackedIds, type PackedIds } from '../article-sets/packed-ids.ts';

export type SourceRow = Readonly<{ id: SourceId; path: string }>;

/** What leaves the library with a source. */
export type SourceImpact = Readonly<{ articles: number; tagged: number; noted: number }>;

/** Notes that every source there is has to be scanned again. Belongs into the transaction that makes it so. */
export function requireScans(library: Database, nowMs: number): void {
  library.prepare(`INSERT OR REPLACE INTO meta VALUES ('owedSinceMs', ?)`).run(Math.floor(nowMs));
}

/**
 * Folders and files that are imported. One may lie in another: a path belongs to the innermost source that it
 * lies in, so that no file is ever counted twice.
 */
export class Sources {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  all(): SourceRow[] {
    return this.#db
      .prepare<{ id: number; path: string }>('SELECT id, path FROM sources ORDER BY id')
      .all()
      .map(({ id, path }) => ({ id: sourceId(id), path }));
  }

  get(id: SourceId): SourceRow {
    const row = this.all().find((source) => source.id === id);
    if (row === undefined) {
      throw new FailureError({ code: 'not-found', message: sentence('trouble.source-gone') });
    }
    return row;
  }

  /** The innermost source that holds `path`, `path` itself included. */
  holding(path: string): SourceRow | null {
    const holding = this.all().filter((source) => isUnder(path, source.path));
    return holding.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
  }

  /** The same; fails with `not-found` for what is in no source. */
  surelyHolding(path: string): SourceRow {
    const source = this.holding(path);
    if (source !== null) return source;
    throw new FailureError({ code: 'not-found', message: sentence('trouble.in-no-source', { path }) });
  }

  /** Paths of the sources that lie in `source`. */
  nestedIn(source: SourceRow): Set<string> {
    const nested = this.all().filter(({ id, path }) => id !== source.id && isUnder(path, source.path));
    return new Set(nested.map(({ path }) => path));
  }

  add(path: string, nowMs: number): SourceRow {
    const inserted = this.#db
      .prepare('INSERT INTO sources (path, added_at_ms) VALUES (?, ?)')
      .run(path, nowMs);
    return { id: sourceId(Number(inserted.lastInsertRowid)), path };
  }

  /**
   * Whether the source at `path` is known to be a single file: it is an article itself, or failed in a way in which no folder does.
   */
  isFile(path: string): boolean {
    const known = this.#db
      .prepare(
        `SELECT 1 FROM locations WHERE path = ?1 UNION ALL
         SELECT 1 FROM failures WHERE path = ?1 AND code NOT IN ('unreadable', 'link-loop')`,
      )
      .get(path);
    return known !== undefined;
  }

  isAway(id: SourceId): boolean {
    return this.#db.prepare('SELECT 1 FROM sources WHERE id = ? AND away = 1').get(id) !== undefined;
  }

  setAway(id: SourceId, away: boolean): boolean {
    const set = this.#db
      .prepare('UPDATE sources SET away = ?1 WHERE id = ?2 AND away <> ?1')
      .run(away ? 1 : 0, id);
    return Number(set.changes) > 0;
  }

  setScanned(id: SourceId, nowMs: number): void {
    this.#db.prepare('UPDATE sources SET scanned_at_ms = ? WHERE id = ?').run(nowMs, id);
  }

  /** Sources that were not scanned to the end since `requireScans` was called; the library may have been closed between. */
  pendingScans(): SourceId[] {
    return this.#db
      .prepare<{ id: number }>(
        `SELECT s.id FROM sources s JOIN meta ON key = 'owedSinceMs'
         WHERE coalesce(scanned_at_ms, added_at_ms) <= value ORDER BY s.id`,
      )
      .all()
      .map(({ id }) => sourceId(id));
  }

  /** The source that keeps a source's files when it is removed: the one around it. */
  #around(source: SourceRow): SourceRow | null {
    const around = this.all().filter(({ id, path }) => id !== source.id && isUnder(source.path, path));
    return around.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
  }

  removalImpact(id: SourceId): SourceImpact {
    const taken = this.#onlyIn(id);
    const tagged = this.#sets('tag').union(null);
    const noted = BitSet.of(
      unpackedIds(this.#db.prepare<PackedIds>('SELECT group_concat(DISTINCT article) AS ids FROM notes')),
    );
    return {
      articles: taken.count(),
      tagged: tagged.intersect(taken).count(),
      noted: noted.intersect(taken).count(),
    };
  }

  /** Articles that only this source holds, ascending; none when another source lies around it. */
  articlesOnlyIn(id: SourceId): ArticleId[] {
    return Array.from(this.#onlyIn(id).toArray(), articleId);
  }

  #onlyIn(id: SourceId): BitSet {
    if (this.#around(this.get(id)) !== null) return new BitSet(0);
    const sets = this.#sets('source');
    const others = new Set<number>(this.all().map((source) => source.id));
    others.delete(id);
    return sets.union(new Set([id])).subtract(sets.union(others));
  }

  /** Read for one question: these are rare, and the sets are large. */
  #sets(kind: ArticleSetKind): ArticleSets {
    const sets = new ArticleSets(this.#db, kind);
    sets.refresh();
    return sets;
  }

  /** Forgets the source and where its files are. Its own articles have to be removed before. */
  remove(id: SourceId): void {
    const around = this.#around(this.get(id));
    inTransaction(this.#db, () => {
      const articles = unpackedIds(
        this.#db.prepare<PackedIds>('SELECT group_concat(article) AS ids FROM locations WHERE source = ?'),
        id,
      );
      if (around !== null) {
        this.#db.prepare('UPDATE locations SET source = ? WHERE source = ?').run(around.id, id);
        this.#db.prepare('UPDATE failures SET source = ? WHERE source = ?').run(around.id, id);
        this.#db.prepare('UPDATE record_files SET source = ? WHERE source = ?').run(around.id, id);
        this.#takeColumns(id, around.id);
      }
      this.#db.prepare('DELETE FROM sources WHERE id = ?').run(id);
      this.#db
        .prepare(
          `UPDATE articles SET missing = 1 WHERE id IN (SELECT value FROM json_each(?)) AND missing = 0
           AND NOT EXISTS (SELECT 1 FROM locations l WHERE l.article = articles.id AND l.missing = 0)`,
        )
        .run(jsonOf(articles));
      new ArticleSetPages(this.#db, 'source').refresh(articles);
    });
  }

  /**
   * The files of a source are under `to` from now on: that is its path, or that of a source which is there already and takes
   * them over. Returns the source that holds them. Fails with `bad-request` for a folder inside another source.
   */
  relocate(id: SourceId, to: string): SourceId {
    const { path: from } = this.get(id);
    const nested = this.nestedIn({ id, path: from });
    const holding = this.holding(to);
    if (holding !== null && holding.id !== id && holding.path !== to) {
      const message = sentence('trouble.in-a-source', { path: to, source: holding.path });
      throw new FailureError({ code: 'bad-request', message });
    }
    const into = holding?.path === to ? holding.id : id;
    inTransaction(this.#db, () => {
      const articles = unpackedIds(
        this.#db.prepare<PackedIds>('SELECT group_concat(article) AS ids FROM locations WHERE source = ?'),
        id,
      );
      for (const table of ['locations', 'failures', 'record_files']) {
        // What is known at the new place already is right as it is.
        this.#db
          .prepare(
            `UPDATE OR IGNORE ${table} SET source = ?1, path = ?2 || substr(path, length(?3) + 1) WHERE source = ?4`,
          )
          .run(into, to, from, id);
      }
      relocateEncodings(this.#db, from, to, nested);
      if (into !== id) this.#takeColumns(id, into);
      if (into === id) this.#db.prepare('UPDATE sources SET path = ?, away = 0 WHERE id = ?').run(to, id);
      new ArticleSetPages(this.#db, 'source').refresh(articles);
    });
    if (into !== id) this.remove(id);
    return into;
  }

  /** What was chosen there already counts. */
  #takeColumns(from: SourceId, to: SourceId): void {
    this.#db.prepare('UPDATE OR IGNORE chosen_columns SET source = ? WHERE source = ?').run(to, from);
  }

  failuresOf(ids: readonly number[]): Readonly<{ source: SourceId; path: string }>[] {
    return this.#db
      .prepare<{ source: number; path: string }>(
        `SELECT DISTINCT source, path FROM failures WHERE ?1 = '[]' OR id IN (SELECT value FROM json_each(?1)) ORDER BY path`,
      )
      .all(JSON.stringify(ids))
      .map(({ source, path }) => ({ source: sourceId(source), path }));
  }
}

/** Has the files of these articles read again by the scans that every source is owed from now on. */
export function forgetTimes(library: Database, articles: readonly ArticleId[], nowMs: number): void {
  inTransaction(library, () => {
    library
      .prepare(
        'UPDATE locations SET size = -1, modified_ms = -1 WHERE article IN (SELECT value FROM json_each(?))',
      )
      .run(JSON.stringify(articles));
    forgetRecordFiles(library, JSON.stringify(articles));
    requireScans(library, nowMs);
  });
}

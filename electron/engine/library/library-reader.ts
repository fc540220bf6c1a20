import type {
  FailureCodeOfFile,
  FileFailure,
  Location,
  Note,
  Source,
  Tag,
  TagColour,
} from '../../contract/archive-api.ts';
import {
  articleId,
  failureId,
  noteId,
  sourceId,
  tagId,
  type ArticleId,
  type SourceId,
} from '../../contract/ids.ts';
import type { Database, SqlValue, Statement } from '../sqlite.ts';
import { foldTagName } from './tag-name.ts';

/** What a list shows of an article besides its text. */
export type ArticleCard = Readonly<{
  /** Absolute path of the file, or of one of them; a present one where there is one. */
  path: string;
  tags: readonly string[];
  notes: number;
  missing: boolean;
  /** Hexadecimal. */
  sha256: string;
  encoding: string;
}>;

/** Two columns of equal length. */
export type TagPairs = Readonly<{ articles: Uint32Array; tags: Uint32Array }>;
export type SourcePairs = Readonly<{ articles: Uint32Array; sources: Uint32Array }>;

export type LibraryCounts = Readonly<{
  articles: number;
  missing: number;
  sources: number;
  failed: number;
  tags: number;
  notes: number;
}>;

type IdRow = Readonly<{ id: number }>;
type CardRow = Readonly<{
  id: number;
  path: string | null;
  tags: string | null;
  notes: number;
  missing: number;
  sha256: Uint8Array;
  encoding: string;
}>;

const articlesOfCards = `
  SELECT a.id, a.missing, a.sha256, a.encoding,
    (SELECT l.path FROM locations l JOIN sources s ON s.id = l.source WHERE l.article = a.id
      ORDER BY l.missing, s.away, l.path LIMIT 1) AS path,
    (SELECT json_group_array(t.name ORDER BY t.folded) FROM article_tags x JOIN tags t ON t.id = x.tag
      WHERE x.article = a.id) AS tags,
    (SELECT count(*) FROM notes WHERE article = a.id) AS notes
  FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))`;

/** Reads `library.sqlite`. Lists of ids are ascending. */
export class LibraryReader {
  readonly #db: Database;
  readonly #cards: Statement<CardRow>;
  readonly #revision: Statement<{ data_version: number }>;

  constructor(db: Database) {
    this.#db = db;
    this.#cards = db.prepare(articlesOfCards);
    this.#revision = db.prepare('PRAGMA data_version');
  }

  /** Articles with the tag or one nested in it: `a` takes in `a/b`. Case does not matter. */
  articleIdsTagged(name: string): Uint32Array {
    const folded = foldTagName(name);
    return this.#ids(
      `SELECT DISTINCT article AS id FROM article_tags
       WHERE tag IN (SELECT id FROM tags WHERE folded = ?1 OR substr(folded, 1, length(?1) + 1) = ?1 || '/')
       ORDER BY article`,
      folded,
    );
  }

  articleIdsInSource(source: SourceId): Uint32Array {
    return this.#ids(
      'SELECT DISTINCT article AS id FROM locations WHERE source = ? ORDER BY article',
      source,
    );
  }

  /** Articles of which a path holds `text`, in any case. */
  articleIdsUnderPath(text: string): Uint32Array {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    return this.#ids(
      `SELECT DISTINCT article AS id FROM locations WHERE path LIKE ? ESCAPE '\\' ORDER BY article`,
      pattern,
    );
  }

  articleIds(): Uint32Array {
    return this.#ids('SELECT id FROM articles ORDER BY id');
  }

  /** Articles of which every file has vanished. */
  missingIds(): Uint32Array {
    return this.#ids('SELECT id FROM articles WHERE missing = 1 ORDER BY id');
  }

  tagPairs(): TagPairs {
    const rows = this.#pairs('SELECT article AS a, tag AS b FROM article_tags ORDER BY tag, article');
    return { articles: rows.a, tags: rows.b };
  }

  sourcePairs(): SourcePairs {
    const rows = this.#pairs(
      'SELECT DISTINCT article AS a, source AS b FROM locations ORDER BY source, article',
    );
    return { articles: rows.a, sources: rows.b };
  }

  tags(): Tag[] {
    return this.#db
      .prepare<{ id: number; name: string; colour: string; articles: number }>(
        `SELECT id, name, colour, (SELECT count(*) FROM article_tags WHERE tag = tags.id) AS articles
         FROM tags ORDER BY folded`,
      )
      .all()
      .map((row) => ({ ...row, id: tagId(row.id), colour: row.colour as TagColour }));
  }

  sources(): Source[] {
    return this.#db
      .prepare<{
        id: number;
        path: string;
        articles: number;
        missing: number;
        failed: number;
        scannedAtMs: number | null;
        away: number;
      }>(
        `SELECT id, path, scanned_at_ms AS scannedAtMs, away,
           (SELECT count(DISTINCT article) FROM locations WHERE source = sources.id) AS articles,
           (SELECT count(DISTINCT l.article) FROM locations l JOIN articles a ON a.id = l.article
             WHERE l.source = sources.id AND a.missing = 1) AS missing,
           (SELECT count(*) FROM failures WHERE source = sources.id) AS failed
         FROM sources ORDER BY path`,
      )
      .all()
      .map((row) => ({ ...row, id: sourceId(row.id), away: row.away === 1 }));
  }

  cards(ids: readonly ArticleId[]): Map<ArticleId, ArticleCard> {
    const cards = new Map<ArticleId, ArticleCard>();
    for (const row of this.#cards.all(JSON.stringify(ids))) {
      cards.set(articleId(row.id), {
        path: row.path ?? '',
        tags: JSON.parse(row.tags ?? '[]') as string[],
        notes: row.notes,
        missing: row.missing === 1,
        sha256: Buffer.from(row.sha256).toString('hex'),
        encoding: row.encoding,
      });
    }
    return cards;
  }

  /** Present ones first, those of a source that is away behind those within reach. */
  locations(id: ArticleId): Location[] {
    return this.#db
      .prepare<{ source: number; path: string; record: string; missing: number }>(
        `SELECT l.source, l.path, l.record, l.missing FROM locations l JOIN sources s ON s.id = l.source
         WHERE l.article = ? ORDER BY l.missing, s.away, l.path`,
      )
      .all(id)
      .map(({ source, path, record, missing }) => ({
        source: sourceId(source),
        path,
        record: record === '' ? null : record,
        missing: missing === 1,
      }));
  }

  /** Oldest first. */
  notes(id: ArticleId): Note[] {
    return this.#db
      .prepare<{ id: number; text: string; createdAtMs: number; changedAtMs: number }>(
        `SELECT id, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs
         FROM notes WHERE article = ? ORDER BY id`,
      )
      .all(id)
      .map((row) => ({ ...row, id: noteId(row.id), article: id }));
  }

  failures(offset: number, limit: number): Readonly<{ total: number; failures: readonly FileFailure[] }> {
    const failures = this.#db
      .prepare<{ id: number; path: string; code: string; reason: string; atMs: number }>(
        'SELECT id, path, code, reason, at_ms AS atMs FROM failures ORDER BY path LIMIT ? OFFSET ?',
      )
      .all(limit, offset)
      .map((row) => ({ ...row, id: failureId(row.id), code: row.code as FailureCodeOfFile }));
    return { total: this.counts().failed, failures };
  }

  counts(): LibraryCounts {
    const none = { articles: 0, missing: 0, sources: 0, failed: 0, tags: 0, notes: 0 };
    const row = this.#db
      .prepare<LibraryCounts>(
        `SELECT (SELECT count(*) FROM articles) AS articles,
           (SELECT count(*) FROM articles WHERE missing = 1) AS missing,
           (SELECT count(*) FROM sources) AS sources,
           (SELECT count(*) FROM failures) AS failed,
           (SELECT count(*) FROM tags) AS tags,
           (SELECT count(*) FROM notes) AS notes`,
      )
      .get();
    return { ...none, ...row };
  }

  /** Changes with every commit of another connection; a number to compare, cheap to ask for. */
  revision(): number {
    return this.#revision.get()?.data_version ?? 0;
  }

  #ids(sql: string, ...values: SqlValue[]): Uint32Array {
    return Uint32Array.from(this.#db.prepare<IdRow>(sql).all(...values), ({ id }) => id);
  }

  #pairs(sql: string): { a: Uint32Array; b: Uint32Array } {
    const rows = this.#db.prepare<{ a: number; b: number }>(sql).all();
    return { a: Uint32Array.from(rows, ({ a }) => a), b: Uint32Array.from(rows, ({ b }) => b) };
  }
}

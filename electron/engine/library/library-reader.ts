import type {
  FailureCodeOfFile,
  FileFailure,
  Location,
  Note,
  Source,
  Tag,
  TagColour,
} from '../../contract/archive-api.ts';
import { articleId, failureId, noteId, sourceId, tagId, type ArticleId } from '../../contract/ids.ts';
import type { Database, Statement } from '../sqlite.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { pageArticles } from './members/member-page.ts';
import { MemberSets } from './members/member-sets.ts';
import { unpackedIds, type PackedIds } from './members/packed-ids.ts';
import { foldTagName } from './tags/tag-name.ts';

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

export type LibraryCounts = Readonly<{
  articles: number;
  missing: number;
  sources: number;
  failed: number;
  tags: number;
  notes: number;
}>;

type CardRow = Readonly<{
  id: number;
  path: string | null;
  tags: string | null;
  notes: number;
  missing: number;
  sha256: Uint8Array;
  encoding: string;
}>;

/** Where all sources are within reach, the index of locations holds them in the order that is wanted. */
const articlesOfCards = `
  SELECT a.id, a.missing, a.sha256, a.encoding,
    CASE WHEN EXISTS (SELECT 1 FROM sources WHERE away = 1)
      THEN (SELECT l.path FROM locations l JOIN sources s ON s.id = l.source WHERE l.article = a.id
        ORDER BY l.missing, s.away, l.path LIMIT 1)
      ELSE (SELECT path FROM locations WHERE article = a.id ORDER BY missing, path LIMIT 1) END AS path,
    (SELECT json_group_array(t.name ORDER BY t.folded) FROM article_tags x JOIN tags t ON t.id = x.tag
      WHERE x.article = a.id) AS tags,
    (SELECT count(*) FROM notes WHERE article = a.id) AS notes
  FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))`;

const articlesAtPath = `
  SELECT group_concat(article) AS ids FROM (
    SELECT DISTINCT article FROM locations INDEXED BY locations_by_article
    WHERE article BETWEEN ?2 AND ?3 AND path LIKE ?1 ESCAPE '\\')`;

/** Reads `library.sqlite`. Lists of ids are ascending. */
export class LibraryReader {
  /** As they were at their last `refresh`. */
  readonly tagSets: MemberSets;
  readonly sourceSets: MemberSets;
  readonly #db: Database;
  readonly #cards: Statement<CardRow>;
  readonly #revision: Statement<{ data_version: number }>;
  readonly #atPath: Statement<PackedIds>;
  readonly #tagNames: Statement<{ id: number; name: string }>;

  constructor(db: Database) {
    this.#db = db;
    this.tagSets = new MemberSets(db, 'tag');
    this.sourceSets = new MemberSets(db, 'source');
    this.#cards = db.prepare(articlesOfCards);
    this.#revision = db.prepare('PRAGMA data_version');
    this.#atPath = db.prepare(articlesAtPath);
    this.#tagNames = db.prepare(
      'SELECT id, name FROM tags WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded',
    );
  }

  /** Articles with the tag or one nested in it: `a` takes in `a/b`. Case does not matter. */
  articleIdsTagged(name: string): Uint32Array {
    this.tagSets.refresh();
    return this.tagSets.union(this.tagIds([name], true)).toArray();
  }

  /** Ids of tags by name, in any case; with `nested`, of the tags inside them too. Names of no tag are passed over. */
  tagIds(names: readonly string[], nested: boolean): Set<number> {
    const inside = nested ? `OR (t.folded >= j.value || '/' AND t.folded < j.value || '0')` : '';
    const { ids } = this.#db
      .prepare<PackedIds>(
        `SELECT group_concat(t.id) AS ids FROM json_each(?) j JOIN tags t ON t.folded = j.value ${inside}`,
      )
      .get(JSON.stringify(names.map(foldTagName))) ?? { ids: null };
    return new Set(ids === null ? [] : ids.split(',').map(Number));
  }

  /** Names of tags in the order of the alphabet. Ids of no tag are passed over. */
  tagNames(ids: Iterable<number>): Readonly<{ id: number; name: string }>[] {
    return this.#tagNames.all(JSON.stringify([...ids]));
  }

  /** Every tag as it is written and as it is compared. */
  tagSpellings(): Readonly<{ name: string; folded: string }>[] {
    return this.#db.prepare<{ name: string; folded: string }>('SELECT name, folded FROM tags').all();
  }

  sourcePaths(): string[] {
    return this.#db
      .prepare<{ path: string }>('SELECT path FROM sources')
      .all()
      .map(({ path }) => path);
  }

  /** Changes with every act on tags. */
  tagActs(): number {
    return this.#meta('tagActs');
  }

  /** Articles of which a path holds `text`, in any case; with `page`, of that page of ids alone. */
  articleIdsUnderPath(text: string, page: number | null = null): Uint32Array {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const first = (page ?? 0) * pageArticles;
    const last = page === null ? Number.MAX_SAFE_INTEGER : first + pageArticles - 1;
    return unpackedIds(this.#atPath, pattern, first, last);
  }

  articleIds(): Uint32Array {
    return this.#ids('SELECT group_concat(id) AS ids FROM (SELECT id FROM articles ORDER BY id)');
  }

  /** Articles of which every file has vanished. */
  missingIds(): Uint32Array {
    return this.#ids(
      'SELECT group_concat(id) AS ids FROM (SELECT id FROM articles WHERE missing = 1 ORDER BY id)',
    );
  }

  tags(): Tag[] {
    this.tagSets.refresh();
    const articles = this.tagSets.counts(null);
    return this.#db
      .prepare<{ id: number; name: string; colour: string }>(
        'SELECT id, name, colour FROM tags ORDER BY folded',
      )
      .all()
      .map(({ id, name, colour }) => ({
        id: tagId(id),
        name,
        colour: colour as TagColour,
        articles: articles[id] ?? 0,
      }));
  }

  sources(): Source[] {
    this.sourceSets.refresh();
    const articles = this.sourceSets.counts(null);
    const missing = this.sourceSets.counts(BitSet.of(this.missingIds()));
    return this.#db
      .prepare<{ id: number; path: string; failed: number; scannedAtMs: number | null; away: number }>(
        `SELECT id, path, scanned_at_ms AS scannedAtMs, away,
           (SELECT count(*) FROM failures WHERE source = sources.id) AS failed
         FROM sources ORDER BY path`,
      )
      .all()
      .map((row) => ({
        ...row,
        id: sourceId(row.id),
        articles: articles[row.id] ?? 0,
        missing: missing[row.id] ?? 0,
        away: row.away === 1,
      }));
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
    const none = { missing: 0, sources: 0, failed: 0, tags: 0, notes: 0 };
    const row = this.#db
      .prepare<Omit<LibraryCounts, 'articles'>>(
        `SELECT (SELECT count(*) FROM articles WHERE missing = 1) AS missing,
           (SELECT count(*) FROM sources) AS sources,
           (SELECT count(*) FROM failures) AS failed,
           (SELECT count(*) FROM tags) AS tags,
           (SELECT count(*) FROM notes) AS notes`,
      )
      .get();
    return { ...none, ...row, articles: this.#meta('articles') };
  }

  /** Changes with every commit of another connection; a number to compare, cheap to ask for. */
  revision(): number {
    return this.#revision.get()?.data_version ?? 0;
  }

  #meta(key: string): number {
    return this.#db.prepare<{ value: number }>('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? 0;
  }

  #ids(sql: string): Uint32Array {
    return unpackedIds(this.#db.prepare<PackedIds>(sql));
  }
}

import type { ArticleLocation, RemovalImpact, Source, Tag, TagColour } from '../../contract/archive-api.ts';
import type { Note } from '../../contract/note.ts';
import { readingStates, type ReadingState } from '../../contract/read-states.ts';
import type { FileFailureCode, FileFailure } from '../../contract/file-reports.ts';
import { articleId, failureId, sourceId, tagId, type ArticleId } from '../../contract/ids.ts';
import type { Database, Statement } from '../sqlite.ts';
import { BitSet } from '../index/bytes/bit-set.ts';
import { ArticleSets } from './article-sets/article-sets.ts';
import { unpackedIds, type PackedIds } from './article-sets/packed-ids.ts';
import { AnnotationReader } from './highlights/annotation-reader.ts';
import { Corrections } from './corrections/stored-corrections.ts';
import { articlesOfCards } from './article-queries.ts';
import { ArticlePlaces } from './places/article-places.ts';
import { SearchShelf } from './searches/search-shelf.ts';
import { removalImpact } from './removal/removal-impact.ts';
import { ArticlesAtPath, type PathAsked } from './sources/articles-at-path.ts';
import { ChosenEncodings, type ChosenEncoding } from './sources/chosen-encodings.ts';
import { listSources } from './sources/source-list.ts';
import { foldTagName } from './tags/tag-name.ts';
import { saidOf } from './stored-said.ts';

/** What a list shows of an article besides its text. */
export type ArticleCard = Readonly<{
  /** Absolute path of the file, or of one of them; a present one where there is one. */
  path: string;
  tags: readonly string[];
  notes: number;
  highlights: number;
  states: readonly ReadingState[];
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
  highlights: number;
  read: number;
  excluded: number;
  queued: number;
  missing: number;
  sha256: Uint8Array;
  encoding: string;
}>;

/** Reads `library.sqlite`. Lists of ids are ascending. */
export class LibraryReader {
  /** As they were at their last `refresh`. */
  readonly tagSets: ArticleSets;
  readonly sourceSets: ArticleSets;
  readonly annotations: AnnotationReader;
  readonly corrections: Corrections;
  readonly places: ArticlePlaces;
  readonly searches: SearchShelf;
  readonly #db: Database;
  readonly #cards: Statement<CardRow>;
  readonly #revision: Statement<{ data_version: number }>;
  readonly #atPath: ArticlesAtPath;
  readonly #tagNames: Statement<{ id: number; name: string }>;

  constructor(db: Database) {
    this.#db = db;
    this.annotations = new AnnotationReader(db);
    this.corrections = new Corrections(db);
    this.places = new ArticlePlaces(db);
    this.searches = new SearchShelf(db);
    this.tagSets = new ArticleSets(db, 'tag');
    this.sourceSets = new ArticleSets(db, 'source');
    this.#cards = db.prepare(articlesOfCards);
    this.#revision = db.prepare('PRAGMA data_version');
    this.#atPath = new ArticlesAtPath(db);
    this.#tagNames = db.prepare(
      'SELECT id, name FROM tags WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded',
    );
  }

  /** What would leave the library with these articles. */
  removalImpact(ids: Uint32Array | readonly ArticleId[]): RemovalImpact {
    return removalImpact(this.#db, ids);
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

  sourcePathsById(): ReadonlyMap<number, string> {
    const rows = this.#db.prepare<{ id: number; path: string }>('SELECT id, path FROM sources').all();
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** Changes with every act on tags. */
  tagActs(): number {
    return this.#meta('tagActs');
  }

  /** Articles with a path that is asked for, in any case; with `page`, of that page of ids alone. */
  articleIdsAtPath(asked: PathAsked, page: number | null = null): Uint32Array {
    return this.#atPath.articles(asked, page);
  }

  /** Formats of the files of many records. */
  recordFormats(): string[] {
    return this.#db
      .prepare<{ format: string }>('SELECT DISTINCT format FROM record_files')
      .all()
      .map(({ format }) => format);
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
    const counts = {
      articles: this.sourceSets.counts(null),
      missing: this.sourceSets.counts(BitSet.of(this.missingIds())),
    };
    return listSources(this.#db, counts);
  }

  /** What people chose for files and folders. */
  chosenEncodings(): readonly ChosenEncoding[] {
    return new ChosenEncodings(this.#db).all();
  }

  cards(ids: readonly ArticleId[]): Map<ArticleId, ArticleCard> {
    const cards = new Map<ArticleId, ArticleCard>();
    for (const row of this.#cards.all(JSON.stringify(ids))) {
      cards.set(articleId(row.id), {
        path: row.path ?? '',
        tags: JSON.parse(row.tags ?? '[]') as string[],
        notes: row.notes,
        highlights: row.highlights,
        states: readingStates.filter((_, nth) => [row.read, row.excluded, row.queued][nth] === 1),
        missing: row.missing === 1,
        sha256: Buffer.from(row.sha256).toString('hex'),
        encoding: row.encoding,
      });
    }
    return cards;
  }

  /** What its file files an article under. */
  labels(id: ArticleId): readonly string[] {
    return this.#db
      .prepare<{ label: string }>('SELECT label FROM labels WHERE article = ? ORDER BY place, label')
      .all(id)
      .map(({ label }) => label);
  }

  /** Present ones first, those of a source that is away behind those within reach. */
  locations(id: ArticleId): ArticleLocation[] {
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
    return this.annotations.notes(id);
  }

  failures(offset: number, limit: number): Readonly<{ total: number; failures: readonly FileFailure[] }> {
    const failures = this.#db
      .prepare<{
        id: number;
        path: string;
        record: string | null;
        code: string;
        reason: string;
        atMs: number;
      }>(
        `SELECT id, path, nullif(record, '') AS record, code, reason, at_ms AS atMs FROM failures
         ORDER BY path, id LIMIT ? OFFSET ?`,
      )
      .all(limit, offset)
      .map((row) => ({
        ...row,
        id: failureId(row.id),
        code: row.code as FileFailureCode,
        reason: saidOf(row.reason),
      }));
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

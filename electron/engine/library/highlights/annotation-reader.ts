import type { AnnotationFilter, AnnotationOrder } from '../../../contract/highlights.ts';
import { articleId, noteId, type ArticleId } from '../../../contract/ids.ts';
import type { Note } from '../../../contract/note.ts';
import type { ReadingState, TextAnchor } from '../../../contract/read-states.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { unpackedIds, type PackedIds } from '../article-sets/packed-ids.ts';
import type { HighlightRow } from '../checksums.ts';
import { readingPlace } from './reading-places.ts';
import { highlightColumns } from './highlight-rows.ts';

/** A row of the list of all notes and highlights, by its kind and id. */
export type AnnotationKey = Readonly<{ kind: 'note' | 'highlight'; id: number; article: number }>;

/** `within`: ids of the articles that are meant; null for all. */
export type AnnotationsAsked = Readonly<{
  filter: AnnotationFilter;
  order: AnnotationOrder;
  within: Uint32Array | null;
  offset: number;
  limit: number;
}>;

const stateColumn: Readonly<Record<ReadingState, string>> = {
  read: 'read_at_ms',
  excluded: 'excluded_at_ms',
  queued: 'queue_place',
};

const dayMs = 86_400_000;
const noteColumns = 'id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs';

/** Reads what people wrote on articles and marked in them. */
export class AnnotationReader {
  readonly #db: Database;
  readonly #notes: Statement<Omit<Note, 'id'> & { id: number }>;
  readonly #highlights: Statement<HighlightRow>;

  constructor(db: Database) {
    this.#db = db;
    this.#notes = db.prepare(`SELECT ${noteColumns} FROM notes WHERE article = ? ORDER BY id`);
    this.#highlights = db.prepare(
      `SELECT ${highlightColumns} FROM highlights WHERE article = ? ORDER BY start, id`,
    );
  }

  /** Oldest first. */
  notes(article: ArticleId): Note[] {
    return this.#notes.all(article).map((row) => ({ ...row, id: noteId(row.id), article }));
  }

  highlights(article: ArticleId): HighlightRow[] {
    return this.#highlights.all(article);
  }

  /** Every note, on an article or a passage of it; those of an article together. */
  noteTexts(): Readonly<{ article: number; text: string }>[] {
    return this.#db
      .prepare<{ article: number; text: string }>(
        `SELECT article, text FROM (SELECT article, 0 AS kind, id, text FROM notes
           UNION ALL SELECT article, 1, id, note FROM highlights WHERE note <> '') ORDER BY article, kind, id`,
      )
      .all();
  }

  /** Changes with every note that is written, changed or deleted. */
  notesVersion(): string {
    const versions = ['notes', 'highlights'].map((table) =>
      this.#db
        .prepare<object>(`SELECT count(*), max(id), total(changed_at_ms), total(id) FROM ${table}`)
        .get(),
    );
    return JSON.stringify(versions);
  }

  /** Articles with a note, on them or on a passage. */
  noted(): BitSet {
    return this.#articles(`SELECT article FROM notes UNION SELECT article FROM highlights WHERE note <> ''`);
  }

  highlighted(): BitSet {
    return this.#articles('SELECT DISTINCT article FROM highlights');
  }

  inState(state: ReadingState): BitSet {
    return this.#articles(`SELECT article FROM reading_states WHERE ${stateColumn[state]} IS NOT NULL`);
  }

  /** Where a person was in an article. */
  place(article: ArticleId): TextAnchor | null {
    return readingPlace(this.#db, article);
  }

  /** In its order. */
  queue(): ArticleId[] {
    return this.#db
      .prepare<{ article: number }>(
        'SELECT article FROM reading_states WHERE queue_place IS NOT NULL ORDER BY queue_place, article',
      )
      .all()
      .map(({ article }) => articleId(article));
  }

  /** Notes and highlights that pass the filter; `tags` are the ids of those that its names mean. */
  list(
    { filter, order, within, offset, limit }: AnnotationsAsked,
    tags: ReadonlySet<number> | null,
  ): Readonly<{ total: number; keys: readonly AnnotationKey[] }> {
    const { colours, sources, from, to, text } = filter;
    const rows = `SELECT 'highlight' AS kind, id, article, changed_at_ms AS at, start FROM highlights
        WHERE (?1 = '[]' OR colour IN (SELECT value FROM json_each(?1)))
          AND (?6 = '' OR instr(lower(note || char(10) || exact), ?6) > 0)
      UNION ALL SELECT 'note', id, article, changed_at_ms, -1 FROM notes
        WHERE ?1 = '[]' AND (?6 = '' OR instr(lower(text), ?6) > 0)`;
    const passing = `FROM (${rows}) a WHERE at >= ?2 AND at < ?3
      AND (?4 IS NULL OR EXISTS (SELECT 1 FROM article_tags t WHERE t.article = a.article
        AND t.tag IN (SELECT value FROM json_each(?4))))
      AND (?5 = '[]' OR EXISTS (SELECT 1 FROM locations l WHERE l.article = a.article
        AND l.source IN (SELECT value FROM json_each(?5))))
      AND (?7 IS NULL OR a.article IN (SELECT value FROM json_each(?7)))`;
    const inOrder = order === 'newest' ? 'at DESC, kind, id DESC' : 'article, start, kind, id';
    const values = [
      JSON.stringify(colours),
      from === null ? -Infinity : Date.parse(from),
      to === null ? Infinity : Date.parse(to) + dayMs,
      tags === null ? null : JSON.stringify([...tags]),
      JSON.stringify(sources),
      text.toLowerCase(),
      within === null ? null : JSON.stringify([...within]),
    ];
    const keys = this.#db
      .prepare<AnnotationKey>(`SELECT kind, id, article ${passing} ORDER BY ${inOrder} LIMIT ?8 OFFSET ?9`)
      .all(...values, limit, offset);
    const counted = this.#db.prepare<{ total: number }>(`SELECT count(*) AS total ${passing}`).get(...values);
    return { total: counted?.total ?? 0, keys };
  }

  #articles(sql: string): BitSet {
    return BitSet.of(
      unpackedIds(this.#db.prepare<PackedIds>(`SELECT group_concat(article) AS ids FROM (${sql})`)),
    );
  }
}

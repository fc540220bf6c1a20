import type { ArticleId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { annotationsOf, type ArticleAnnotations } from '../highlights/copy-annotations.ts';

type KeptLocation = Readonly<{
  id: number;
  source: number;
  path: string;
  record: string;
  position: number;
  sha256: string;
  size: number;
  modifiedMs: number;
  missing: number;
  /** Absent in what an earlier version removed. */
  format?: string;
}>;
type KeptNote = Readonly<{ text: string; createdAtMs: number; changedAtMs: number }>;
type KeptCorrection = Readonly<{ field: string; value: string; was: string; atMs: number }>;
type Kept = Readonly<{ sha256: string; encoding: string; missing: number }>;

/** All that `library.sqlite` says of an article, as it was before the article was removed. */
export type RemovedArticle = Kept &
  Readonly<{
    article: ArticleId;
    locations: readonly KeptLocation[];
    tags: readonly number[];
    notes: readonly KeptNote[];
    corrections: readonly KeptCorrection[];
    /** Absent in what an earlier version removed. */
    labels?: readonly string[];
    /** Absent in what an earlier version removed. */
    annotations?: ArticleAnnotations;
  }>;

/** Reads articles that are about to be removed. */
export class ArticlesToRemove {
  readonly #library: Database;
  readonly #article: Statement<Kept>;
  readonly #locations: Statement<KeptLocation>;
  readonly #tags: Statement<{ tag: number }>;
  readonly #notes: Statement<KeptNote>;
  readonly #corrections: Statement<KeptCorrection>;
  readonly #labels: Statement<{ label: string }>;

  constructor(library: Database) {
    this.#library = library;
    this.#article = library.prepare(
      'SELECT hex(sha256) AS sha256, encoding, missing FROM articles WHERE id = ?',
    );
    this.#locations = library.prepare(
      `SELECT id, source, path, record, position, hex(sha256) AS sha256, size, modified_ms AS modifiedMs, missing, format
       FROM locations WHERE article = ? ORDER BY id`,
    );
    this.#tags = library.prepare('SELECT tag FROM article_tags WHERE article = ?');
    this.#notes = library.prepare(
      'SELECT text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs FROM notes WHERE article = ? ORDER BY id',
    );
    this.#corrections = library.prepare(
      'SELECT field, value, was, at_ms AS atMs FROM corrections WHERE article = ?',
    );
    this.#labels = library.prepare('SELECT label FROM labels WHERE article = ? ORDER BY place');
  }

  /** Null for one that is not there. */
  read(article: ArticleId): RemovedArticle | null {
    const kept = this.#article.get(article);
    if (kept === undefined) return null;
    return {
      article,
      ...kept,
      locations: this.#locations.all(article),
      tags: this.#tags.all(article).map(({ tag }) => tag),
      notes: this.#notes.all(article),
      corrections: this.#corrections.all(article),
      labels: this.#labels.all(article).map(({ label }) => label),
      annotations: annotationsOf(this.#library, article),
    };
  }
}

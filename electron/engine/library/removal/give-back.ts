import { articleId, type ArticleId } from '../../../contract/ids.ts';
import type { Database, Statement } from '../../sqlite.ts';
import type { ApplyCorrections } from '../corrections/apply-corrections.ts';
import { putAnnotations } from '../highlights/copy-annotations.ts';
import { insertNote } from '../notes.ts';
import { Labels } from '../sources/labels.ts';
import type { RemovedArticle } from './removed-article.ts';

export type GiveBackOperation = Readonly<{ op: 'giveBack'; removed: RemovedArticle }>;

/** What commits do to take a removal back, in their transactions. */
export class GiveBack {
  readonly #db: Database;
  readonly #corrections: ApplyCorrections;
  readonly #article: Statement<object>;
  readonly #isRemoved: Statement<object>;
  readonly #holder: Statement<{ article: number }>;
  readonly #location: Statement<object>;
  readonly #tag: Statement<object>;
  readonly #labels: Labels;

  constructor(db: Database, corrections: ApplyCorrections) {
    this.#db = db;
    this.#corrections = corrections;
    this.#labels = new Labels(db);
    this.#article = db.prepare(
      'INSERT INTO articles (id, sha256, encoding, missing, change) VALUES (?, ?, ?, ?, ?)',
    );
    this.#isRemoved = db.prepare('DELETE FROM removals WHERE article = ?');
    this.#holder = db.prepare('SELECT article FROM locations WHERE path = ? AND record = ?');
    // What was read there since is another reading of the same file: its next scan looks again.
    this.#location = db.prepare(
      `INSERT INTO locations (id, source, path, record, position, sha256, size, modified_ms, missing, article, format)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE EXISTS (SELECT 1 FROM sources WHERE id = ?2)
       ON CONFLICT (path, record) DO UPDATE SET article = excluded.article, sha256 = excluded.sha256,
         size = -1, modified_ms = -1`,
    );
    this.#tag = db.prepare(
      'INSERT OR IGNORE INTO article_tags (tag, article) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM tags WHERE id = ?1)',
    );
  }

  /** Returns the articles that its locations belonged to meanwhile. */
  apply(change: number, removed: RemovedArticle): ArticleId[] {
    const { article, sha256, encoding, missing, locations, tags, notes, corrections, labels = [] } = removed;
    this.#article.run(article, Buffer.from(sha256, 'hex'), encoding, missing, change);
    this.#isRemoved.run(article);
    const holders: ArticleId[] = [];
    for (const { id, source, path, record, position, ...file } of locations) {
      const holder = this.#holder.get(path, record);
      if (holder !== undefined) holders.push(articleId(holder.article));
      const bytes = Buffer.from(file.sha256, 'hex');
      this.#location.run(
        ...[id, source, path, record, position, bytes],
        ...[file.size, file.modifiedMs, file.missing, article, file.format ?? ''],
      );
    }
    for (const tag of tags) this.#tag.run(tag, article);
    for (const note of notes) insertNote(this.#db, { ...note, article });
    for (const { atMs, ...row } of corrections) this.#corrections.write({ ...row, article }, atMs, change);
    if (removed.annotations !== undefined) putAnnotations(this.#db, removed.annotations);
    this.#labels.apply({ op: 'label', article, labels, replaces: true });
    return holders;
  }
}

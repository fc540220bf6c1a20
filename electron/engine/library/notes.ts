import type { Note } from '../../contract/archive-api.ts';
import { FailureError } from '../../contract/failure.ts';
import { articleId, noteId, type ArticleId, type NoteId } from '../../contract/ids.ts';
import type { Database } from '../sqlite.ts';

/** Notes on articles. */
export class Notes {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(article: ArticleId, text: string, nowMs: number): Note {
    if (this.#db.prepare('SELECT 1 FROM articles WHERE id = ?').get(article) === undefined) {
      throw new FailureError({
        code: 'article-missing',
        message: 'This article is not there any more.',
        id: article,
      });
    }
    const inserted = this.#db
      .prepare('INSERT INTO notes (article, text, created_at_ms, changed_at_ms) VALUES (?, ?, ?, ?)')
      .run(article, text, nowMs, nowMs);
    const id = noteId(Number(inserted.lastInsertRowid));
    return { id, article, text, createdAtMs: nowMs, changedAtMs: nowMs };
  }

  edit(id: NoteId, text: string, nowMs: number): Note {
    this.#db.prepare('UPDATE notes SET text = ?, changed_at_ms = ? WHERE id = ?').run(text, nowMs, id);
    const row = this.#db
      .prepare<{ article: number; createdAtMs: number }>(
        'SELECT article, created_at_ms AS createdAtMs FROM notes WHERE id = ?',
      )
      .get(id);
    if (row === undefined) {
      throw new FailureError({ code: 'not-found', message: 'This note is not there any more.' });
    }
    return { id, article: articleId(row.article), text, createdAtMs: row.createdAtMs, changedAtMs: nowMs };
  }

  /** Deleting a note that is gone already is done. */
  delete(id: NoteId): void {
    this.#db.prepare('DELETE FROM notes WHERE id = ?').run(id);
  }
}

import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import type { Note } from '../../contract/note.ts';
import { articleId, noteId, type ArticleId, type NoteId } from '../../contract/ids.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { checksumOfNote, type NoteRow } from './checksums.ts';
import { storable } from './storable.ts';

/** Belongs into a transaction: the checksum is of the id too. Returns the id. */
export function insertNote(db: Database, note: Omit<NoteRow, 'id'>): number {
  const { article, text, createdAtMs, changedAtMs } = note;
  const inserted = db
    .prepare('INSERT INTO notes (article, text, created_at_ms, changed_at_ms, crc) VALUES (?, ?, ?, ?, 0)')
    .run(article, text, createdAtMs, changedAtMs);
  const id = Number(inserted.lastInsertRowid);
  db.prepare('UPDATE notes SET crc = ? WHERE id = ?').run(checksumOfNote({ ...note, id }), id);
  return id;
}

/** Notes on articles. */
export class Notes {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(article: ArticleId, written: string, nowMs: number): Note {
    const text = storable(written);
    if (this.#db.prepare('SELECT 1 FROM articles WHERE id = ?').get(article) === undefined) {
      throw new FailureError({
        code: 'article-missing',
        message: sentence('trouble.article-gone'),
        id: article,
      });
    }
    return inTransaction(this.#db, () => {
      const id = noteId(insertNote(this.#db, { article, text, createdAtMs: nowMs, changedAtMs: nowMs }));
      return { id, article, text, createdAtMs: nowMs, changedAtMs: nowMs };
    });
  }

  edit(id: NoteId, written: string, nowMs: number): Note {
    const text = storable(written);
    const row = this.#db
      .prepare<{ article: number; createdAtMs: number }>(
        'SELECT article, created_at_ms AS createdAtMs FROM notes WHERE id = ?',
      )
      .get(id);
    if (row === undefined) {
      throw new FailureError({ code: 'not-found', message: sentence('trouble.note-gone') });
    }
    const note = {
      id,
      article: articleId(row.article),
      text,
      createdAtMs: row.createdAtMs,
      changedAtMs: nowMs,
    };
    this.#db
      .prepare('UPDATE notes SET text = ?, changed_at_ms = ?, crc = ? WHERE id = ?')
      .run(text, nowMs, checksumOfNote(note), id);
    return note;
  }

  /** Deleting a note that is gone already is done. */
  delete(id: NoteId): void {
    this.#db.prepare('DELETE FROM notes WHERE id = ?').run(id);
  }
}

import { FailureError } from '../../contract/failure.ts';
import { articleId, noteId, type ArticleId, type NoteId } from '../../contract/ids.ts';
import type { Note } from '../../contract/note.ts';
import { sentence } from '../../words/sentence.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import type { NoteRow } from './checksums.ts';
import type { AnnotationActs } from './highlights/annotation-acts.ts';
import { insertNote, NoteRows } from './notes.ts';
import { openingOf } from './opening-words.ts';
import { storable } from './storable.ts';

/** What a person writes on articles, as acts that can be taken back. */
export class NoteWriter {
  readonly #db: Database;
  readonly #acts: AnnotationActs;
  readonly #rows: NoteRows;

  constructor(db: Database, acts: AnnotationActs) {
    this.#db = db;
    this.#acts = acts;
    this.#rows = new NoteRows(db);
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
      const row = { article, text, createdAtMs: nowMs, changedAtMs: nowMs };
      const after = { ...row, id: insertNote(this.#db, row) };
      this.#note('deed.add-note', null, after);
      return noteOf(after);
    });
  }

  edit(id: NoteId, written: string, nowMs: number): Note {
    const text = storable(written);
    return inTransaction(this.#db, () => {
      const before = this.#rows.of(id);
      if (before === undefined)
        throw new FailureError({ code: 'not-found', message: sentence('trouble.note-gone') });
      const after = { ...before, text, changedAtMs: nowMs };
      this.#rows.put(after);
      this.#note('deed.edit-note', before, after);
      return noteOf(after);
    });
  }

  /** Deleting a note that is gone already is done. */
  delete(id: NoteId): void {
    inTransaction(this.#db, () => {
      const before = this.#rows.of(id);
      if (before === undefined) return;
      this.#rows.delete(id);
      this.#note('deed.delete-note', before, null);
    });
  }

  #note(
    deed: 'deed.add-note' | 'deed.edit-note' | 'deed.delete-note',
    before: NoteRow | null,
    after: NoteRow | null,
  ): void {
    const text = openingOf((after ?? before)?.text ?? '');
    this.#acts.note(sentence(deed, { text }), 1, { notes: [{ before, after }] });
  }
}

function noteOf(row: NoteRow): Note {
  return { ...row, id: noteId(row.id), article: articleId(row.article) };
}

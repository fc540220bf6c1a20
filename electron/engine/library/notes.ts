import type { Database } from '../sqlite.ts';
import { checksumOfNote, type NoteRow } from './checksums.ts';

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

/** Writes notes as they were. */
export class NoteRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** An article that is gone takes none. */
  put(row: NoteRow): void {
    const { id, article, text, createdAtMs, changedAtMs } = row;
    this.#db
      .prepare(
        `INSERT OR REPLACE INTO notes (id, article, text, created_at_ms, changed_at_ms, crc)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?2)`,
      )
      .run(id, article, text, createdAtMs, changedAtMs, checksumOfNote(row));
  }

  of(id: number): NoteRow | undefined {
    return this.#db
      .prepare<NoteRow>(
        `SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs
         FROM notes WHERE id = ?`,
      )
      .get(id);
  }

  delete(id: number): void {
    this.#db.prepare('DELETE FROM notes WHERE id = ?').run(id);
  }
}

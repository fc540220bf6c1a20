import { inTheSameCase } from './tags-in-one-case.ts';
import { ArticleSetPages } from '../article-sets/article-set-pages.ts';
import { checksumOfNote, checksumOfStep, checksumOfTag, type NoteRow, type StepRow } from '../checksums.ts';
import type { Database } from '../../sqlite.ts';
import { newLibraryId, setLibraryId } from './library-id.ts';
import type { Migration } from './migrate.ts';

/** To which library a file belongs, a checksum for whatever people wrote, and names of tags compared by full case folding. */
export const libraryVersion3: Migration = {
  version: 3,
  sql: `
    ALTER TABLE tags ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE notes ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE tag_steps ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;
    DROP TABLE source_pages;
    DROP TABLE tag_pages;
    CREATE TABLE source_pages (
      page INTEGER PRIMARY KEY, revision INTEGER NOT NULL, members BLOB NOT NULL, crc INTEGER NOT NULL
    );
    CREATE INDEX source_pages_by_revision ON source_pages (revision);
    CREATE TABLE tag_pages (
      page INTEGER PRIMARY KEY, revision INTEGER NOT NULL, members BLOB NOT NULL, crc INTEGER NOT NULL
    );
    CREATE INDEX tag_pages_by_revision ON tag_pages (revision);
  `,
  fill: (db) => {
    setLibraryId(db, newLibraryId());
    const notices = inTheSameCase(db);
    addChecksums(db);
    new ArticleSetPages(db, 'source').refreshAll();
    new ArticleSetPages(db, 'tag').refreshAll();
    return notices;
  },
};

function addChecksums(db: Database): void {
  const setTag = db.prepare('UPDATE tags SET crc = ? WHERE id = ?');
  for (const tag of db.prepare<{ id: number; name: string; colour: string }>('SELECT * FROM tags').all())
    setTag.run(checksumOfTag(tag), tag.id);
  const setNote = db.prepare('UPDATE notes SET crc = ? WHERE id = ?');
  const notes = db.prepare<NoteRow>(
    'SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs FROM notes',
  );
  for (const note of notes.all()) setNote.run(checksumOfNote(note), note.id);
  const setStep = db.prepare('UPDATE tag_steps SET crc = ? WHERE act = ? AND number = ?');
  // One act after the other: an act on many articles is large.
  const steps = db.prepare<StepRow>('SELECT act, number, step, articles FROM tag_steps WHERE act = ?');
  for (const { id } of db.prepare<{ id: number }>('SELECT id FROM tag_acts').all())
    for (const step of steps.all(id)) setStep.run(checksumOfStep(step), step.act, step.number);
}

import { inTransaction, openDatabase, type Database } from '../sqlite.ts';
import {
  checksumOfHighlight,
  checksumOfNote,
  checksumOfReadingState,
  checksumOfSearch,
  checksumOfTag,
  type HighlightRow,
  type NoteRow,
  type ReadingStateRow,
  type SearchRow,
  type TagRow,
} from './checksums.ts';
import { listBackups } from './files/backup.ts';
import { forgetAnnotationActs } from './highlights/annotation-acts.ts';
import { highlightColumns, HighlightRows } from './highlights/highlight-rows.ts';
import { ReadingStateRows, stateColumns } from './highlights/reading-state-rows.ts';
import { forgetActs } from './tags/forget-acts.ts';
import { foldTagName } from './tags/tag-name.ts';
import {
  damagedActs,
  damagedAnnotationActs,
  damagedHighlights,
  damagedNotes,
  damagedSearches,
  damagedStates,
  damagedTags,
} from './words-problems.ts';

/** Rows as they were written, out of the backups, newest first. */
type Wanted<Row> = Readonly<{
  sql: string;
  checksum: (row: Row) => number;
  write: (row: Row, crc: number) => void;
}>;

/**
 * Puts notes and tags that are not as they were written back from the backups in `dir`, where one holds them so. Acts that
 * can't be taken back as they were done are forgotten. Returns whether anything was changed.
 */
export function restoreWords(library: Database, dir: string): boolean {
  return inTransaction(library, () => {
    const acts = damagedActs(library).map(({ id }) => id);
    forgetActs(library, acts);
    const annotationActs = damagedAnnotationActs(library).map(({ id }) => id);
    forgetAnnotationActs(library, annotationActs);
    const setNote = library.prepare(
      'UPDATE notes SET article = ?, text = ?, created_at_ms = ?, changed_at_ms = ?, crc = ? WHERE id = ?',
    );
    const notes = restore(damagedNotes(library), dir, {
      sql: 'SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs, crc FROM notes WHERE id = ?',
      checksum: checksumOfNote,
      write: ({ id, article, text, createdAtMs, changedAtMs }: NoteRow, crc) =>
        void setNote.run(article, text, createdAtMs, changedAtMs, crc, id),
    });
    const setTag = library.prepare('UPDATE tags SET name = ?, folded = ?, colour = ?, crc = ? WHERE id = ?');
    const tags = restore(damagedTags(library), dir, {
      sql: 'SELECT id, name, colour, crc FROM tags WHERE id = ?',
      checksum: checksumOfTag,
      write: ({ id, name, colour }: TagRow, crc) => void setTag.run(name, foldTagName(name), colour, crc, id),
    });
    const setSearch = library.prepare(
      'UPDATE saved_searches SET name = ?, question = ?, created_at_ms = ?, crc = ? WHERE id = ?',
    );
    const searches = restore(damagedSearches(library), dir, {
      sql: `SELECT id, name, question, created_at_ms AS createdAtMs, seen_up_to AS seenUpTo, seen_at_ms AS seenAtMs, crc
        FROM saved_searches WHERE id = ?`,
      checksum: checksumOfSearch,
      write: ({ id, name, question, createdAtMs }: SearchRow, crc) =>
        void setSearch.run(name, question, createdAtMs, crc, id),
    });
    const rows = new HighlightRows(library);
    const highlights = restore(damagedHighlights(library), dir, {
      sql: `SELECT ${highlightColumns}, crc FROM highlights WHERE id = ?`,
      checksum: checksumOfHighlight,
      write: (row: HighlightRow, crc) => rows.put(row, crc),
    });
    const states = restoreStates(library, dir);
    const forgotten = acts.length + annotationActs.length > 0;
    return forgotten || notes || tags || searches || highlights || states;
  });
}

type NumberedState = ReadingStateRow & Readonly<{ id: number }>;

/** What the reading of an article was noted as in the newest backup that has it as it was written. */
function restoreStates(library: Database, dir: string): boolean {
  const rows = new ReadingStateRows(library);
  const damaged = damagedStates(library).map((row) => ({ ...row, id: row.article }));
  return restore(damaged, dir, {
    sql: `SELECT ${stateColumns}, article AS id, crc FROM reading_states WHERE article = ?`,
    checksum: (row: NumberedState) => checksumOfReadingState(row),
    write: (row: NumberedState, crc) => rows.put(row, crc),
  });
}

type Summed<Row> = Row & Readonly<{ crc: number }>;

function restore<Row extends Readonly<{ id: number }>>(
  damaged: readonly Summed<Row>[],
  dir: string,
  { sql, checksum, write }: Wanted<Row>,
): boolean {
  const restored = new Set<number>();
  for (const path of damaged.length === 0 ? [] : listBackups(dir).reverse()) {
    readBackup(path, (backup) => {
      const find = backup.prepare<Summed<Row>>(sql);
      for (const row of damaged) {
        const before = restored.has(row.id) ? undefined : find.get(row.id);
        if (before === undefined || checksum(before) !== before.crc) continue;
        // The checksum, too, can be what was damaged.
        if (before.crc !== row.crc && before.crc !== checksum(row)) continue;
        write(before, before.crc);
        restored.add(row.id);
      }
    });
  }
  return restored.size > 0;
}

function readBackup(path: string, read: (backup: Database) => void): void {
  try {
    const backup = openDatabase(path, { readOnly: true, immutable: true });
    try {
      read(backup);
    } finally {
      backup.close();
    }
  } catch {
    // Of an earlier version, without checksums, or damaged: an older one may do.
  }
}

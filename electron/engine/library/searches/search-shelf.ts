import { FailureError } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import { savedSearchId, type SavedSearchId } from '../../../contract/ids.ts';
import {
  maxHistory,
  type PastSearch,
  type SavedQuestion,
  type SavedSearch,
} from '../../../contract/saved-searches.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import { checksumOfSearch, type SearchRow } from '../checksums.ts';
import { storable } from '../storable.ts';

const columns = `id, name, question, created_at_ms AS createdAtMs, seen_up_to AS seenUpTo, seen_at_ms AS seenAtMs`;

/** Searches that people keep, and those that they made. */
export class SearchShelf {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** In the order in which they were saved. */
  list(): readonly SavedSearch[] {
    return this.#db
      .prepare<SearchRow>(`SELECT ${columns} FROM saved_searches ORDER BY id`)
      .all()
      .map(savedSearch);
  }

  save(name: string, question: SavedQuestion, seenUpTo: number, nowMs: number): SavedSearch {
    return inTransaction(this.#db, () => {
      const inserted = this.#db
        .prepare(
          `INSERT INTO saved_searches (name, question, created_at_ms, seen_up_to, seen_at_ms, crc)
           VALUES (?, ?, ?, ?, ?, 0)`,
        )
        .run(storable(name), JSON.stringify(question), nowMs, seenUpTo, nowMs);
      return this.#change(savedSearchId(Number(inserted.lastInsertRowid)), {});
    });
  }

  rename(id: SavedSearchId, name: string): SavedSearch {
    return this.#change(id, { name: storable(name) });
  }

  replace(id: SavedSearchId, question: SavedQuestion): SavedSearch {
    return this.#change(id, { question: JSON.stringify(question) });
  }

  /** What was looked at stays looked at. */
  see(id: SavedSearchId, seenUpTo: number, nowMs: number): void {
    this.#change(id, { seenUpTo: Math.max(seenUpTo, this.#row(id).seenUpTo), seenAtMs: nowMs });
  }

  delete(id: SavedSearchId): SavedSearch {
    const row = this.#row(id);
    this.#db.prepare('DELETE FROM saved_searches WHERE id = ?').run(id);
    return savedSearch(row);
  }

  /** One that is there already stays as it is. */
  restore({ question, ...rest }: SavedSearch): void {
    putSearch(this.#db, { ...rest, question: JSON.stringify(question) });
  }

  /** The newest first. */
  history(limit: number): readonly PastSearch[] {
    return this.#db
      .prepare<{ question: string; found: number; atMs: number }>(
        'SELECT question, found, at_ms AS atMs FROM search_history ORDER BY id DESC LIMIT ?',
      )
      .all(limit)
      .map(({ question, ...rest }) => ({ ...rest, question: JSON.parse(question) as SavedQuestion }));
  }

  /** The same search once more moves to the front, with what it finds now. */
  note(question: SavedQuestion, found: number, nowMs: number): void {
    const json = JSON.stringify(question);
    inTransaction(this.#db, () => {
      this.#db.prepare('DELETE FROM search_history WHERE question = ?').run(json);
      this.#db
        .prepare('INSERT INTO search_history (question, found, at_ms) VALUES (?, ?, ?)')
        .run(json, found, nowMs);
      this.#db
        .prepare(
          'DELETE FROM search_history WHERE id <= (SELECT id FROM search_history ORDER BY id DESC LIMIT 1 OFFSET ?)',
        )
        .run(maxHistory);
    });
  }

  #row(id: SavedSearchId): SearchRow {
    const row = this.#db.prepare<SearchRow>(`SELECT ${columns} FROM saved_searches WHERE id = ?`).get(id);
    if (row === undefined)
      throw new FailureError({ code: 'not-found', message: sentence('trouble.saved-search-gone') });
    return row;
  }

  #change(id: SavedSearchId, changes: Partial<SearchRow>): SavedSearch {
    const row = { ...this.#row(id), ...changes };
    this.#db
      .prepare(
        'UPDATE saved_searches SET name = ?, question = ?, seen_up_to = ?, seen_at_ms = ?, crc = ? WHERE id = ?',
      )
      .run(row.name, row.question, row.seenUpTo, row.seenAtMs, checksumOfSearch(row), id);
    return savedSearch(row);
  }
}

/** Adds a search that nobody here has looked at. Belongs into a transaction: the checksum is of the id too. */
export function insertSearch(
  db: Database,
  { name, question, createdAtMs }: Pick<SearchRow, 'name' | 'question' | 'createdAtMs'>,
): SearchRow {
  const last = db
    .prepare<{ last: number | null }>(
      `SELECT max(seq) AS last FROM sqlite_sequence WHERE name = 'saved_searches'`,
    )
    .get();
  const id = (last?.last ?? 0) + 1;
  const row = { id, name: storable(name), question, createdAtMs, seenUpTo: 0, seenAtMs: createdAtMs };
  putSearch(db, row);
  return row;
}

/** Puts a row as it is, unless one with its id is there. */
export function putSearch(db: Database, row: SearchRow, crc = checksumOfSearch(row)): void {
  db.prepare(
    `INSERT OR IGNORE INTO saved_searches (id, name, question, created_at_ms, seen_up_to, seen_at_ms, crc)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.id, row.name, row.question, row.createdAtMs, row.seenUpTo, row.seenAtMs, crc);
}

function savedSearch({ id, question, ...rest }: SearchRow): SavedSearch {
  return { ...rest, id: savedSearchId(id), question: JSON.parse(question) as SavedQuestion };
}

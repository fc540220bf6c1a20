import type { Database } from '../../sqlite.ts';

/** Chosen at random for each library, and kept in the `meta` of all its files, which hold integers below 2^53. */
export function newLibraryId(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return high * 2 ** 21 + (low >>> 11) || 1;
}

/** To which library a database belongs; null for one that does not say. */
export function libraryIdOf(db: Database): number | null {
  return db.prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'libraryId'`).get()?.value ?? null;
}

export function setLibraryId(db: Database, id: number): void {
  db.prepare(`INSERT OR REPLACE INTO meta VALUES ('libraryId', ?)`).run(id);
}

/** The id of an open `library.sqlite`; one that has none, or was made just now next to texts that have one, takes `other`. */
export function ownLibraryId(library: Database, other: number | null): number {
  const own = other ?? libraryIdOf(library) ?? newLibraryId();
  if (libraryIdOf(library) !== own) setLibraryId(library, own);
  return own;
}

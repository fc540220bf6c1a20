/** Of the layout below; another number in a file means that the index is built anew. */
export const indexVersion = 1;

export const indexSchema = `
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS segments(
  id INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  terms INTEGER NOT NULL,
  forms INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  live INTEGER NOT NULL,
  lengths BLOB NOT NULL,
  tombstones BLOB
);
CREATE TABLE IF NOT EXISTS columns(
  segment INTEGER NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY(segment, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS term_blocks(
  segment INTEGER NOT NULL, block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(segment, block)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS form_blocks(
  segment INTEGER NOT NULL, block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(segment, block)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks(
  segment INTEGER NOT NULL, chunk INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(segment, chunk)
);
`;

/** Terms, and forms, in one dictionary block. */
export const blockTerms = 128;

/** Postings of a segment are one run of bytes cut into rows of this many: SQLite reads no part of a blob. */
export const chunkBytes = 32_768;

/** The index can't be used as it is; the cure is to build it anew from the texts. */
export class IndexUnusableError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`index.sqlite: ${reason}`);
    this.name = 'IndexUnusableError';
    this.reason = reason;
  }
}

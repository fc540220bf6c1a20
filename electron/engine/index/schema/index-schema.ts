import { sentence, type Said, type Sentence } from '../../../words/sentence.ts';
import { crc32 } from 'node:zlib';
import { FailureError, SaidError } from '../../../contract/failure.ts';
import { namedColumns } from '../../../contract/named-columns.ts';
import { indexFields } from './fields.ts';

/** Of the layout below. */
const layoutVersion = 5;

const tables = [
  indexFields.map(({ name, continuous }) => [name, continuous]),
  namedColumns.map(({ name }) => name),
];

/** The layout and what is indexed in it: another one in a file means that the index is built anew. */
export const indexVersion = `${String(layoutVersion)}-${crc32(JSON.stringify(tables)).toString(16)}`;

const parts = (table: string): string => `
CREATE TABLE IF NOT EXISTS ${table}(
  segment INTEGER NOT NULL, part INTEGER NOT NULL, crc INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(segment, part)
)`;

/** `crc` is what `segment-parts.ts` makes of `data`, and of the row of `segments` (`segment-row.ts`). */
export const indexSchema = `
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS segments(
  id INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  terms INTEGER NOT NULL,
  forms INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  lengths BLOB NOT NULL,
  tombstones BLOB
);
${parts('term_blocks')} WITHOUT ROWID;
${parts('columns')};
${parts('form_blocks')};
${parts('chunks')};
${parts('position_chunks')};
${parts('short_lists')};
`;

/** Pages hold a good part of a chunk, so that few of them have to be followed to read one. */
export const indexPageBytes = 16_384;

/** Terms in one block of the dictionary. */
export const blockTerms = 128;

/** Documents, and positions, of a segment are a run of bytes cut into rows of this many: SQLite reads no part of a blob. */
export const chunkBytes = 32_768;

/** Written forms are gathered into rows of at least this many bytes. */
export const formBlockBytes = 65_536;

/** The index can't be used as it is; the cure is to build it anew from the texts. */
export class IndexUnusableError extends SaidError {
  readonly reason: Said;

  constructor(reason: Said) {
    super(sentence('damage.in-file', { file: 'index.sqlite', why: reason }));
    this.name = 'IndexUnusableError';
    this.reason = reason;
  }
}

/** It is whole, and of another version or analyser. */
export class OutdatedIndexError extends IndexUnusableError {}

/** A part of the index is not what was written; the message names the file and the part. */
export class DamagedIndexError extends FailureError {
  override readonly name = 'DamagedIndexError';

  constructor(segment: number, what: Sentence) {
    super({ code: 'damaged', message: sentence('trouble.index-part', { what, segment: String(segment) }) });
  }
}

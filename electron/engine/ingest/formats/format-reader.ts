import type { FileFailureCode } from '../../../contract/file-reports.ts';
import type { Said } from '../../../words/sentence.ts';
import type { BlockText, SaidFields } from '../../article/record-text.ts';
import type { ByteSource, FilesBeside } from './byte-source.ts';
import type { ChosenColumns, GuessedTable } from '../../../contract/table-columns.ts';
import type { PackedEntry } from './packed-entry.ts';

/**
 * Reads one format. Streams: keeps no more than one record and a bounded window of its file in memory, and is given up
 * between two records. Pure: the same bytes give the same records, and nothing is looked at but the bytes and, where a format is made of
 * several files, those beside them.
 */
export type FormatReader = Readonly<{
  /** Whether a file is one record, and is that record whatever becomes of its bytes, or any number of them, each with a key. */
  holds: 'one' | 'many';
  /**
   * How sure it is, 0 to 1, that a file is of this format, by the head of its content first and by its name second. The
   * surest reader reads; 0 of all leaves the file unread. Called for every file, so it has to be cheap.
   */
  sniff: (input: ByteSource, path: string) => number | Promise<number>;
  read: (
    input: ByteSource,
    context: ReadContext,
  ) => AsyncIterable<FoundRecord | RecordFailure> | Iterable<FoundRecord | RecordFailure>;
  /** How it reads the columns of a table, to be shown and corrected; absent in a format without columns. */
  columnsOf?: (
    input: ByteSource,
    context: ReadContext,
  ) => Promise<GuessedTable | RecordFailure> | GuessedTable | RecordFailure;
}>;

export type ReadContext = Readonly<{
  /** The path from its source folder on, with `/` between the parts. */
  path: string;
  fileTimeMs: number;
  /** `YYYY-MM-DD`. */
  today: string;
  /** What a person chose for the file, instead of what its bytes look like; null for nothing. */
  encoding: string | null;
  /** What a person chose the columns of tables to be, instead of what they look like; absent for nothing. */
  columns?: readonly ChosenColumns[];
  /**
   * To be called with where a record begins (an offset or an ordinal, the same at each reading) before its bytes are parsed: what
   * ends the program there is blamed on this record alone. False for a record that has done so twice: it is to be passed over.
   * `name` is what its failure is called by; without one it is its place.
   */
  begin: (place: number, name?: string) => boolean;
  /** Tells how many records the file says that it holds; compared with how many came. One that says none is no failure. */
  declare: (records: number) => void;
  /** Absent where a file has none around it, as in an archive. */
  beside?: FilesBeside | undefined;
  /** Reads what lies in an archive, each entry as if it were a file. */
  readEntries?: ReadEntries;
}>;

export type ReadEntries = (
  entries: AsyncIterable<PackedEntry> | Iterable<PackedEntry>,
) => AsyncIterable<FoundRecord | RecordFailure>;

/** A row of the table of formats. */
export type Format = Readonly<{
  /** `nexis-txt`. */
  name: string;
  /** Endings of file names in lower case, without the dot, under which it is looked for. */
  extensions: readonly string[];
  /**
   * What the first 512 bytes of its files have in them, as Latin-1. It is looked at as well in a file without an ending in its name, and
   * in one of plain words under another ending; what holds markup, braces or bytes of no text is looked at by every format.
   */
  opening?: RegExp;
  /** Imports the reader: only threads that read files have it. */
  load?: () => Promise<FormatReader>;
}>;

/** An article as a file holds it. */
export type FoundRecord = Readonly<{
  /**
   * What the format itself calls it (accession number, Message-ID, address and capture, a key column), never its place in the
   * file; null where it has no name, which leaves its content. Of a file that is one record it is not asked for.
   */
  key: string | null;
  text: BlockText;
  said: Partial<SaidFields>;
  /** What the text was decoded from, in lower case. */
  encoding: string;
  original: OriginalRef;
  /** How many words the format says that its text has; compared with how many were read. */
  declaredWords?: number;
  /** What the file files it under, such as the labels of a mail; absent for nothing. */
  labels?: readonly string[];
  /** Of which file it was read, where that is one in an archive. */
  from?: Readonly<{ path: string; fileTimeMs: number; format: string }>;
}>;

/** What `original` shows of a record: its own bytes of the file, or its text. */
export type OriginalRef = 'text' | Readonly<{ start: number; end: number }>;

/** A record that could not be read; the others come in. */
export type RecordFailure = Readonly<{
  /** "message 412", "row 7"; null when it is the file that could not be read. */
  place: string | null;
  code: FileFailureCode;
  reason: Said;
}>;

export function isRecordFailure(found: object): found is RecordFailure {
  return 'code' in found;
}

import { isAbsolute } from 'node:path';
import type { SqlValue } from '../../sqlite.ts';
import {
  checksumOfCorrection,
  checksumOfHighlight,
  checksumOfNote,
  checksumOfPage,
  checksumOfReadingState,
  checksumOfSearch,
  checksumOfStep,
  checksumOfTag,
  type CorrectionRow,
  type HighlightRow,
  type NoteRow,
  type ReadingStateRow,
  type SearchRow,
  type StepRow,
  type TagRow,
} from '../checksums.ts';
import { carvedRows, type CarvedRow } from './carved-rows.ts';
import type { PageFile } from './page-file.ts';

export type SourceRow = Readonly<{ id: number; path: string; addedAtMs: number; scannedAtMs: number | null }>;
export type ArticleRow = Readonly<{ sha256: Uint8Array; encoding: string; change: number }>;
export type LocationRow = Readonly<{
  id: number;
  source: number;
  path: string;
  record: string;
  article: number;
  sha256: Uint8Array;
  size: number;
  modifiedMs: number;
  missing: number;
  format: string;
}>;
/** Of a location whose own row is lost, what an index of SQLite's still says. */
export type PlaceRow = Readonly<{ id: number; article: number; missing: number; path: string }>;
export type ColumnsRow = Readonly<{ source: number; columns: string; roles: string }>;
export type ActRow = Readonly<{ id: number; label: string; changed: number; undone: number; bytes: number }>;
export type CorrectionEntry = CorrectionRow & Readonly<{ change: number; atMs: number; crc: number }>;
/** With the checksum that was stored with it; null in a row of a version that had none. */
export type Summed<Row> = Row & Readonly<{ crc: number | null }>;

const isNumber = (value: SqlValue | undefined): value is number => typeof value === 'number';
const isText = (value: SqlValue | undefined): value is string => typeof value === 'string';
const isBytes = (value: SqlValue | undefined): value is Uint8Array => value instanceof Uint8Array;
const isFlag = (value: SqlValue | undefined): value is 0 | 1 => value === 0 || value === 1;

const isTime = (value: SqlValue | undefined): value is number | null => value === null || isNumber(value);

const hashBytes = 32;
/** Others come of damage, as do zeros within a text. */
const isId = (value: number): boolean => value >= 1 && value < 2 ** 31;
const isHash = (value: SqlValue | undefined): value is Uint8Array =>
  isBytes(value) && value.length === hashBytes;
const isPath = (value: string): boolean => isAbsolute(value) && !value.includes('\0');

/**
 * What can be read of a damaged `library.sqlite`, page by page. Its tables tell apart by the shape of their rows, but for
 * those that hold numbers alone; pages of sets tell by their checksum.
 */
export class LibraryRows {
  readonly meta = new Map<string, number>();
  /** The greatest ids that were ever given away, by table. */
  readonly sequences = new Map<string, number>();
  readonly sources = new Map<number, SourceRow>();
  readonly articles = new Map<number, ArticleRow>();
  readonly hashes = new Map<number, Uint8Array>();
  readonly locations = new Map<number, LocationRow>();
  readonly places = new Map<number, PlaceRow>();
  /** Encodings that people chose, by path. */
  readonly encodings = new Map<string, string>();
  /** Lines that people chose to be furniture, by source. */
  readonly hiddenLines = new Map<number, Set<string>>();
  /** Columns that people chose for tables. */
  readonly columns: ColumnsRow[] = [];
  readonly tags = new Map<number, Summed<TagRow>>();
  readonly notes = new Map<number, Summed<NoteRow>>();
  readonly highlights = new Map<number, Summed<HighlightRow>>();
  /** What is said of the reading of articles. */
  readonly states = new Map<number, ReadingStateRow>();
  /** What people corrected, by article and field. */
  readonly corrections = new Map<string, CorrectionEntry>();
  /** Searches that people keep. */
  readonly searches = new Map<number, Summed<SearchRow>>();
  readonly acts = new Map<number, ActRow>();
  readonly steps = new Map<string, Summed<StepRow>>();
  /** Members of pages of tags. */
  readonly tagPages = new Map<number, Uint8Array>();

  /** Reads the whole file once. */
  constructor(file: PageFile) {
    for (const row of carvedRows(file)) {
      if (row.rowid === null) this.#takeEntry(row.values);
      else if (isId(row.rowid)) this.#takeRow(row, row.rowid);
      // Pages of tags alone are numbered from 0.
      else if (row.rowid === 0) this.#takeTagPage(row.values, 0);
    }
  }

  /** Rows of tables without row ids, and of SQLite's own indexes. */
  #takeEntry(values: readonly SqlValue[]): void {
    const [first, second, third, fourth, fifth] = values;
    if (values.length === 2 && isText(first) && isNumber(second)) this.meta.set(first, second);
    else if (values.length === 2 && isText(first) && isText(second)) this.encodings.set(first, second);
    else if (values.length === 2 && isNumber(first) && isText(second)) this.#takeLine(first, second);
    else if (values.length === 3 && isNumber(first) && isText(second) && isText(third))
      this.columns.push({ source: first, columns: second, roles: third });
    else if (values.length === 2 && isHash(first) && isNumber(second) && isId(second))
      this.hashes.set(second, Uint8Array.from(first));
    else if (values.length === 7 && isNumber(first) && isText(second))
      this.#takeCorrection(first, second, values);
    else if (values.length >= 4 && isNumber(first) && isNumber(second) && isText(third)) {
      if (isNumber(fourth) && values.length === 4 && isPath(third) && isId(first))
        this.places.set(fourth, { id: fourth, article: first, missing: second, path: third });
      // A step of tags is JSON; in the same shape a step of correcting has the name of a field.
      else if (third.startsWith('{') && (fourth === null || isBytes(fourth))) {
        const articles = fourth === null ? null : Uint8Array.from(fourth);
        const step = {
          act: first,
          number: second,
          step: third,
          articles,
          crc: isNumber(fifth) ? fifth : null,
        };
        keep(this.steps, `${first}:${second}`, step, checksumOfStep);
      }
    }
  }

  #takeLine(source: number, line: string): void {
    const lines = this.hiddenLines.get(source) ?? new Set();
    this.hiddenLines.set(source, lines.add(line));
  }

  /** One with a flipped bit is not taken: it would change what an article says. */
  #takeCorrection(article: number, field: string, values: readonly SqlValue[]): void {
    const [, , value, was, change, atMs, crc] = values;
    if (!isText(value) || !isText(was) || !isNumber(change) || !isNumber(atMs) || !isNumber(crc)) return;
    const row = { article, field, value, was };
    if (checksumOfCorrection(row) === crc)
      this.corrections.set(`${article} ${field}`, { ...row, change, atMs, crc });
  }

  #takeRow({ values }: CarvedRow, id: number): void {
    const [first, second, third, fourth, fifth, sixth] = values;
    if (first === null && this.#takeAnnotation(values, id)) return;
    if (first !== null) {
      if (values.length === 2 && isText(first) && isNumber(second)) this.sequences.set(first, second);
      else this.#takeArticle(values, id);
    } else if (isNumber(second) && isText(third) && isNumber(fourth) && isNumber(fifth)) {
      const crc = isNumber(sixth) ? sixth : null;
      const note = { id, article: second, text: third, createdAtMs: fourth, changedAtMs: fifth, crc };
      keep(this.notes, id, note, checksumOfNote);
    } else if (isNumber(second) && isText(third) && isText(fourth)) this.#takeLocation(values, id);
    else if (isNumber(second) && isBytes(third)) this.#takeTagPage(values, id);
    else if (isText(second) && isText(third) && third.startsWith('{') && values.length === 7)
      this.#takeSearch(values, id);
    else if (isText(second) && isText(third) && isText(fourth)) {
      const tag = { id, name: second, colour: fourth, crc: isNumber(fifth) ? fifth : null };
      keep(this.tags, id, tag, checksumOfTag);
    } else if (isText(second) && isNumber(third)) this.#takeSourceOrAct(values, id);
    else this.#takeArticle(values, id);
  }

  /** Whether it was a highlight or a state of reading. */
  #takeAnnotation(values: readonly SqlValue[], id: number): boolean {
    if (values.length === 13) return this.#takeHighlight(values, id);
    const [, readAtMs, excludedAtMs, queuePlace, crc] = values;
    if (values.length !== 5 || !isNumber(crc)) return false;
    if (!isTime(readAtMs) || !isTime(excludedAtMs) || !isTime(queuePlace)) return false;
    const state = { article: id, readAtMs, excludedAtMs, queuePlace };
    // One with a flipped bit would hide an article, or show one that was put away.
    if (checksumOfReadingState(state) === crc) this.states.set(id, state);
    return true;
  }

  #takeHighlight(values: readonly SqlValue[], id: number): boolean {
    const [, article, exact, prefix, suffix, start, end, rival, colour, note, createdAtMs, changedAtMs, crc] =
      values;
    if (!isNumber(article) || !isText(exact) || !isText(prefix) || !isText(suffix)) return false;
    if (!isNumber(start) || !isNumber(end) || !isNumber(rival) || !isText(colour) || !isText(note))
      return false;
    if (!isNumber(createdAtMs) || !isNumber(changedAtMs) || !isNumber(crc) || !isId(article)) return false;
    const place = { article, exact, prefix, suffix, start, end, rival };
    const highlight = { id, ...place, colour, note, createdAtMs, changedAtMs, crc };
    keep(this.highlights, id, highlight, checksumOfHighlight);
    return true;
  }

  #takeSearch(values: readonly SqlValue[], id: number): void {
    const [, name, question, createdAtMs, seenUpTo, seenAtMs, crc] = values;
    if (!isText(name) || !isText(question) || !isNumber(createdAtMs)) return;
    if (!isNumber(seenUpTo) || !isNumber(seenAtMs) || !isNumber(crc)) return;
    const search = { id, name, question, createdAtMs, seenUpTo, seenAtMs, crc };
    // A question with a flipped bit would ask for something else, or for nothing that can be read.
    if (checksumOfSearch(search) === crc) this.searches.set(id, search);
  }

  #takeTagPage(values: readonly SqlValue[], page: number): void {
    const [, revision, members, crc] = values;
    if (values.length !== 4 || !isNumber(revision) || !isBytes(members) || !isNumber(crc)) return;
    if (checksumOfPage('tag', page, members) === crc) this.tagPages.set(page, Uint8Array.from(members));
  }

  #takeArticle(values: readonly SqlValue[], id: number): void {
    const [, sha256, encoding, change] = values;
    if (values.length !== 5 || !isHash(sha256) || !isText(encoding) || !isNumber(change)) return;
    this.articles.set(id, { sha256: Uint8Array.from(sha256), encoding, change });
  }

  #takeLocation(values: readonly SqlValue[], id: number): void {
    const [, source, path, record, article, sha256, size, modifiedMs, missing, , format] = values;
    if (!isNumber(source) || !isText(path) || !isText(record) || !isNumber(article) || !isHash(sha256))
      return;
    if (!isPath(path) || !isId(article) || !isId(source)) return;
    if (!isNumber(size) || !isNumber(modifiedMs) || !isFlag(missing)) return;
    const kept = { id, source, path, record, article, size, modifiedMs, missing };
    const place = { ...kept, format: isText(format) ? format : '' };
    this.locations.set(id, { ...place, sha256: Uint8Array.from(sha256) });
  }

  /** The path of a source is absolute, as no label of an act is. */
  #takeSourceOrAct(values: readonly SqlValue[], id: number): void {
    const [, text, third, fourth, fifth] = values;
    if (!isText(text) || !isNumber(third) || values.length !== 5) return;
    if (isPath(text) && (fourth === null || isNumber(fourth)))
      this.sources.set(id, { id, path: text, addedAtMs: third, scannedAtMs: fourth });
    else if (isFlag(fourth) && isNumber(fifth))
      this.acts.set(id, { id, label: text, changed: third, undone: fourth, bytes: fifth });
  }
}

/** Of two rows with one key, the one that is as it was written. */
function keep<Key, Row extends Readonly<{ crc: number | null }>>(
  rows: Map<Key, Row>,
  key: Key,
  row: Row,
  checksum: (row: Row) => number,
): void {
  if (rows.has(key) && row.crc !== checksum(row)) return;
  rows.set(key, row);
}

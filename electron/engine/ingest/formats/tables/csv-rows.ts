import type { Parser } from 'csv-parse';
import type { Utf8File } from '../reading/utf8-file.ts';
import type { CsvDialect } from './csv-dialect.ts';

/** A row with its place in the file as UTF-8; without cells where it could not be read. */
export type CsvRow = Readonly<{ cells: readonly string[] | null; start: number; end: number }>;

const maxRowLength = 8_388_608;
/**
 * What may be read twice in all, since marks that are opened and never closed take what follows along. Beyond that they are signs as
 * all others are.
 */
const maxReadAgain = 67_108_864;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const backslash = 0x5c;

/**
 * The rows of a table. One that is opened by a mark and never closed is passed over, and the next line is a row again; so is one that
 * only another row's mark has closed.
 */
export async function* csvRows(file: Utf8File, found: CsvDialect): AsyncGenerator<CsvRow> {
  let dialect = found;
  let start = found.firstLine === 1 ? file.start : (lineBehind(file, file.start) ?? file.start);
  let readAgain = 0;
  for (;;) {
    const reading = new Reading(start);
    const parser = await newParser(dialect, reading);
    try {
      for (const bytes of copies(file, start, dialect)) {
        await written(parser, bytes, reading);
        yield* reading.rows(dialect);
        if (reading.isBroken) break;
      }
      if (!reading.isBroken) await written(parser, null, reading);
      yield* reading.rows(dialect);
    } finally {
      parser.destroy();
    }
    if (!reading.isBroken) return;
    const { end } = reading;
    const next = lineBehind(file, end);
    yield { cells: null, start: end, end: next ?? end };
    if (next === null) return;
    readAgain += Math.max(0, reading.fed - next);
    if (readAgain > maxReadAgain) dialect = { ...found, quote: null };
    start = next;
  }
}

/** Rows as the parser finds them: what it has found is not lost when it fails on the next one, as it is to who reads it as a stream. */
class Reading {
  isBroken = false;
  /** Where the last row ends that was given away. */
  end: number;
  /** Where the bytes end that the parser was given. */
  fed: number;
  #bytes: Buffer = Buffer.alloc(0);
  #found: CsvRow[] = [];
  #foundEnd: number;
  readonly #start: number;

  constructor(start: number) {
    this.#start = start;
    this.end = start;
    this.fed = start;
    this.#foundEnd = start;
  }

  feed(bytes: Buffer): void {
    this.fed += bytes.length;
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
  }

  /** `length`: of all that was parsed in this reading, up to the end of the row. */
  add(cells: readonly string[], length: number): void {
    const end = this.#start + length;
    this.#found.push({ cells, start: this.#foundEnd, end });
    this.#foundEnd = end;
  }

  /** What was found since, up to a row that is none. */
  *rows({ delimiter, quote }: CsvDialect): Generator<CsvRow> {
    for (const row of this.#found.splice(0)) {
      const raw = this.#bytes.subarray(0, row.end - row.start);
      if (quote !== null && !isWellQuoted(raw, delimiter.charCodeAt(0), quote.charCodeAt(0))) {
        this.isBroken = true;
        return;
      }
      this.#bytes = this.#bytes.subarray(raw.length);
      this.end = row.end;
      yield row;
    }
  }
}

/** Whether the lines of a row are held together by marks that open and close values. One of a single line is left to the parser. */
function isWellQuoted(raw: Buffer, delimiter: number, mark: number): boolean {
  let at = 0;
  while (isLineEnd(raw[at])) at++;
  const line = raw.indexOf(lineFeed, at);
  if (line < 0 || line >= raw.length - 1) return true;
  for (;;) {
    if (raw[at] === mark) {
      for (at = raw.indexOf(mark, at + 1); at >= 0 && raw[at + 1] === mark;) at = raw.indexOf(mark, at + 2);
      if (at < 0) return false;
      at++;
    } else while (at < raw.length && raw[at] !== delimiter && !isLineEnd(raw[at])) at++;
    if (raw[at] !== delimiter) break;
    at++;
  }
  while (isLineEnd(raw[at])) at++;
  return at >= raw.length;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === lineFeed || byte === carriageReturn;
}

async function newParser({ delimiter, quote }: CsvDialect, reading: Reading): Promise<Parser> {
  const { parse } = await import('csv-parse');
  return parse({
    delimiter,
    quote,
    escape: quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRowLength,
    on_record: (cells: readonly string[], { bytes }) => {
      reading.add(cells, bytes);
      return null;
    },
  });
}

/** The parser keeps what it was given, and windows are good until the next one only. */
function* copies(file: Utf8File, start: number, { quote, isBackslashed }: CsvDialect): Generator<Buffer> {
  let held = Buffer.alloc(0);
  for (const window of file.windows(start)) {
    const bytes = Buffer.concat([held, window.bytes]);
    if (!isBackslashed || quote === null) {
      yield bytes;
      continue;
    }
    doubleMarks(bytes, quote.charCodeAt(0));
    const isCut = bytes.at(-1) === backslash;
    held = Buffer.from(isCut ? bytes.subarray(-1) : []);
    yield isCut ? bytes.subarray(0, -1) : bytes;
  }
  if (held.length > 0) yield held;
}

/** Two marks in place of a backslash and a mark: told to take backslashes for escapes, the parser deletes all others as well. */
function doubleMarks(bytes: Buffer, mark: number): void {
  for (let at = bytes.indexOf(backslash); at >= 0; at = bytes.indexOf(backslash, at + 2))
    if (bytes[at + 1] === mark) bytes[at] = mark;
}

/** Gives the parser bytes, or the end. What it finds no row in breaks the reading. */
async function written(parser: Parser, bytes: Buffer | null, reading: Reading): Promise<void> {
  if (bytes !== null) reading.feed(bytes);
  try {
    await new Promise<void>((resolve, reject) => {
      parser.once('error', reject);
      const done = (): void => {
        parser.off('error', reject);
        resolve();
      };
      if (bytes === null) {
        parser.resume();
        parser.once('end', done).end();
      } else parser.write(bytes, (error) => (error == null ? done() : reject(error)));
    });
  } catch (error) {
    if (!isCsvError(error)) throw error;
    reading.isBroken = true;
  }
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

/** Where the line after the one at `from`, or after empty lines there, begins; null when there is none. */
function lineBehind(file: Utf8File, from: number): number | null {
  let isInLine = false;
  for (const { bytes, at } of file.windows(from)) {
    let index = 0;
    while (!isInLine && isLineEnd(bytes[index])) index++;
    isInLine ||= index < bytes.length;
    const found = isInLine ? bytes.indexOf(lineFeed, index) : -1;
    if (found >= 0) return at + found + 1;
  }
  return null;
}

import type { SqlValue } from '../../sqlite.ts';
import { PageFile, pageSizes } from './page-file.ts';

/** Where a row lies: a page, and which of its cells. */
export type RowPlace = Readonly<{ page: number; cell: number }>;

/** A row of some table, which its shape has to tell: pages do not say whose they are. */
export type CarvedRow = Readonly<{
  place: RowPlace;
  /** Null for an entry of an index, and for a row of a table that has no row ids. */
  rowid: number | null;
  /** Columns as they are stored: null in the place of a row id. */
  values: readonly SqlValue[];
}>;

const tableLeaf = 13;
const indexLeaf = 10;
const indexInterior = 2;

/** The head of a leaf: of the page of a tree, at least so much is there. */
const headBytes = 8;

/** So much of a file tells how large its pages are. */
const triedBytes = 8 * 1024 * 1024;

/** Opens the pages of a database, of which the size may have to be found out: at the right one, most rows can be read. */
export function openPages(path: string): PageFile {
  return PageFile.open(path, (sized) => {
    const tries = pageSizes.map((size) => ({ size, rows: rowsAt(sized(size)) }));
    return tries.reduce((best, next) => (next.rows > best.rows ? next : best)).size;
  });
}

function rowsAt(file: PageFile): number {
  let rows = 0;
  for (const { place } of carvedRows(file)) {
    if (place.page * file.pageBytes > triedBytes) break;
    rows += 1;
  }
  return rows;
}

/** Every row that lies on a page of the file and can be read; what can't be read is passed over. */
export function* carvedRows(file: PageFile): Generator<CarvedRow> {
  for (let page = 1; page <= file.pages; page += 1) {
    const bytes = file.page(page);
    const head = page === 1 ? 100 : 0;
    const kind = bytes[head];
    if (bytes.length < head + headBytes) continue;
    if (kind !== tableLeaf && kind !== indexLeaf && kind !== indexInterior) continue;
    const cells = bytes.readUInt16BE(head + 3);
    for (let cell = 0; cell < cells; cell += 1) {
      const row = rowIn(file, bytes, { page, cell });
      if (row !== null) yield row;
    }
  }
}

/** The row at a place; null when it can't be read. */
export function carvedRow(file: PageFile, place: RowPlace): CarvedRow | null {
  return rowIn(file, file.page(place.page), place);
}

function rowIn(file: PageFile, page: Buffer, place: RowPlace): CarvedRow | null {
  try {
    return readCell(file, page, place);
  } catch (error) {
    // Numbers that were damaged lead out of the page or the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readCell(file: PageFile, page: Buffer, place: RowPlace): CarvedRow | null {
  const head = place.page === 1 ? 100 : 0;
  const kind = page[head];
  const from = new CellReader(page);
  from.at = page.readUInt16BE(head + (kind === indexInterior ? 12 : 8) + 2 * place.cell);
  if (kind === indexInterior) from.at += 4;
  const length = from.varint();
  const rowid = kind === tableLeaf ? from.varint() : null;
  const payload = payloadOf(file, page, from.at, length, kind === tableLeaf);
  const values = recordOf(payload);
  return { place, rowid, values };
}

/** What is stored of a row, gathered from the pages that it runs over (https://sqlite.org/fileformat2.html#cell_payload). */
function payloadOf(file: PageFile, page: Buffer, at: number, length: number, isTable: boolean): Buffer {
  const usable = file.usableBytes;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return part(page, at, length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = wanted <= most ? wanted : least;
  const parts = [part(page, at, local)];
  let next = page.readUInt32BE(at + local);
  let left = length - local;
  if (left > file.pages * usable) throw new RangeError('longer than the file');
  while (left > 0) {
    if (next < 1 || next > file.pages) throw new RangeError('beyond the file');
    const overflow = file.page(next);
    const taken = Math.min(left, usable - 4);
    parts.push(part(overflow, 4, taken));
    next = overflow.readUInt32BE(0);
    left -= taken;
  }
  return Buffer.concat(parts);
}

/** https://sqlite.org/fileformat2.html#record_format */
function recordOf(payload: Buffer): SqlValue[] {
  const head = new CellReader(payload);
  const typeBytes = head.varint();
  if (typeBytes > payload.length || typeBytes < 1) throw new RangeError('no record');
  const values: SqlValue[] = [];
  let at = typeBytes;
  while (head.at < typeBytes) {
    const type = head.varint();
    const length = lengthOf(type);
    values.push(valueOf(part(payload, at, length), type));
    at += length;
  }
  if (at !== payload.length) throw new RangeError('no record');
  return values;
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8] as const;

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type === 7) return 8;
  if (type === 8 || type === 9) return 0;
  const bytes = integerBytes[type];
  if (bytes === undefined) throw new RangeError('no type of a value');
  return bytes;
}

function valueOf(bytes: Buffer, type: number): SqlValue {
  if (type >= 12) return type % 2 === 0 ? bytes : bytes.toString('utf8');
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  return bytes.length <= 6 ? bytes.readIntBE(0, bytes.length) : Number(bytes.readBigInt64BE(0));
}

function part(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('beyond the page');
  return bytes.subarray(at, at + length);
}

/** Reads SQLite's varints: big-endian, seven bits a byte, eight in a ninth. */
class CellReader {
  at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Numbers that are stored here are never as large as nine bytes. */
  varint(): number {
    let value = 0;
    for (let nth = 0; nth < 8; nth += 1) {
      const byte = this.#bytes.readUInt8(this.at);
      this.at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new RangeError('no number that is stored here');
  }
}

import type { Database, Statement } from '../sqlite.ts';
import { columnNumber, type ColumnName } from './columns.ts';
import { chunkBytes, DamagedIndexError } from './index-schema.ts';
import { isWhole, partTables, type PartTable } from './segment-parts.ts';

type PartRow = Readonly<{ crc: number; data: Uint8Array }>;

type ChunkTable = 'chunks' | 'position_chunks';

/** More than any segment has: 2^24 chunks are half a terabyte of postings. */
const chunksOfASegment = 2 ** 24;

const keptChunkBytes = 24 * 1024 * 1024;

/** The parts of all segments behind one connection. They never change, so that what was read once stays right. */
export class SegmentStore {
  readonly #one: ReadonlyMap<PartTable, Statement<PartRow>>;
  readonly #some: ReadonlyMap<PartTable, Statement<PartRow & Readonly<{ part: number }>>>;
  readonly #count: ReadonlyMap<PartTable, Statement<{ parts: number }>>;
  /** By `(segment * 2 + table) * chunksOfASegment + chunk`. */
  readonly #chunks = new Map<number, Uint8Array>();
  #chunksBytes = 0;

  constructor(db: Database) {
    this.#one = new Map(
      partTables.map((table) => [
        table,
        db.prepare<PartRow>(`SELECT crc, data FROM ${table} WHERE segment = ? AND part = ?`),
      ]),
    );
    this.#some = new Map(
      partTables.map((table) => [
        table,
        db.prepare<PartRow & { part: number }>(
          `SELECT part, crc, data FROM ${table} WHERE segment = ? AND part BETWEEN ? AND ? ORDER BY part`,
        ),
      ]),
    );
    this.#count = new Map(
      partTables.map((table) => [
        table,
        db.prepare<{ parts: number }>(`SELECT count(*) AS parts FROM ${table} WHERE segment = ?`),
      ]),
    );
  }

  /** Throws `DamagedIndexError` for a part that is gone or not what was written. */
  part(table: PartTable, segment: number, part: number): Uint8Array {
    const row = this.#one.get(table)?.get(segment, part);
    if (row === undefined) throw new DamagedIndexError(segment, `${table} ${String(part)} is missing`);
    if (!isWhole(table, segment, part, row)) {
      throw new DamagedIndexError(segment, `${table} ${String(part)} is damaged (its checksum differs)`);
    }
    return row.data;
  }

  /** Some parts that follow one another, read together. */
  parts(table: PartTable, segment: number, first: number, count: number): Uint8Array[] {
    const rows = this.#some.get(table)?.all(segment, first, first + count - 1) ?? [];
    if (rows.length !== count) throw new DamagedIndexError(segment, `${table} are missing`);
    for (const row of rows) {
      if (!isWhole(table, segment, row.part, row)) {
        throw new DamagedIndexError(segment, `${table} ${String(row.part)} is damaged (its checksum differs)`);
      }
    }
    return rows.map(({ data }) => data);
  }

  column(segment: number, name: ColumnName): Uint8Array {
    return this.part('columns', segment, columnNumber(name));
  }

  /** How many parts of a kind a segment has. */
  count(table: PartTable, segment: number): number {
    return this.#count.get(table)?.get(segment)?.parts ?? 0;
  }

  /** `length` bytes of a segment's documents or positions from `offset`. */
  run(table: ChunkTable, segment: number, offset: number, length: number): Uint8Array {
    const first = Math.floor(offset / chunkBytes);
    const start = offset - first * chunkBytes;
    if (start + length <= chunkBytes) return this.#slice(table, segment, first, start, length);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (let chunk = first; at < length; chunk += 1) {
      const from = chunk === first ? start : 0;
      const part = Math.min(chunkBytes - from, length - at);
      bytes.set(this.#slice(table, segment, chunk, from, part), at);
      at += part;
    }
    return bytes;
  }

  #slice(table: ChunkTable, segment: number, chunk: number, start: number, length: number): Uint8Array {
    const bytes = this.#readChunk(table, segment, chunk);
    if (start + length > bytes.length)
      throw new DamagedIndexError(segment, `${table} ${String(chunk)} is too short`);
    return bytes.subarray(start, start + length);
  }

  #readChunk(table: ChunkTable, segment: number, chunk: number): Uint8Array {
    const key = (segment * 2 + (table === 'chunks' ? 0 : 1)) * chunksOfASegment + chunk;
    const known = this.#chunks.get(key);
    if (known !== undefined) return known;
    const data = this.part(table, segment, chunk);
    if (this.#chunksBytes > keptChunkBytes) {
      this.#chunks.clear();
      this.#chunksBytes = 0;
    }
    this.#chunks.set(key, data);
    this.#chunksBytes += data.length;
    return data;
  }
}

import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { columnNumber, type ColumnName } from '../schema/columns.ts';
import { chunkBytes, DamagedIndexError } from '../schema/index-schema.ts';
import { PartCache } from './part-cache.ts';
import { isWhole, partTables, type PartTable } from './segment-parts.ts';

type PartRow = Readonly<{ part: number; crc: number; data: Uint8Array }>;

type Statements = Readonly<{
  one: Statement<PartRow>;
  some: Statement<PartRow>;
  size: Statement<{ parts: number; bytes: number }>;
}>;

type ChunkTable = 'chunks' | 'position_chunks';

/** More than any segment has: 2^24 chunks are half a terabyte of postings. */
const partsOfASegment = 2 ** 24;

/** Of what is read again and again. */
const keptBytes = 16 * 1024 * 1024;

/** The parts of all segments behind one connection. They never change, so that what was read once stays right. */
export class SegmentStore {
  readonly #statements: ReadonlyMap<PartTable, Statements>;
  /** By segment, table and part in one number. */
  readonly #kept = new PartCache(keptBytes);

  constructor(db: Database) {
    this.#statements = new Map(
      partTables.map((table) => {
        const select = `SELECT part, crc, data FROM ${table} WHERE segment = ? AND part`;
        return [
          table,
          {
            one: db.prepare<PartRow>(`${select} = ?`),
            some: db.prepare<PartRow>(`${select} BETWEEN ? AND ? ORDER BY part`),
            size: db.prepare<{ parts: number; bytes: number }>(
              `SELECT count(*) AS parts, ifnull(sum(length(data)), 0) AS bytes FROM ${table} WHERE segment = ?`,
            ),
          },
        ];
      }),
    );
  }

  /** Throws `DamagedIndexError` for a part that is gone or not what was written. */
  part(table: PartTable, segment: number, part: number): Uint8Array {
    const row = this.#statements.get(table)?.one.get(segment, part);
    if (row === undefined)
      throw new DamagedIndexError(segment, sentence('damage.part-missing', { part: partName(table, part) }));
    return sound(table, segment, row);
  }

  /** Some parts that follow one another, read together. */
  parts(table: PartTable, segment: number, first: number, count: number): Uint8Array[] {
    const rows = this.#statements.get(table)?.some.all(segment, first, first + count - 1) ?? [];
    if (rows.length !== count)
      throw new DamagedIndexError(segment, sentence('damage.parts-missing', { table }));
    return rows.map((row) => sound(table, segment, row));
  }

  column(segment: number, name: ColumnName): Uint8Array {
    return this.part('columns', segment, columnNumber(name));
  }

  /** How many parts of a kind a segment has, and their bytes. */
  size(table: PartTable, segment: number): Readonly<{ parts: number; bytes: number }> {
    return this.#statements.get(table)?.size.get(segment) ?? { parts: 0, bytes: 0 };
  }

  /** As `part`, of what other searches will want too. Not to be changed. */
  keptPart(table: PartTable, segment: number, part: number): Uint8Array {
    const key = keyOf(table, segment, part);
    return this.#kept.get(key) ?? this.#keep(key, this.part(table, segment, part));
  }

  /** `length` bytes of a segment's documents or positions from `offset`. Not to be changed. */
  run(table: ChunkTable, segment: number, offset: number, length: number): Uint8Array {
    const first = Math.floor(offset / chunkBytes);
    const start = offset - first * chunkBytes;
    if (start + length <= chunkBytes) {
      return within(table, segment, first, this.keptPart(table, segment, first), start, length);
    }
    const chunks = this.#chunks(table, segment, first, Math.ceil((start + length) / chunkBytes));
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const [nth, chunk] of chunks.entries()) {
      const from = nth === 0 ? start : 0;
      const taken = Math.min(chunkBytes - from, length - at);
      bytes.set(within(table, segment, first + nth, chunk, from, taken), at);
      at += taken;
    }
    return bytes;
  }

  /** Chunks that follow one another: from the first that is not kept to the end they are read together. */
  #chunks(table: ChunkTable, segment: number, first: number, count: number): readonly Uint8Array[] {
    const chunks: Uint8Array[] = [];
    while (chunks.length < count) {
      const known = this.#kept.get(keyOf(table, segment, first + chunks.length));
      if (known === undefined) break;
      chunks.push(known);
    }
    if (chunks.length === count) return chunks;
    const from = first + chunks.length;
    for (const [nth, data] of this.parts(table, segment, from, count - chunks.length).entries()) {
      const key = keyOf(table, segment, from + nth);
      chunks.push(this.#kept.get(key) ?? this.#keep(key, data));
    }
    return chunks;
  }

  #keep(key: number, data: Uint8Array): Uint8Array {
    this.#kept.put(key, data);
    return data;
  }
}

function keyOf(table: PartTable, segment: number, part: number): number {
  return (segment * partTables.length + partTables.indexOf(table)) * partsOfASegment + part;
}

function partName(table: PartTable, part: number): Sentence {
  return sentence('damage.part', { table, part });
}

function sound(table: PartTable, segment: number, row: PartRow): Uint8Array {
  if (isWhole(table, segment, row.part, row)) return row.data;
  throw new DamagedIndexError(segment, sentence('damage.checksum', { what: partName(table, row.part) }));
}

function within(
  table: ChunkTable,
  segment: number,
  chunk: number,
  bytes: Uint8Array,
  start: number,
  length: number,
): Uint8Array {
  if (start + length > bytes.length)
    throw new DamagedIndexError(segment, sentence('damage.part-short', { part: partName(table, chunk) }));
  return bytes.subarray(start, start + length);
}

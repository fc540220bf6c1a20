import { crc32 } from 'node:zlib';
import type { Database, Statement } from '../../sqlite.ts';
import { ByteWriter } from '../bytes/byte-buffer.ts';

/** The tables that hold the parts of segments. */
export const partTables = [
  'term_blocks',
  'form_blocks',
  'chunks',
  'position_chunks',
  'columns',
  'short_lists',
] as const;
export type PartTable = (typeof partTables)[number];

/**
 * The CRC-32 (as zlib computes it) of where a part belongs in its segment and what it holds, so that a row that is found
 * instead of another is not taken for it. `storedCrc` makes of it what is stored.
 */
function crcOfPart(table: PartTable, part: number, data: Uint8Array): number {
  const begun = partTables.indexOf(table) * 0x0100_0000 + part;
  // Of no bytes at all zlib makes 0, or what was begun with, by where the empty array points.
  return data.length === 0 ? begun : crc32(data, begun);
}

/** An odd factor: numbers below 2^32 stay different, and the bits of small ones spread over all 32. */
const spread = 0x9e37_79b1;

/**
 * A segment gets its number later than its parts get their CRC-32, which the number is mixed into: so that a part of
 * another segment is not taken for one of this.
 */
function storedCrc(crc: number, segment: number): number {
  return (crc ^ Math.imul(segment, spread)) >>> 0;
}

/** Whether a row is the one that was written as this part of this segment. */
export function isWhole(
  table: PartTable,
  segment: number,
  part: number,
  { crc, data }: Readonly<{ crc: number; data: Uint8Array }>,
): boolean {
  return storedCrc(crcOfPart(table, part, data), segment) === crc;
}

/** Where the parts of a new segment go. */
export interface PartSink {
  put(table: PartTable, part: number, data: Uint8Array): void;
}

/** One part of an encoded segment: `[start, end)` of its bytes, with the CRC-32 of `crcOfPart`. */
type EncodedPart = Readonly<{ table: PartTable; part: number; start: number; end: number; crc: number }>;

/**
 * A segment that is not yet in a database, and whose documents have no ids yet. Structured-clone data with one buffer,
 * so that a worker can hand it over.
 */
export type EncodedSegment = Readonly<{
  articles: number;
  terms: number;
  forms: number;
  parts: readonly EncodedPart[];
  bytes: Uint8Array<ArrayBuffer>;
}>;

const firstRoom = 1 << 20;
/** A segment of more bytes leaves no room behind, which may be twice as large and must not be lost for good. */
const maxKept = 1 << 23;

/**
 * Gathers the parts of one segment after the other in memory that is used again: new arrays of some megabytes for each have
 * V8 mark the whole heap over and over.
 */
export class PartBuffer implements PartSink {
  #parts: EncodedPart[] = [];
  #bytes = new ByteWriter(firstRoom);

  put(table: PartTable, part: number, data: Uint8Array): void {
    const start = this.#bytes.length;
    this.#bytes.append(data);
    this.#parts.push({ table, part, start, end: this.#bytes.length, crc: crcOfPart(table, part, data) });
  }

  /** The segment of what was put; what is put next belongs to another one. */
  take(counts: Readonly<{ articles: number; terms: number; forms: number }>): EncodedSegment {
    const bytes = this.#bytes.toBytes();
    const segment = { ...counts, parts: this.#parts, bytes };
    this.#parts = [];
    this.#bytes.clear();
    if (bytes.length > maxKept) this.#bytes = new ByteWriter(firstRoom);
    return segment;
  }
}

/** Writes parts into the tables of an index, inside the caller's transactions. */
export class PartTables implements PartSink {
  readonly #segment: number;
  readonly #insert: ReadonlyMap<PartTable, Statement<object>>;

  constructor(db: Database, segment: number) {
    this.#segment = segment;
    this.#insert = new Map(
      partTables.map((table) => [
        table,
        db.prepare(`INSERT INTO ${table}(segment, part, crc, data) VALUES (?, ?, ?, ?)`),
      ]),
    );
  }

  put(table: PartTable, part: number, data: Uint8Array, crc = crcOfPart(table, part, data)): void {
    this.#insert.get(table)?.run(this.#segment, part, storedCrc(crc, this.#segment), data);
  }

  putAll({ parts, bytes }: EncodedSegment): void {
    for (const { table, part, start, end, crc } of parts) {
      this.put(table, part, bytes.subarray(start, end), crc);
    }
  }
}

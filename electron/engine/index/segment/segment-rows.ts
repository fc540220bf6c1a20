import type { Database } from '../../sqlite.ts';
import type { BitSet } from '../bytes/bit-set.ts';
import { indexFields } from '../schema/fields.ts';
import { SegmentReader } from './segment-reader.ts';
import { crcOfRow } from '../storage/segment-row.ts';
import type { SegmentStore } from '../storage/segment-store.ts';

/** What a new row of `segments` says of its parts, which are there already. */
export type NewSegment = Readonly<{ id: number; articles: number; terms: number; forms: number }>;

/** Makes a segment visible, in the caller's transaction. */
export function insertSegment(
  db: Database,
  store: SegmentStore,
  segment: NewSegment,
  tombstones: BitSet,
): void {
  const { id, articles, terms, forms } = segment;
  const empty = { deleted: 0, lengths: new Uint8Array(), tombstones: null };
  const reader = new SegmentReader(store, { id, articles, terms, forms, ...empty, crc: crcOfRow(empty) });
  const deleted = tombstones.count();
  const row = {
    lengths: liveLengths(reader, tombstones),
    tombstones: deleted === 0 ? null : bytesOf(tombstones),
  };
  db.prepare(
    `INSERT INTO segments(id, articles, deleted, terms, forms, crc, lengths, tombstones)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, articles, deleted, terms, forms, crcOfRow(row), row.lengths, row.tombstones);
}

/** Says which documents of a segment are deleted, and takes their lengths out of the statistics. */
export function setTombstones(db: Database, reader: SegmentReader, tombstones: BitSet): void {
  const row = { lengths: liveLengths(reader, tombstones), tombstones: bytesOf(tombstones) };
  db.prepare('UPDATE segments SET deleted = ?, crc = ?, lengths = ?, tombstones = ? WHERE id = ?').run(
    tombstones.count(),
    crcOfRow(row),
    row.lengths,
    row.tombstones,
    reader.row.id,
  );
}

function bytesOf(set: BitSet): Uint8Array {
  return new Uint8Array(set.words.slice().buffer);
}

/** Sums of the lengths of each field over the documents that are not in `tombstones`, as float64. */
function liveLengths(reader: SegmentReader, tombstones: BitSet): Uint8Array {
  const sums = new Float64Array(indexFields.length);
  for (const field of sums.keys()) {
    const lengths = reader.lengths(field);
    let sum = 0;
    for (let document = 0; document < lengths.length; document += 1) sum += lengths[document] as number;
    tombstones.forEach((document) => (sum -= lengths[document] as number));
    sums[field] = sum;
  }
  return new Uint8Array(sums.buffer);
}

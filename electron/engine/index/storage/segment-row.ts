import { crc32 } from 'node:zlib';

/** One row of `segments`. */
export type SegmentRow = Readonly<{
  id: number;
  articles: number;
  deleted: number;
  terms: number;
  forms: number;
  /** Of `lengths` and `tombstones`, one after the other. */
  crc: number;
  lengths: Uint8Array;
  tombstones: Uint8Array | null;
}>;

export function crcOfRow({ lengths, tombstones }: Pick<SegmentRow, 'lengths' | 'tombstones'>): number {
  return crc32(tombstones ?? new Uint8Array(), crc32(lengths));
}

import { inTransaction, type Database } from '../../sqlite.ts';
import type { BitSet } from '../bytes/bit-set.ts';
import { countUp } from '../storage/index-meta.ts';
import { SegmentMerger } from './segment-merger.ts';
import { PartTables } from '../storage/segment-parts.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { insertSegment } from '../segment/segment-rows.ts';
import type { SegmentStore } from '../storage/segment-store.ts';

/** A merge as a series of small transactions, of which the last one exchanges the old segments for the new one. */
export class IncrementalMerge {
  /** The number of the new segment. */
  readonly id: number;
  readonly #db: Database;
  readonly #store: SegmentStore;
  readonly #merger: SegmentMerger;

  constructor(db: Database, store: SegmentStore, readers: readonly SegmentReader[]) {
    this.#db = db;
    this.#store = store;
    this.id = inTransaction(db, () => countUp(db, 'next-segment', 1));
    this.#merger = new SegmentMerger(readers, store, new PartTables(db, this.id));
  }

  /**
   * Does about as much as `cost` occurrences take; false once the new segment is there. `tombstonesOf` gives the present
   * tombstones of a segment.
   */
  step(cost: number, tombstonesOf: (segment: number) => BitSet | null): boolean {
    return inTransaction(this.#db, () => {
      if (this.#merger.step(cost)) return true;
      this.#finish(tombstonesOf);
      return false;
    });
  }

  /** The rows of the old segments are no more from here on; their parts are swept out later, a few at a time. */
  #finish(tombstonesOf: (segment: number) => BitSet | null): void {
    const { articleCount: articles, counts, readers } = this.#merger;
    const deleted = this.#merger.deletedSince(tombstonesOf);
    if (articles > 0) insertSegment(this.#db, this.#store, { id: this.id, articles, ...counts }, deleted);
    const drop = this.#db.prepare('DELETE FROM segments WHERE id = ?');
    for (const reader of readers) drop.run(reader.row.id);
    countUp(this.#db, 'generation', 0);
  }
}

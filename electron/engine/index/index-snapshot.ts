import type { Database } from '../sqlite.ts';
import { SegmentReader } from './segment-reader.ts';
import type { SegmentRow } from './segment-row.ts';
import { SegmentStore } from './segment-store.ts';

/** The live collection as of one commit. */
export type IndexSnapshot = Readonly<{
  generation: number;
  segments: readonly SegmentReader[];
  /** Live articles. */
  articles: number;
  /** Called every now and then by whoever works on the snapshot; throws when nobody waits for the answer any more. */
  checkpoint: () => void;
}>;

/** For work that is always carried to its end. */
export const carryOn = (): void => undefined;

/** Hands out snapshots of an index that another connection writes. */
export class IndexReader {
  readonly #db: Database;
  #store: SegmentStore | null = null;
  readonly #warmed = new Set<number>();
  #snapshot: IndexSnapshot = { generation: -1, segments: [], articles: 0, checkpoint: carryOn };

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Runs `work` on the newest snapshot. The read transaction around it is what keeps the segments of the snapshot
   * in the file until `work` returns, so `work` is short and synchronous.
   */
  read<Value>(work: (snapshot: IndexSnapshot) => Value, checkpoint: () => void = carryOn): Value {
    this.#db.exec('BEGIN');
    try {
      return work({ ...this.#newest(), checkpoint });
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  /** Reads ahead in the newest segments, one a step; false when all have been read. */
  warmStep(): boolean {
    return this.read(({ segments }) => {
      const cold = segments.find((segment) => !this.#warmed.has(segment.row.id));
      if (cold === undefined) return false;
      this.#warmed.add(cold.row.id);
      cold.warm();
      return true;
    });
  }

  #newest(): IndexSnapshot {
    const row = this.#db.prepare<{ value: number }>("SELECT value FROM meta WHERE key = 'generation'").get();
    const generation = row?.value ?? 0;
    if (generation === this.#snapshot.generation) return this.#snapshot;
    const before = new Map(this.#snapshot.segments.map((reader) => [reader.row.id, reader]));
    // Made late: the tables may not have been there when the connection was opened.
    const store = (this.#store ??= new SegmentStore(this.#db));
    const segments = this.#db
      .prepare<SegmentRow>('SELECT * FROM segments ORDER BY id')
      .all()
      .map((segment) => new SegmentReader(store, segment, before.get(segment.id)));
    const articles = segments.reduce((sum, { live }) => sum + live, 0);
    this.#snapshot = { generation, segments, articles, checkpoint: carryOn };
    return this.#snapshot;
  }
}

import type { Database, Statement } from '../sqlite.ts';
import { SegmentReader } from './segment/segment-reader.ts';
import type { SegmentRow } from './storage/segment-row.ts';
import { SegmentStore } from './storage/segment-store.ts';

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

/** Of SQLite's page cache: room for the inner pages of its trees to stay while pages of postings come and go. */
const cacheKiB = 6_000;

/** Hands out snapshots of an index that another connection writes. */
export class IndexReader {
  readonly #db: Database;
  #store: SegmentStore | null = null;
  #generation: Statement<{ value: number }> | null = null;
  /** What is still to be read ahead, by segment: a generator that has ended has read all of its own. */
  readonly #warming = new Map<number, Generator<void, void>>();
  #snapshot: IndexSnapshot = { generation: -1, segments: [], articles: 0, checkpoint: carryOn };

  constructor(db: Database) {
    db.exec(`PRAGMA cache_size = -${String(cacheKiB)}`);
    this.#db = db;
  }

  /**
   * Runs `work` on the newest snapshot. The read transaction around it is what keeps the segments of the snapshot
   * in the file until `work` returns, so `work` is short and synchronous.
   */
  snapshot<Value>(work: (snapshot: IndexSnapshot) => Value, checkpoint: () => void = carryOn): Value {
    this.#db.exec('BEGIN');
    try {
      return work({ ...this.#newest(), checkpoint });
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  /** Reads ahead in the segments, a little a step; false when there is nothing more to read. */
  warmStep(): boolean {
    return this.snapshot(({ segments }) => {
      const living = new Set(segments.map(({ row }) => row.id));
      for (const id of this.#warming.keys()) if (!living.has(id)) this.#warming.delete(id);
      for (const segment of segments) {
        const work = this.#warming.get(segment.row.id) ?? segment.warming();
        this.#warming.set(segment.row.id, work);
        if (work.next().done !== true) return true;
      }
      return false;
    });
  }

  #newest(): IndexSnapshot {
    // Made late: the tables may not have been there when the connection was opened.
    this.#generation ??= this.#db.prepare("SELECT value FROM meta WHERE key = 'generation'");
    const generation = this.#generation.get()?.value ?? 0;
    if (generation === this.#snapshot.generation) return this.#snapshot;
    const before = new Map(this.#snapshot.segments.map((reader) => [reader.row.id, reader]));
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

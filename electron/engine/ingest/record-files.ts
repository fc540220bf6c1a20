import type { ArticleId, SourceId } from '../../contract/ids.ts';
import type { LibraryOperation } from '../library/commits/commit-operations.ts';
import type { RecordFile } from '../library/sources/record-file-rows.ts';
import type { Commit } from '../library/commits/committer.ts';
import type { KnownLocation } from './files/file-registry.ts';
import type { IngestResult } from './ingested-batch.ts';
import { likeness } from './records/likeness.ts';
import { loneRecords, pairRecords } from './records/paired-records.ts';
import type { RecordRegistry, RecordRow } from './records/record-registry.ts';
import type { SeenLocations } from './files/seen-locations.ts';

type RecordResult = Extract<IngestResult, { kind: 'record' }>;
type Ended = Extract<IngestResult, { kind: 'ended' }>;

/** What a scan has met of a file that it knew before. */
type Reading = {
  /** Known records in the order in which they were met, and where. */
  readonly ids: number[];
  readonly positions: number[];
  next: number;
  ended: RecordFile | null;
};

export type RecordFilesTools = Readonly<{
  registry: RecordRegistry;
  /** Records that were met. */
  seen: SeenLocations;
  /** The last location before the scan. */
  lastLocation: number;
  textOf: (article: ArticleId) => string | null;
  commit: (commit: Commit) => Promise<void>;
}>;

/** What became of records when their file was settled. */
export type Settled = Readonly<{ missing: readonly number[]; paired: number }>;

/**
 * Follows one scan through files of many records, and settles those that were known before once they were read to their end: which
 * records were edited, which have vanished, and in what order they are.
 */
export class RecordFiles {
  readonly #tools: RecordFilesTools;
  /** By path; null for a file of which nothing was known. */
  readonly #readings = new Map<string, Reading | null>();
  readonly #unread = new Set<string>();
  #ended: Reading[] = [];

  constructor(tools: RecordFilesTools) {
    this.#tools = tools;
  }

  /** A file that is as it was. */
  isSame(path: string): void {
    this.#unread.add(path);
  }

  /** Whether a file of many records was met, so that none of them has vanished with it. */
  has(path: string): boolean {
    return this.#unread.has(path) || this.#readings.has(path);
  }

  /** Whether the records of a file were not looked at, and what is known of them stays. */
  isUnread(path: string): boolean {
    return this.#unread.has(path);
  }

  /** To be told before the record is committed. False when the scan has met it already: its worker had died. */
  isNext({ path, position }: RecordResult, location: KnownLocation | null): boolean {
    const reading = this.#readingOf(path);
    if (reading === null) return true;
    if (position < reading.next) return false;
    reading.next = position + 1;
    if (location !== null && location.id <= this.#tools.lastLocation) {
      this.#tools.seen.add(location.id);
      reading.ids.push(location.id);
      reading.positions.push(position);
    }
    return true;
  }

  /** Returns what is to be committed with the records of a file that is new; one that was known is settled later. */
  end({ path, format, size, modifiedMs, records, warning }: Ended, source: SourceId): RecordFile | null {
    const file: RecordFile = { path, source, format, size, modifiedMs, records, warning };
    const reading = this.#readingOf(path);
    if (reading === null) return file;
    reading.ended = file;
    this.#ended.push(reading);
    return null;
  }

  /** Belongs after a commit of all that was read. */
  async settle(): Promise<Settled> {
    const missing: number[] = [];
    let paired = 0;
    for (const reading of this.#ended.splice(0)) {
      if (reading.ended === null) continue;
      const settled = await this.#settleFile(reading, reading.ended);
      missing.push(...settled.missing);
      paired += settled.paired;
    }
    return { missing, paired };
  }

  #readingOf(path: string): Reading | null {
    let reading = this.#readings.get(path);
    if (reading === undefined) {
      const isKnown = this.#tools.registry.holds(path);
      reading = isKnown ? { ids: [], positions: [], next: 0, ended: null } : null;
      this.#readings.set(path, reading);
    }
    return reading;
  }

  async #settleFile({ ids, positions }: Reading, file: RecordFile): Promise<Settled> {
    const { registry, seen, lastLocation } = this.#tools;
    const last = registry.lastLocation(file.path);
    const gone: RecordRow[] = [];
    const young: RecordRow[] = [];
    const stayed: RecordRow[] = [];
    for (const row of registry.rowsOf(file.path)) {
      // The file itself was met, but it is no record any more.
      const isSeen = row.record !== '' && (row.id > lastLocation || seen.has(row.id));
      if (!isSeen && !row.missing) gone.push(row);
      else if (isSeen && row.id > last) young.push(row);
      else if (isSeen) stayed.push(row);
    }
    const isPossible = gone.length > 0 && young.length > 0;
    const pairs = isPossible ? this.#pairs({ gone, young, stayed }, new Map(zip(ids, positions))) : [];
    const left = new Set(gone.map(({ id }) => id));
    const operations: LibraryOperation[] = [];
    const removed: ArticleId[] = [];
    for (const { from, to } of pairs) {
      operations.push({ op: 'copyTagsAndNotes', from: from.article, to: to.article });
      if (registry.isElsewhere(from.article, from.id)) continue;
      operations.push({ op: 'remove', article: from.article });
      removed.push(from.article);
      left.delete(from.id);
    }
    if (operations.length > 0) await this.#tools.commit({ operations, parts: [], articles: 0, removed });
    registry.end(file, ids, positions);
    return { missing: [...left], paired: pairs.length };
  }

  #pairs(
    { gone, young, stayed }: Readonly<Record<'gone' | 'young' | 'stayed', readonly RecordRow[]>>,
    positionNow: ReadonlyMap<number, number>,
  ): Readonly<{ from: RecordRow; to: RecordRow }>[] {
    const shared = new Set(stayed.map(({ id }) => id));
    const isShared = (id: number): boolean => shared.has(id);
    const before = inOrder([...stayed, ...gone], ({ position }) => position);
    const now = inOrder([...stayed, ...young], ({ id, position }) => positionNow.get(id) ?? position);
    const rows = new Map([...gone, ...young].map((row) => [row.id, row]));
    const textOf = (id: number): string => {
      const row = rows.get(id);
      return row === undefined ? '' : (this.#tools.textOf(row.article) ?? '');
    };
    const pairs = pairRecords(loneRecords(before, isShared), loneRecords(now, isShared), (old, other) =>
      likeness(textOf(old), textOf(other)),
    );
    return pairs.flatMap(({ old, young: other }) => {
      const from = rows.get(old);
      const to = rows.get(other);
      return from === undefined || to === undefined || from.article === to.article ? [] : [{ from, to }];
    });
  }
}

function inOrder(rows: readonly RecordRow[], positionOf: (row: RecordRow) => number): number[] {
  return [...rows].sort((a, b) => positionOf(a) - positionOf(b)).map(({ id }) => id);
}

function zip(ids: readonly number[], positions: readonly number[]): [number, number][] {
  return ids.map((id, at) => [id, positions[at] ?? 0]);
}

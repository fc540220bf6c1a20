import type { FileToIngest, IngestLimits } from '../files/file-to-ingest.ts';
import type { IngestedBatch } from '../ingested-batch.ts';

/** `workerData` of an ingest worker. */
export type IngestWorkerData = Readonly<{
  /** An Int32Array; see `placeIn`. */
  place: SharedArrayBuffer;
  /** Where the worker writes which file it is about to read, for the case that the whole process ends. */
  journalPath: string;
}>;

/** What is where in the memory that a worker and the pool share. */
export const placeIn = {
  /** Which file of the job is being read; -1 before the first. */
  file: 0,
  /** The thread by `ownThread`. */
  thread: 1,
  /** Which record of the file is being read; -1 outside of any. */
  record: 2,
  /** 1 once no further record is wanted. */
  stop: 3,
} as const;

export const placeBytes = 4 * Object.keys(placeIn).length;

export type IngestJob = Readonly<{
  kind: 'job';
  files: readonly FileToIngest[];
  limits: IngestLimits;
  today: string;
}>;

/** `go`: the batch before the last one has been taken, and the next one may be posted. */
export type IngestOrder = IngestJob | Readonly<{ kind: 'go' }>;

/** `part`: more comes, and is held back until the pool says `go`; `done`: the rest of the job. */
export type IngestReply = Readonly<{ kind: 'part' | 'done'; batch: IngestedBatch }>;

import type { FileToIngest, IngestLimits } from './file-to-ingest.ts';
import type { ReadBatch } from './read-batch.ts';

/** `workerData` of an ingest worker. */
export type IngestWorkerData = Readonly<{
  /** An Int32Array of two: which file of the job is being read, -1 before the first, and the thread by `ownThread`. */
  place: SharedArrayBuffer;
  /** Where the worker writes which file it is about to read, for the case that the whole process ends. */
  journalPath: string;
}>;

export type IngestJob = Readonly<{
  files: readonly FileToIngest[];
  limits: IngestLimits;
  today: string;
}>;

/** Results of the first files of a job: a worker stops early when they have become large together. */
export type IngestReply = ReadBatch;

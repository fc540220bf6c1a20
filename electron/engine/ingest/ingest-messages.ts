import type { FileToIngest, IngestLimits } from './file-to-ingest.ts';
import type { ReadBatch } from './read-batch.ts';

/** `workerData` of an ingest worker. */
export type IngestWorkerData = Readonly<{
  /** Which file of the batch is being read: an Int32Array of one, counted up by the worker. */
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

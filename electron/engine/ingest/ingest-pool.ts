import type { FileToIngest, IngestContext, IngestResult } from './ingest-file.ts';
import { ingestFile } from './ingest-file.ts';

/** Reads files somewhere: in worker threads, or right here. */
export interface IngestPool {
  /** How many calls of `ingest` it can work on at once. */
  readonly width: number;
  /** One result a file, in the order of the files. */
  ingest(files: readonly FileToIngest[]): Promise<readonly IngestResult[]>;
  close(): Promise<void>;
}

/** Reads files on the calling thread: for tests, and where threads can't be had. */
export function ingestHere(context: IngestContext): IngestPool {
  return {
    width: 1,
    ingest: async (files) => files.map((file) => ingestFile(file, context)),
    close: async () => undefined,
  };
}

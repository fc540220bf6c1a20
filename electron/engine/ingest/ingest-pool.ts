import { SegmentBuilder } from '../index/building/segment-builder.ts';
import { TextPacker } from '../library/texts/text-packer.ts';
import { type FileToIngest } from './file-to-ingest.ts';
import { ingestFile, type IngestContext } from './ingest-file.ts';
import { BatchBuilder, type ReadBatch } from './read-batch.ts';

/** Reads files somewhere: in worker threads, or right here. */
export interface IngestPool {
  /** How many calls of `ingest` it can work on at once. */
  readonly width: number;
  /** One result a file, in the order of the files, in one or more batches. */
  ingest(files: readonly FileToIngest[]): Promise<readonly ReadBatch[]>;
  close(): Promise<void>;
}

/** Reads files on the calling thread: for tests, and where threads can't be had. */
export function ingestHere(context: IngestContext): IngestPool {
  const segment = new SegmentBuilder();
  const packer = new TextPacker();
  return {
    width: 1,
    ingest: async (files) => {
      const batch = new BatchBuilder(segment, packer);
      for (const file of files) batch.add(ingestFile(file, context));
      return [batch.finish()];
    },
    close: async () => undefined,
  };
}

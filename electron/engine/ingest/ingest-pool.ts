import { SegmentBuilder } from '../index/building/segment-builder.ts';
import { TextPacker } from '../library/texts/text-packer.ts';
import { type FileToIngest } from './files/file-to-ingest.ts';
import { SerialQueue } from '../concurrency/serial-queue.ts';
import { FileIngester, type IngestContext } from './ingest-file.ts';
import type { FormatTable } from './formats/format-table.ts';
import { BatchBuilder, type IngestedBatch } from './ingested-batch.ts';

export type IngestWatch = Readonly<{
  /** Once it is aborted, reading ends before the next record. */
  signal?: AbortSignal;
  /** Hears now and then how many of the files were read. */
  onRead?: (files: number) => void;
}>;

/** Reads files somewhere: in worker threads, or right here. */
export interface IngestPool {
  /** What it can read. */
  readonly formats: FormatTable;
  /** How many calls of `ingest` it can work on at once. */
  readonly width: number;
  /**
   * Hands over what it reads batch by batch, in the order of the files, and reads no more than two ahead of what was taken. Settles
   * when all was taken.
   */
  ingest(
    files: readonly FileToIngest[],
    take: (batch: IngestedBatch) => Promise<void>,
    watch?: IngestWatch,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Reads files on the calling thread: for tests, and where threads can't be had. */
export function ingestHere(context: IngestContext): IngestPool {
  const segment = new SegmentBuilder();
  const packer = new TextPacker();
  const ingester = new FileIngester();
  const queue = new SerialQueue();
  return {
    formats: context.formats,
    width: 1,
    ingest: (files, take, { signal, onRead } = {}) =>
      queue.run(async () => {
        const isStopped = (): boolean => signal?.aborted === true;
        let batch = new BatchBuilder(segment, packer);
        for (const [number, file] of files.entries()) {
          if (isStopped()) break;
          for await (const result of ingester.ingest(file, { ...context, isStopped })) {
            batch.add(result);
            if (!batch.isFull) continue;
            await take(batch.finish());
            batch = new BatchBuilder(segment, packer);
          }
          onRead?.(number + 1);
        }
        await take(batch.finish());
      }),
    close: async () => undefined,
  };
}

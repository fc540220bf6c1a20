import { parentPort, workerData } from 'node:worker_threads';
import { SegmentBuilder } from '../index/building/segment-builder.ts';
import { CrashJournal } from '../ingest/crash-journal.ts';
import { ingestFile } from '../ingest/ingest-file.ts';
import type { IngestJob, IngestReply, IngestWorkerData } from '../ingest/ingest-messages.ts';
import { BatchBuilder } from '../ingest/read-batch.ts';
import { ownThread } from '../ingest/thread-time.ts';
import { TextPacker } from '../library/texts/text-packer.ts';

/** A batch beyond so many UTF-16 code units is handed over before the next file is read, so that large files never pile up. */
const batchUnits = 4 * 1024 * 1024;

const { place, journalPath } = workerData as IngestWorkerData;
const placeInJob = new Int32Array(place);
Atomics.store(placeInJob, 1, ownThread());
const journal = new CrashJournal(journalPath);
const segment = new SegmentBuilder();
const packer = new TextPacker();

function read({ files, limits, today }: IngestJob): IngestReply {
  const batch = new BatchBuilder(segment, packer);
  for (const [number, file] of files.entries()) {
    Atomics.store(placeInJob, 0, number);
    const { maxFileBytes } = limits;
    batch.add(ingestFile(file, { maxFileBytes, today, onParse: (path) => journal.begin(path) }));
    if (batch.units >= batchUnits) break;
  }
  const reply = batch.finish();
  journal.end();
  return reply;
}

parentPort?.on('message', (job: IngestJob) => {
  // Copied, which takes a few milliseconds: once a thread has given a buffer away, V8 looks at each access to any array
  // whether that is still there, and throws away all code that it has compiled without doing so.
  parentPort?.postMessage(read(job));
});

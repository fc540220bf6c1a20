import { parentPort, workerData } from 'node:worker_threads';
import { SegmentBuilder } from '../index/building/segment-builder.ts';
import { CrashJournal } from '../ingest/files/crash-journal.ts';
import { readableFormats } from '../ingest/formats/readable-formats.ts';
import { FileIngester, type IngestContext } from '../ingest/ingest-file.ts';
import {
  placeIn,
  type IngestJob,
  type IngestOrder,
  type IngestReply,
  type IngestWorkerData,
} from '../ingest/workers/ingest-messages.ts';
import { BatchBuilder } from '../ingest/ingested-batch.ts';
import { ownThread } from '../ingest/workers/thread-time.ts';
import { TextPacker } from '../library/texts/text-packer.ts';

const { place, journalPath } = workerData as IngestWorkerData;
const placeInJob = new Int32Array(place);
Atomics.store(placeInJob, placeIn.thread, ownThread());
const journal = new CrashJournal(journalPath);
const segment = new SegmentBuilder();
const packer = new TextPacker();
const ingester = new FileIngester();
let goOn = (): void => undefined;

function isStopped(): boolean {
  return Atomics.load(placeInJob, placeIn.stop) === 1;
}

function onParse(path: string, record: number | null): void {
  Atomics.store(placeInJob, placeIn.record, record ?? -1);
  journal.begin(path, record);
}

// Copied, which takes a few milliseconds: once a thread has given a buffer away, V8 looks at each access to any array
// whether that is still there, and throws away all code that it has compiled without doing so.
function post(reply: IngestReply): void {
  parentPort?.postMessage(reply);
}

async function read({ files, limits, today }: IngestJob): Promise<void> {
  const { maxFileBytes } = limits;
  const context: IngestContext = { formats: readableFormats, maxFileBytes, today, onParse, isStopped };
  let batch = new BatchBuilder(segment, packer);
  // One batch is read ahead while the writer has another in hand.
  let taken = Promise.resolve();
  for (const [number, file] of files.entries()) {
    if (isStopped()) break;
    Atomics.store(placeInJob, placeIn.record, -1);
    Atomics.store(placeInJob, placeIn.file, number);
    for await (const result of ingester.ingest(file, context)) {
      batch.add(result);
      if (!batch.isFull) continue;
      const full = batch.finish();
      await taken;
      taken = new Promise((resolve) => (goOn = resolve));
      post({ kind: 'part', batch: full });
      batch = new BatchBuilder(segment, packer);
    }
  }
  journal.end();
  const rest = batch.finish();
  await taken;
  post({ kind: 'done', batch: rest });
}

parentPort?.on('message', (order: IngestOrder) => {
  if (order.kind === 'go') goOn();
  else void read(order);
});

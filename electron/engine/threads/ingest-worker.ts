import { parentPort, workerData } from 'node:worker_threads';
import { transferablesOf } from '../index/analyse-article.ts';
import { CrashJournal } from '../ingest/crash-journal.ts';
import { ingestFile, type IngestResult } from '../ingest/ingest-file.ts';
import type { IngestJob, IngestReply, IngestWorkerData } from '../ingest/ingest-messages.ts';

/** Results beyond this are handed over before the next file is read, so that large files never pile up. */
const resultBytes = 8 * 1024 * 1024;

const { place, journalPath } = workerData as IngestWorkerData;
const placeInJob = new Int32Array(place);
const journal = new CrashJournal(journalPath);

function read({ files, limits, today }: IngestJob): IngestReply {
  const results: IngestResult[] = [];
  let bytes = 0;
  for (const [number, file] of files.entries()) {
    Atomics.store(placeInJob, 0, number);
    const { maxFileBytes } = limits;
    const result = ingestFile(file, { maxFileBytes, today, onParse: (path) => journal.begin(path) });
    results.push(result);
    if (result.kind === 'read') bytes += result.record.length + result.analysed.occurrences.byteLength;
    if (bytes >= resultBytes) break;
  }
  journal.end();
  return { results };
}

function transferables({ results }: IngestReply): ArrayBuffer[] {
  return results.flatMap((result) =>
    result.kind === 'read' ? [result.record.buffer, ...transferablesOf(result.analysed)] : [],
  );
}

parentPort?.on('message', (job: IngestJob) => {
  const reply = read(job);
  parentPort?.postMessage(reply, transferables(reply));
});

import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '../../contract/failure.ts';
import { trusting } from '../../rpc/calls.ts';
import { portOfEmitter } from '../../rpc/port.ts';
import { serve, type Served } from '../../rpc/serve.ts';
import { defaultLimits } from '../ingest/files/file-to-ingest.ts';
import type { Tell } from '../library/library-events.ts';
import { openLunrIndex } from '../library/opening/open-lunr-index.ts';
import { localDate, systemNowMs } from './clock.ts';
import { backupThreads } from './backup-worker.ts';
import type { WriterApi, WriterData, WriterEvents } from './writer-api.ts';
import { openWriter, failingWriter } from './writer.ts';

/** Two keep two cores busy, since the writer mostly waits for them and a search is short. */
const minWorkers = 2;
const maxWorkers = 4;

/** The first answers are made by then, and whoever is in a hurry has gone. */
const backUpAfterMs = 10_000;
const backUpAgainMs = 3_600_000;
const tidyAfterMs = 15_000;
const lookEveryMs = 5_000;

const { libraryDir, ingestUrl, backupUrl, salvage, limits } = workerData as WriterData;
let served: Served<WriterEvents> | null = null;
const early: (() => void)[] = [];
const tell: Tell = (name, payload) => {
  if (served === null) early.push(() => served?.send(name, payload));
  else served.send(name, payload);
};

const writer = await openWriter({
  libraryDir,
  openIndex: openLunrIndex,
  openPool: async () => {
    const { openWorkerPool } = await import('../ingest/import-work.ts');
    return openWorkerPool({
      workerUrl: new URL(ingestUrl),
      libraryDir,
      width: Math.min(maxWorkers, Math.max(minWorkers, availableParallelism() - 1)),
      // One core is for this thread and for what V8 does beside the workers.
      eager: Math.max(1, availableParallelism() - 1),
      limits: { ...defaultLimits, ...limits },
      today: localDate(systemNowMs()),
    });
  },
  nowMs: systemNowMs,
  startBackup: backupThreads(new URL(backupUrl)),
  backUpAfterMs,
  backUpAgainMs,
  tidyAfterMs,
  lookEveryMs,
  salvage,
  tell,
  // Dying would lose the code of the failure: the thread lives on to say it.
}).catch((error: unknown) => failingWriter(toFailure(error)));
if (parentPort !== null) {
  served = serve<WriterApi, WriterEvents>(portOfEmitter(parentPort), writer, trusting(writer));
  for (const send of early) send();
}

import { setTimeout } from 'node:timers/promises';
import { doBuild } from './do-build.ts';
import { doCold, doImport, doSearch } from './do-engine-jobs.ts';
import type { Job, JobMessage, ResultOf } from './job.ts';

const idleMs = 1_500;

function send(message: JobMessage): void {
  process.send?.(message);
}

/** Says which phase begins, and gives the watching process time to look at one that only waits. */
async function enterPhase(phase: string): Promise<void> {
  send({ phase });
  if (phase.startsWith('idle')) await setTimeout(idleMs);
}

async function resultOf(job: Job): Promise<ResultOf<Job>> {
  switch (job.kind) {
    case 'build':
      return await doBuild(job, enterPhase);
    case 'import':
      return await doImport(job, enterPhase);
    case 'search':
      return await doSearch(job, enterPhase);
    case 'cold':
      return await doCold(job);
  }
}

/** Waits for the one job of this process, does it, and ends. */
export function serveJob(): void {
  process.once('message', (job: Job) => {
    void resultOf(job).then(
      (result) => {
        send({ result });
        process.disconnect();
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

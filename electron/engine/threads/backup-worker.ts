import { Worker } from 'node:worker_threads';
import type { BackupStarter } from '../library/files/daily-backup.ts';

/** SQLite copies the pages; the thread itself holds next to nothing. */
const resourceLimits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 };

/**
 * Makes each backup in a thread of its own, from the built `backup-thread.js` at `url`: reading hundreds of megabytes
 * once more to see whether the copy is sound would keep the thread waiting that commits.
 */
export function backupThreads(url: URL): BackupStarter {
  return (job) => {
    const thread = new Worker(url, { workerData: job, resourceLimits });
    let isMade = false;
    let isGivenUp = false;
    const made = new Promise<boolean>((resolve, reject) => {
      thread.once('message', () => {
        isMade = true;
      });
      thread.once('error', reject);
      thread.once('exit', () => {
        if (isMade || isGivenUp) resolve(isMade);
        else reject(new Error('its thread stopped without a reason'));
      });
    });
    return {
      made,
      giveUp: () => {
        isGivenUp = true;
        thread.postMessage('give up');
      },
    };
  };
}

import { parentPort, workerData } from 'node:worker_threads';
import { backUpInUse, type BackupJob } from '../library/files/backup.ts';

/** Makes one backup, says so, and ends; any message gives it up. */
if (parentPort === null) throw new Error('backup-thread runs as a thread of the engine');
const port = parentPort;
const aborting = new AbortController();
port.once('message', () => aborting.abort());
try {
  await backUpInUse(workerData as BackupJob, aborting.signal);
  port.postMessage('made');
} catch (error) {
  if (!aborting.signal.aborted) throw error;
} finally {
  port.close();
}

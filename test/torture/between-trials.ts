import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Settles when the statements of closed libraries are gone. A connection of the package for Node 20 lives on inside SQLite
 * until the last of them is collected, and then deletes the log at the path that it was opened at: by then, perhaps that of
 * another library, which was put there for the next trial.
 */
export async function connectionsEnded(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    collectGarbage();
    await setImmediate();
  }
}

/** Ends this process when something keeps it alive though everything is closed, and names what that is. */
export function endWithin(ms: number): void {
  setTimeout(() => {
    console.log(`still open after ${ms} ms: ${process.getActiveResourcesInfo().join(', ')}`);
    process.exit();
  }, ms).unref();
}

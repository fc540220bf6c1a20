// What an import takes, in one module: whoever opens a library waits for none of it.
export { Scan } from './scan.ts';
export { openWorkerPool } from './workers/worker-pool.ts';

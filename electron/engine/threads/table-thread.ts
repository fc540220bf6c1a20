import { parentPort, workerData } from 'node:worker_threads';
import { readTable, type TableToRead } from '../ingest/read-table.ts';
import { localDate, systemNowMs } from './clock.ts';

/** Reads the beginning of one table, says what its columns are, and ends. */
if (parentPort === null) throw new Error('table-thread runs as a thread of the engine');
parentPort.postMessage(await readTable(workerData as TableToRead, localDate(systemNowMs())));
parentPort.close();

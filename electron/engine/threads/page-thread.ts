import { parentPort, workerData } from 'node:worker_threads';
import { ownPage, type PageFile } from '../ingest/own-page.ts';

/** Reads one page, says what came of it, and ends. */
if (parentPort === null) throw new Error('page-thread runs as a thread of the engine');
parentPort.postMessage(ownPage(workerData as PageFile));
parentPort.close();

import { createEngine } from '../engine/create-engine.ts';
import { hostEngine } from './host-engine.ts';

const libraryDir = process.argv[2];
if (libraryDir === undefined) throw new Error('engine-host: no library was named');

void hostEngine(
  process.parentPort,
  (status) => process.exit(status),
  (log) =>
    createEngine({
      libraryDir,
      threadsUrl: new URL('../engine/threads/', import.meta.url),
      clock: () => performance.now(),
      log,
    }),
);

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../../electron/dev/checkout.ts';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';

/** Opens a library with the built threads, for a tool that runs from its own bundle. */
export async function openEngine(libraryDir: string): Promise<Engine> {
  return await createEngine({
    libraryDir,
    threadsUrl: pathToFileURL(join(checkout, 'dist/engine/threads/')),
    clock: () => performance.now(),
    log: (line) => {
      if (!line.startsWith('slow call')) console.error(line);
    },
  });
}

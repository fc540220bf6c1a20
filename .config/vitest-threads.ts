import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleModules, moduleEntries, root, threadEntries } from './bundle.mjs';

/**
 * Tests start the engine's threads and the command line from their bundles, as the app does. A source that can't
 * be bundled takes its old bundle with it, so that only the tests that need it fail.
 */
export async function setup(): Promise<void> {
  for (const [source, target] of Object.entries({ ...moduleEntries, ...threadEntries })) {
    try {
      await bundleModules({ [source]: target });
    } catch {
      // esbuild has said where and why.
      await rm(join(root, target), { force: true });
    }
  }
}

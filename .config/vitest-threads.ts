import { bundleModules, moduleEntries, threadEntries } from './bundle.mjs';

/** Tests start the engine's threads and the command line from their bundles, as the app does. */
export async function setup(): Promise<void> {
  await bundleModules({ ...moduleEntries, ...threadEntries });
}

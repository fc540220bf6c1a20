import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a build's engine can be loaded from, as URLs: its `createEngine`, and the folder of its threads. */
export type BuiltEngine = Readonly<{ engine: string; threads: string }>;

const engineBundle = 'dist/engine/create-engine.js';

/** Run in a checkout: its own bundler makes its engine, as a module that a process of any build can load. */
const bundling = `
  const { bundleModules, threadEntries } = await import('./.config/bundle.mjs');
  await bundleModules({ ...threadEntries, 'electron/engine/create-engine.ts': '${engineBundle}' });
`;

/** Builds the engine of a checkout whose packages are installed. */
export function buildEngine(dir: string): BuiltEngine {
  execFileSync(process.execPath, ['--input-type=module', '--eval', bundling], { cwd: dir, stdio: 'inherit' });
  return {
    engine: pathToFileURL(join(dir, engineBundle)).href,
    threads: pathToFileURL(join(dir, 'dist/engine/threads/')).href,
  };
}

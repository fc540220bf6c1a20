import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Every test of what runs on Node. */
const engine =
  'test/{contract,words,rpc,engine,engine-host,cli,main,preload,dev,docs,fences,assets,bench,parity,same-index,eval,answers}/**/*.test.ts';
/** Those that put another module in the place of one of ours, which works only before it is first loaded. */
const withMocks = ['test/engine/library/full-disk.test.ts', 'test/main/windows-paths.test.ts'];

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  cacheDir: '.cache/vitest',
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A busy machine may take seconds to start a thread; waiting longer costs a passing test nothing.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
          // Files share the modules that they load, which is half of the time that they take.
          isolate: false,
          include: [engine],
          exclude: withMocks,
          globalSetup: ['.config/vitest-threads.ts'],
          setupFiles: ['.config/vitest-properties.ts', '.config/vitest-sentences.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'engine-mocked',
          environment: 'node',
          include: withMocks,
          globalSetup: ['.config/vitest-threads.ts'],
          setupFiles: ['.config/vitest-properties.ts', '.config/vitest-sentences.ts'],
        },
      },
      {
        extends: true,
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.ts'],
          setupFiles: [
            '.config/vitest-renderer.ts',
            '.config/vitest-properties.ts',
            '.config/vitest-sentences.ts',
          ],
        },
      },
    ],
  },
});

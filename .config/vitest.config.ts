import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  cacheDir: '.cache/vitest',
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    // A busy machine may take seconds to start a thread; waiting longer costs a passing test nothing.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
          include: [
            'test/{contract,rpc,engine,engine-host,cli,main,preload,dev,fences,assets,bench,parity,eval}/**/*.test.ts',
          ],
          globalSetup: ['.config/vitest-threads.ts'],
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
          setupFiles: ['.config/vitest-renderer.ts'],
        },
      },
    ],
  },
});

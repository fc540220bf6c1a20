import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  testDir: `${root}/test/e2e`,
  outputDir: `${root}/test-results`,
  workers: 1,
  // One race on a busy machine is no reason to throw a change away; it is named at the end of `npm test`.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: `${root}/.cache/reports/e2e.json` }]],
  use: { screenshot: 'only-on-failure' },
});

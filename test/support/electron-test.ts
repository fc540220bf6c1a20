import { test as base } from '@playwright/test';
import { launchApp, type AppOptions, type RunningApp } from './electron-app.ts';

/** A Playwright test that starts apps by `launch`: they are closed at its end, photographed first if it failed. */
export const test = base.extend<{ launch: (options: AppOptions) => Promise<RunningApp> }>({
  launch: async ({}, use) => {
    const running: RunningApp[] = [];
    await use(async (options) => {
      const started = await launchApp(options);
      running.push(started);
      return started;
    });
    for (const { close } of running) await close();
  },
});

export { expect } from '@playwright/test';

import { test as base } from '@playwright/test';
import { launchApp, type AppOptions, type RunningApp } from './electron-app.ts';

/** A Playwright test that starts apps by `launch`: closed at its end, photographed first if it failed. */
export const test = base.extend<{ launch: (options: AppOptions) => Promise<RunningApp> }>({
  launch: async ({}, use, testInfo) => {
    const running: RunningApp[] = [];
    await use(async (options) => {
      const started = await launchApp(options);
      running.push(started);
      return started;
    });
    for (const { app, close } of running) {
      if (testInfo.status !== testInfo.expectedStatus) {
        for (const [index, window] of app.windows().entries()) {
          const path = testInfo.outputPath(`window-${index + 1}.png`);
          await window.screenshot({ path }).catch(() => {
            // A window that is gone or was never shown can't be photographed; the test's own error matters more.
          });
        }
      }
      await close();
    }
  },
});

export { expect } from '@playwright/test';

import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { makeSharedFolder } from '../../electron/dev/launch.ts';
import { launchApp, type AppOptions, type RunningApp } from './electron-app.ts';

type Fixtures = Readonly<{
  /** A folder that is gone after the test, in which the user who runs the app may write. */
  home: string;
  /** Starts an app, which is closed at the end of the test. */
  launch: (options: AppOptions) => Promise<RunningApp>;
}>;

/** A Playwright test that starts apps by `launch`; Playwright photographs their windows if it fails. */
export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const folder = makeSharedFolder('microfiche-e2e-');
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
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

import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { prepareLaunch } from '../../electron/dev/launch.ts';
import { findRuntime, type Runtime } from '../../electron/dev/runtime.ts';

export type AppOptions = Readonly<{
  /** Where the app keeps its settings; made by `makeSharedFolder`, so that the app's user may write to it. */
  userDataDir: string;
  /** The library to open; without it the app decides as it does for a person. */
  libraryDir?: string;
  /** Further arguments of the command line. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}>;

export type RunningApp = Readonly<{
  app: ElectronApplication;
  window: Page;
  /** Quits as a person would, and waits until every process is gone. */
  close: () => Promise<void>;
}>;

let runtime: Promise<Runtime> | undefined;

/** Starts the built app in a real Electron, as an ordinary user with the sandbox on, and waits for its window. */
export async function launchApp({
  userDataDir,
  libraryDir,
  args = [],
  env = {},
}: AppOptions): Promise<RunningApp> {
  runtime ??= findRuntime();
  const launch = prepareLaunch(await runtime, userDataDir);
  mkdirSync(userDataDir, { recursive: true });
  const library = libraryDir === undefined ? [] : [`--library=${libraryDir}`];
  const app = await _electron.launch({
    executablePath: launch.executable,
    args: [...launch.args, `--user-data-dir=${userDataDir}`, ...library, ...args],
    chromiumSandbox: true,
    env: { ...definedEnvironment(), MICROFICHE_CONFIG: userDataDir, ...launch.env, ...env },
  });
  const window = await app.firstWindow();
  return { app, window, close: () => app.close() };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

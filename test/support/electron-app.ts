import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { prepareLaunch } from '../../electron/dev/launch.ts';
import { findRuntime, runtimeFor, type Runtime } from '../../electron/dev/runtime.ts';

export type AppOptions = Readonly<{
  /** Where the app keeps its settings; made by `makeSharedFolder`, so that the app's user may write to it. */
  userDataDir: string;
  /** The library to open; without it the app decides as it does for a person. */
  libraryDir?: string;
  /** Further arguments of the command line. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Called once the folders of the app are the app's user's, and before it starts. */
  beforeStart?: () => void;
  /** Another checkout whose built app is started, readable by everybody. */
  appDir?: string;
  /** A file to which strace writes every network call of every process of the app. Linux only. */
  straceTo?: string;
}>;

export type RunningApp = Readonly<{
  app: ElectronApplication;
  window: Page;
  /** Quits as a person would, and waits until every process is gone. */
  close: () => Promise<void>;
}>;

const straceScript = fileURLToPath(new URL('strace.sh', import.meta.url));

const quitTimeoutMs = 15_000;

let runtime: Promise<Runtime> | undefined;

/** Starts the built app in a real Electron, as an ordinary user with the sandbox on, and waits for its window. */
export async function launchApp(options: AppOptions): Promise<RunningApp> {
  const { userDataDir, libraryDir, args = [], env = {}, straceTo, beforeStart, appDir } = options;
  runtime ??= findRuntime();
  const own = await runtime;
  const launch =
    appDir === undefined
      ? prepareLaunch(own, userDataDir)
      : prepareLaunch(runtimeFor(own, appDir), userDataDir, appDir);
  beforeStart?.();
  const library = libraryDir === undefined ? [] : [`--library=${libraryDir}`];
  const traced: Record<string, string> =
    straceTo === undefined ? {} : { MICROFICHE_STRACE: straceTo, MICROFICHE_TRACED: launch.executable };
  const app = await _electron.launch({
    executablePath: straceTo === undefined ? launch.executable : straceScript,
    args: [...launch.args, `--user-data-dir=${userDataDir}`, ...library, ...args],
    // Without this Playwright turns the sandbox off.
    chromiumSandbox: true,
    env: { ...definedEnvironment(), ...launch.env, ...traced, ...env },
  });
  const window = await app.firstWindow();
  let closed: Promise<void> | undefined;
  return { app, window, close: () => (closed ??= quit(app)) };
}

async function quit(app: ElectronApplication): Promise<void> {
  const { pid } = app.process();
  const closed = app.close();
  const inTime = await Promise.race([
    closed.then(() => true),
    setTimeout(quitTimeoutMs, false, { ref: false }),
  ]);
  if (inTime) return;
  // The starter, strace and every process of the app are one group.
  if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await closed;
  throw new Error(`the app did not quit within ${quitTimeoutMs} ms and was killed`);
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

import { rmSync, writeFileSync } from 'node:fs';
import type { ShellEvents } from '../../electron/contract/shell-api.ts';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { makeSharedFolder } from '../../electron/dev/launch.ts';
import { expect, test } from '../support/electron-test.ts';

type Seen = typeof globalThis & {
  readonly archive: WindowBridge;
  states: ShellEvents['engineState']['state'][];
};

let folder = '';
const folders: string[] = [];
test.beforeEach(() => {
  folder = makeSharedFolder('microfiche-engine-');
  folders.push(folder);
});
// Not after each test: its app is still running then.
test.afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

test('an engine that is killed fails what is pending, comes back, and answers again', async ({ launch }) => {
  const { app, window } = await launch({ userDataDir: folder });
  await window.evaluate(async () => {
    const seen = globalThis as Seen;
    seen.states = [];
    seen.archive.onShell('engineState', ({ state }) => seen.states.push(state));
    const status = await seen.archive.archive.status({});
    if ('failure' in status) throw new Error(status.failure.code);
  });
  const signal = (name: 'SIGSTOP' | 'SIGKILL') =>
    app.evaluate(({ app }, name) => {
      const engine = app.getAppMetrics().find((metric) => metric.name === 'Microfiche engine');
      if (engine === undefined) throw new Error('there is no engine');
      process.kill(engine.pid, name);
    }, name);
  // Held still, so that the call is surely pending when the engine dies.
  await signal('SIGSTOP');
  const pending = window.evaluate(async () => {
    const answer = await (globalThis as Seen).archive.archive.status({});
    return 'failure' in answer ? answer.failure.code : 'answered';
  });
  await signal('SIGKILL');
  expect(await pending).toBe('engine-gone');
  await window.waitForFunction(() => {
    const { states } = globalThis as unknown as Seen;
    return states.includes('restarting') && states.at(-1) === 'ready';
  });
  expect(await window.evaluate(() => (globalThis as Seen).archive.archive.status({}))).toHaveProperty(
    'value',
  );
});

test('a window that is loaded again gets a line of its own to the engine', async ({ launch }) => {
  const { window } = await launch({ userDataDir: folder });
  for (let load = 0; load < 3; load += 1) {
    expect(await window.evaluate(() => (globalThis as Seen).archive.archive.status({}))).toHaveProperty(
      'value',
    );
    await window.reload();
  }
});

test('another library is opened by an engine of its own', async ({ launch }) => {
  const { window } = await launch({ userDataDir: folder });
  const other = `${folder}/other`;
  const status = await window.evaluate(async (libraryDir) => {
    const { archive, shell } = (globalThis as Seen).archive;
    const opened = await shell.openLibrary({ libraryDir });
    if ('failure' in opened) throw new Error(opened.failure.code);
    return [await archive.status({}), await shell.info({})];
  }, other);
  expect(status).toEqual([
    { value: expect.objectContaining({ libraryDir: other }) as unknown },
    { value: expect.objectContaining({ libraryDir: other }) as unknown },
  ]);
});

test('an app whose library can not be opened says so, and quits when it is told to', async ({ launch }) => {
  const libraryDir = `${folder}/a-file`;
  writeFileSync(libraryDir, 'no library');
  const { window } = await launch({ userDataDir: folder, libraryDir });
  const state = await window.evaluate(
    () =>
      new Promise((resolve) => {
        (globalThis as Seen).archive.onShell('engineState', (event) => {
          if (event.state === 'failed') resolve(event.message);
        });
      }),
  );
  expect(state).toContain(libraryDir);
});

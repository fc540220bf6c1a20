import type { ShellEvents } from '../../electron/contract/shell-api.ts';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

type Seen = typeof globalThis & {
  readonly archive: WindowBridge;
  states: ShellEvents['engineState']['state'][];
};

test('the window repeats its query when the engine was killed', async ({ home, launch }) => {
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('port strike', 7);
  await room.query.press('Enter');
  await expect(room.tools).toContainText('hit 1 of');

  await window.evaluate(() => {
    const seen = globalThis as Seen;
    seen.states = [];
    seen.archive.onShell('engineState', ({ state }) => seen.states.push(state));
  });
  await app.evaluate(({ app }) => {
    const engine = app.getAppMetrics().find(({ name }) => name === 'Microfiche engine');
    if (engine !== undefined) process.kill(engine.pid, 'SIGKILL');
  });
  // Who begins to listen is told the state of now, which is ready until the end of the engine is noticed.
  await window.waitForFunction(() => {
    const { states } = globalThis as unknown as Seen;
    return states.includes('restarting') && states.at(-1) === 'ready';
  });

  // Hits are marked only for an answer of the engine that is running: had the query not been repeated, they were not.
  await expect(room.total).toHaveText('7 articles');
  await room.results.press('ArrowDown');
  const headline = await room.rows.nth(1).getByRole('heading').textContent();
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText(headline ?? '');
  await expect(room.tools).toContainText('hit 1 of');
  await expect(window.getByText('The engine stopped')).toBeHidden();
  await room.search('quarantine', 1);
});

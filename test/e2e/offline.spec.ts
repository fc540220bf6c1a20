import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { expect, test } from '../support/electron-test.ts';
import { hostilePage } from '../support/hostile-page.ts';
import { ReadingRoom } from '../support/reading-room.ts';

type Bridged = typeof globalThis & { readonly archive: WindowBridge };

// strace gives up where a process is killed just as it stops ("ptrace(PTRACE_LISTEN): Input/output error"), and takes
// the app with it: about once in 70 starts on a busy machine.
const attempts = 4;

test('no process of the app connects to anything but UNIX sockets', async ({ home, launch }) => {
  test.skip(process.platform !== 'linux', 'strace is a Linux tool');
  test.setTimeout(attempts * 120_000);
  const useTheApp = async (userDataDir: string, straceTo: string): Promise<void> => {
    mkdirSync(userDataDir);
    const { window, close } = await launch({ userDataDir, straceTo });
    try {
      const room = new ReadingRoom(window);
      await room.openSample();
      await room.search('quarantine', 1);
      await expect(room.article).toContainText('The safe word');
      await room.results.press('v');
      await expect(room.article).toContainText('The text as it is in the file');
      await addHostilePage(window, join(userDataDir, 'pages'));
      await room.search('"hostile page"', 1);
      const frame = room.article.frameLocator('iframe');
      await expect(frame.locator('h1')).toContainText('the hostile page');
    } finally {
      await close();
    }
  };

  /** Of all attempts: what half a trace shows counts too. */
  const calls: string[] = [];
  let whole = false;
  for (let attempt = 1; attempt <= attempts && !whole; attempt++) {
    const trace = join(home, `network-${attempt}.trace`);
    try {
      await useTheApp(join(home, `app-${attempt}`), trace);
    } catch (error) {
      if (isWhole(linesOf(trace)) || attempt === attempts) throw error;
    }
    const lines = linesOf(trace);
    whole = isWhole(lines);
    calls.push(...lines);
  }
  expect(whole).toBe(true);
  const outwards = calls.filter((line) => /\b(?:connect|sendto|sendmsg|sendmmsg)\(/u.test(line));
  expect(outwards.length).toBeGreaterThan(0);
  expect(outwards.filter((line) => /sa_family=AF_(?!UNIX|NETLINK)/u.test(line))).toEqual([]);
});

async function addHostilePage(window: Page, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(join(folder, 'hostile.html'), hostilePage('198.51.100.7:80'), { mode: 0o644 });
  await window.evaluate(async (path) => {
    const { archive } = (globalThis as Bridged).archive;
    await archive.addSources({ paths: [path] });
    await archive.importFinished({});
  }, folder);
}

function linesOf(trace: string): string[] {
  return existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : [];
}

/** True when strace stayed until the process that it started had ended, whatever the end was. */
function isWhole(trace: readonly string[]): boolean {
  const [pid] = /^\d+/u.exec(trace[0] ?? '') ?? [];
  return pid !== undefined && trace.some((line) => new RegExp(`^${pid} +\\+\\+\\+ `, 'u').test(line));
}

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

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

function linesOf(trace: string): string[] {
  return existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : [];
}

/** True when strace stayed until the process that it started had ended, whatever the end was. */
function isWhole(trace: readonly string[]): boolean {
  const [pid] = /^\d+/u.exec(trace[0] ?? '') ?? [];
  return pid !== undefined && trace.some((line) => new RegExp(`^${pid} +\\+\\+\\+ `, 'u').test(line));
}

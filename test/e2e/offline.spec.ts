import { readFileSync } from 'node:fs';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('no process of the app connects to anything but UNIX sockets', async ({ home, launch }) => {
  test.skip(process.platform !== 'linux', 'strace is a Linux tool');
  test.slow();
  const trace = `${home}/network.trace`;
  const { window, close } = await launch({ userDataDir: home, straceTo: trace });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('quarantine', 1);
  await expect(room.article).toContainText('The safe word');
  await room.results.press('v');
  await expect(room.article).toContainText('The text as it is in the file');
  await close();

  const calls = readFileSync(trace, 'utf8').split('\n');
  const outwards = calls.filter((line) => /\b(?:connect|sendto|sendmsg|sendmmsg)\(/u.test(line));
  expect(outwards.length).toBeGreaterThan(0);
  expect(outwards.filter((line) => /sa_family=AF_(?!UNIX|NETLINK)/u.test(line))).toEqual([]);
});

import { chmodSync, mkdirSync } from 'node:fs';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('a profile that can’t be written is said in the window, which works all the same', async ({
  home,
  launch,
}) => {
  const closed = `${home}/closed`;
  mkdirSync(closed);
  const { window, close } = await launch({
    userDataDir: closed,
    libraryDir: `${home}/press`,
    beforeStart: () => chmodSync(closed, 0o555),
  });
  await expect(window.locator('.banners')).toContainText(
    `Nothing can be written in ${closed}: you may not write there.`,
  );
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('port strike', 7);
  await close();
  chmodSync(closed, 0o755);
});

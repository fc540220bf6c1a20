import { join } from 'node:path';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';
import { writeFile } from '../support/article-folder.ts';

test('a guessed date is corrected with the keyboard, undone, done again, and stays so', async ({
  home,
  launch,
}) => {
  const press = join(home, 'press');
  writeFile(
    press,
    'wire.txt',
    'Crane topples at North Quay\n\nNORTHPORT, May 3 (Coast Wire) — A crane has toppled at the North Quay. Nobody was hurt.\n',
  );
  const options = { userDataDir: home, libraryDir: join(home, 'library') };
  const first = await launch({ ...options, args: [press] });
  const room = new ReadingRoom(first.window);
  await room.search('crane', 1);
  await room.query.press('Enter');
  const facts = room.article.locator('header');
  await expect(facts).toContainText('year guessed from the time of the file');

  await room.results.press('e');
  await first.window.getByRole('textbox', { name: 'Published' }).fill('1987-05-03');
  await first.window.keyboard.press('Enter');
  await expect(facts).toContainText('3 May 1987');
  await expect(facts).not.toContainText('guessed');
  await expect(room.rows.first()).toContainText('3 May 1987');

  await room.results.press('Control+z');
  await expect(facts).toContainText('guessed');
  await room.results.press('Control+Shift+z');
  await expect(facts).toContainText('3 May 1987');
  await first.close();

  const second = await launch(options);
  const again = new ReadingRoom(second.window);
  await again.search('is:corrected date:1987', 1);
  await expect(again.article.locator('header')).toContainText('3 May 1987');
});

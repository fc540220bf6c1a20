import { existsSync, rmSync } from 'node:fs';
import { page, writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('a missing article and a selection leave the library, and their files stay', async ({
  home,
  launch,
}) => {
  const folder = `${home}/clippings`;
  const [quay, pier, mole, weir] = ['quay', 'pier', 'mole', 'weir'].map((name) =>
    writeFile(
      folder,
      `${name}.txt`,
      page(`The ${name} is mended`, `Masons have mended the ${name} at last.`),
    ),
  );
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/4/u);
  await room.search('quay', 1);
  await room.query.press('Enter');
  await expect(room.ring).toBeHidden();
  rmSync(String(quay));
  await room.results.press('F5');
  await expect(room.rows).toContainText('missing');
  await room.article.getByRole('button', { name: 'Remove from the library' }).click();
  const dialog = window.getByRole('alertdialog');
  await expect(dialog).toContainText('Its file is missing');
  await dialog.getByRole('button', { name: 'Remove 1 article' }).click();
  await expect(room.everything).toHaveText(/3/u);
  await expect(window.getByText('No article has “quay”.')).toBeVisible();

  await room.search('masons', 3);
  await room.query.press('Enter');
  await room.rows.nth(1).click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Select or unselect' }).click();
  await window.keyboard.press('Shift+ArrowDown');
  await expect(room.message('2 selected')).toBeVisible();
  await window.keyboard.press('Delete');
  await expect(dialog).toContainText('2 files stay where they are');
  await dialog.getByRole('button', { name: 'Remove 2 articles' }).click();
  await expect(room.total).toHaveText('1 article');
  await expect(room.everything).toHaveText(/1/u);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(room.total).toHaveText('3 articles');
  await expect(room.everything).toHaveText(/3/u);
  expect([pier, mole, weir].map((path) => existsSync(String(path)))).toEqual([true, true, true]);
});

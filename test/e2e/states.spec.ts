import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('an article is excluded, hidden, asked for and found again; and a queue keeps its order', async ({
  home,
  launch,
}) => {
  for (const name of ['alder', 'birch', 'cedar'])
    writeFile(
      `${home}/pages`,
      `${name}.txt`,
      `The ${name} is felled\n\nA storm felled the ${name} at night.\n`,
    );
  const started = await launch({ userDataDir: home, args: [`${home}/pages`] });
  const room = new ReadingRoom(started.window);
  const { keyboard } = room.page;
  await expect(room.everything).toHaveText(/3/u);
  await room.search('storm', 3);
  const focused = (headline: string) => room.rows.filter({ hasText: headline });

  await focused('birch').click();
  await keyboard.press('d');
  await expect(room.message('Excluded 1 article from answers.')).toBeVisible();
  await expect(room.total).toHaveText('2 articles');
  await expect(focused('birch')).toHaveCount(0);

  await room.page.getByRole('button', { name: '1 excluded article is hidden' }).click();
  await expect(room.total).toHaveText('1 article');
  await expect(focused('birch')).toContainText('excluded');
  await keyboard.press('Control+z');
  await expect(room.total).toHaveText('0 articles');
  await room.page.getByRole('button', { name: /without the filter/u }).click();
  await expect(room.total).toHaveText('3 articles');
  await focused('birch').click();
  await keyboard.press('Control+Shift+z');
  await expect(room.total).toHaveText('2 articles');
  await room.search('is:excluded', 1);
  await expect(focused('birch')).toBeVisible();

  await room.search('storm (is:excluded OR NOT is:excluded)', 3);
  for (const name of ['alder', 'cedar', 'birch']) {
    await focused(name).click();
    await keyboard.press('w');
    await expect(focused(name)).toContainText('queued');
  }
  await room.search('is:queued NOT is:excluded', 2);
  await room.sidebar.getByRole('button', { name: 'Queue' }).click();
  await expect(room.rows).toHaveCount(2);
  await expect(room.rows.first()).toContainText('alder');
  await focused('cedar').click();
  await keyboard.press('Alt+ArrowUp');
  await expect(room.rows.first()).toContainText('cedar');

  await focused('cedar').click({ button: 'right' });
  await room.page.getByRole('menuitem', { name: /^Read or unread/u }).click();
  await expect(focused('cedar')).toContainText('read');
  await started.close();

  const { window } = await launch({ userDataDir: home });
  const again = new ReadingRoom(window);
  await expect(again.rows.first()).toContainText('cedar');
  await expect(again.rows.first()).toContainText('read');
  await again.search('is:read', 1);
  await again.search('is:unread', 1);
});

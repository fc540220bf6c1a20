import { writeManyArticles } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { answerOpenDialogs, ReadingRoom } from '../support/reading-room.ts';

const articles = 3000;
const size = { width: 1180, height: 780 };

test('a folder is chosen, searched while it is read, tagged, and as it was after a restart', async ({
  home,
  launch,
}) => {
  const folder = writeManyArticles(`${home}/harbour`, articles);
  const first = await launch({ userDataDir: home });
  const room = new ReadingRoom(first.window);
  await answerOpenDialogs(first.app, [folder]);
  await room.page.getByRole('button', { name: 'Add a folder' }).click();
  await room.query.fill('harbour');

  // The import is held once it has found something: whatever a fast disk does, it has not ended.
  await room.ring.click();
  await expect(room.rows).not.toHaveCount(0);
  await room.page.getByRole('button', { name: 'Pause' }).click();
  await expect(room.page.getByRole('heading', { name: 'Paused' })).toBeVisible();
  await room.page.keyboard.press('Escape');
  const found = await counted(room);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(articles);

  await room.rows.first().click();
  await expect(room.article.getByRole('heading', { level: 1 })).toContainText('berth');
  await expect(room.tools).toContainText('hit 1 of');
  await room.page.keyboard.press('n');
  await expect(room.tools).toContainText('hit 2 of');
  await expect(room.article.locator('mark.current, [data-hit="1"]').first()).toBeInViewport();

  await room.page.getByRole('button', { name: /^Paused/u }).click();
  await room.page.getByRole('button', { name: 'Go on' }).click();
  await room.page.keyboard.press('Escape');
  await expect(room.ring).toBeHidden({ timeout: 30_000 });
  await expect(room.total).toHaveText(`${found.toLocaleString('en')} articles`);
  await room.page.getByRole('button', { name: `${(articles - found).toLocaleString('en')} new` }).click();
  await expect(room.total).toHaveText('3,000 articles');

  await room.rows.first().locator('[data-select]').click();
  await room.page.getByRole('button', { name: 'All 3,000 results' }).click();
  await expect(room.message('3,000 selected')).toBeVisible();
  await room.page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Tag' }).click();
  await room.page.getByRole('combobox', { name: 'Find or create a tag' }).fill('Waterfront');
  await room.page.keyboard.press('Enter');
  await room.page.getByRole('button', { name: 'Apply' }).click();
  await expect(room.message('Added “Waterfront” to 3,000 articles.')).toBeVisible();
  await expect(room.rows.first()).toContainText('Waterfront');

  await room.results.press('Control+z');
  await expect(room.message('Undone: ')).toBeVisible();
  await expect(room.rows.first()).not.toContainText('Waterfront');
  await room.results.press('Control+Shift+Z');
  await expect(room.rows.first()).toContainText('Waterfront');

  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    size,
  );
  await room.query.fill('lighthouse');
  await expect(room.total).not.toHaveText('3,000 articles');
  const lighthouses = await counted(room);
  await room.query.press('Enter');
  await first.close();

  const second = await launch({ userDataDir: home });
  const again = new ReadingRoom(second.window);
  await expect(again.query).toHaveValue('lighthouse');
  await expect(again.total).toHaveText(`${lighthouses} articles`);
  await expect(again.rows.first()).toContainText('Waterfront');
  await again.query.fill('');
  await expect(again.sidebar.getByRole('button', { name: 'Waterfront' })).toContainText('3,000');
  expect(
    await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
  ).toMatchObject(size);
});

async function counted(room: ReadingRoom): Promise<number> {
  const text = (await room.total.textContent()) ?? '';
  return Number(/^\s*([\d,]+)/u.exec(text)?.[1]?.replaceAll(',', ''));
}

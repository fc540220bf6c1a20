import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('everything is done by the keyboard', async ({ home, launch }) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  const { keyboard } = window;
  const sample = window.getByRole('button', { name: 'Open the sample archive' });
  await expect(sample).toBeVisible();
  while (!(await sample.evaluate((button) => button === document.activeElement))) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(room.everything).toHaveText(/72/u);

  await keyboard.press('/');
  await keyboard.type('port strike');
  await expect(room.total).toHaveText('7 articles');
  const headlines = await room.rows.getByRole('heading').allTextContents();
  const completions = window.getByRole('listbox', { name: 'Completions' });
  await expect(completions).toContainText('strikers');
  await keyboard.press('Escape');
  await expect(completions).toBeHidden();
  await keyboard.press('ArrowDown');
  await expect(room.results).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText(headlines[1] ?? '');
  await keyboard.press('j');
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText(headlines[2] ?? '');
  await keyboard.press('k');
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText(headlines[1] ?? '');

  await keyboard.press('Enter');
  await expect(room.article).toBeFocused();
  await expect(room.tools).toContainText('hit 1 of');
  await keyboard.press('n');
  await expect(room.tools).toContainText('hit 2 of');
  await keyboard.press('Shift+N');
  await expect(room.tools).toContainText('hit 1 of');
  await keyboard.press('v');
  await expect(room.article).toContainText('The text as it is in the file');
  await keyboard.press('v');
  await keyboard.press('s');
  await expect(room.rows.nth(1)).toContainText('Starred');

  await keyboard.press('Escape');
  await expect(room.results).toBeFocused();
  await keyboard.press('x');
  await keyboard.press('Shift+ArrowDown');
  await expect(room.message('2 selected')).toBeVisible();
  await keyboard.press('t');
  await expect(window.getByRole('combobox', { name: 'Find or create a tag' })).toBeFocused();
  await keyboard.type('Strikes/Docks');
  await keyboard.press('Control+Enter');
  await expect(room.rows.filter({ hasText: 'Strikes/Docks' })).toHaveCount(2);
  await expect(room.results).toBeFocused();
  await keyboard.press('Control+z');
  await expect(room.rows.filter({ hasText: 'Strikes/Docks' })).toHaveCount(0);
  await keyboard.press('Control+Shift+Z');
  await expect(room.rows.filter({ hasText: 'Strikes/Docks' })).toHaveCount(2);
  await keyboard.press('Escape');
  await expect(room.message('2 selected')).toBeHidden();

  await keyboard.press('?');
  const sheet = window.getByRole('dialog', { name: 'Shortcuts' });
  await expect(sheet).toBeVisible();
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(room.results).toBeFocused();

  await keyboard.press('Control+2');
  await expect(window.getByRole('main', { name: 'Tags' })).toContainText('Docks');
  await keyboard.press('Control+3');
  await expect(window.getByRole('main', { name: 'Sources' })).toContainText('sample-archive');
  await keyboard.press('Control+1');
  await expect(room.total).toHaveText('7 articles');
  await keyboard.press('[');
  await expect(room.query).toHaveValue('');
});

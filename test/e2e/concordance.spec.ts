import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('every hit becomes a line, sorted by the word that follows, which opens its passage and is saved', async ({
  home,
  launch,
}) => {
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('harbour', 23);
  await room.query.press('Enter');
  await window.keyboard.press('c');
  const lines = window.getByRole('listbox', { name: 'Lines of the concordance' });
  const total = window.getByRole('status').filter({ hasText: /^\d+ lines$/u });
  await expect(total).toBeVisible();
  await expect(lines.getByRole('option').first()).toContainText(/harbour/iu);

  await window.getByRole('button', { name: 'By the word to the right', exact: true }).click();
  const keys = lines.locator('.key');
  await expect(keys.first()).toBeVisible();
  await expect
    .poll(async () => {
      const words = (await keys.allTextContents()).map((word) => word.toLowerCase());
      return (
        words.length > 3 &&
        words.every((word, nth) => nth === 0 || word.localeCompare(words[nth - 1] ?? '') >= 0)
      );
    })
    .toBe(true);

  const line = lines.getByRole('option').nth(3);
  const right =
    (await line.locator('.side').last().textContent())?.trim().split(' ').slice(0, 2).join(' ') ?? '';
  await line.click();
  const hit = room.article.locator('mark.current');
  await expect(hit).toHaveText(/harbour/iu);
  await expect(hit.locator('..')).toContainText(right);

  const path = join(home, 'harbour.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await window.getByRole('button', { name: 'Save the lines as a table (CSV)' }).click();
  await expect(room.message(`written to ${path}`)).toBeVisible();
  const rows = readFileSync(path, 'utf8').trim().split('\r\n');
  await expect(total).toHaveText(`${rows.length - 1} lines`);
});

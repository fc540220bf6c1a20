import type { Locator } from '@playwright/test';
import { Photographer } from './photographer.ts';

const names = 'Rasha Tolmin\nHama Taher\nNarin Sirdal\nport strike\nzeppelin\nferry AND (';

/** Photographs what is filled in and compared beside the results: in light and dark, in a narrow window, and in Arabic. */
export async function photographSheets(): Promise<void> {
  await Photographer.at(
    { width: 1280, height: 800 },
    () => ({}),
    async (photographer) => {
      await photographer.room.openSample();
      await sheets(photographer, '');
      await photographer.theme('dark');
      await sheets(photographer, '-dark');
      await photographer.theme('light');
      await photographer.window.setViewportSize({ width: 1000, height: 700 });
      await sheets(photographer, '-narrow');
    },
  );
  await Photographer.at(
    { width: 1280, height: 800 },
    () => ({ args: ['--language=ar'] }),
    async (photographer) => {
      const { window } = photographer;
      await window.getByRole('button', { name: 'فتح الأرشيف النموذجي' }).click();
      await window.getByRole('option').first().waitFor();
      await window.keyboard.press('b');
      await built(window.getByRole('dialog'));
      await photographer.take('states/query-from-rows-arabic');
      await window.keyboard.press('Escape');
      await window.keyboard.press('p');
      await window.getByRole('dialog').locator('input[type=text]').fill('النهر OR المياه');
      await window.getByRole('dialog').getByRole('img').waitFor();
      await photographer.take('states/trends-arabic');
    },
  );
}

async function built(dialog: Locator): Promise<void> {
  await dialog.locator('select').first().selectOption('near');
  const words = dialog.locator('input[type=text]');
  await words.first().fill('السد النهر');
  await words.nth(1).fill('المياه');
}

async function sheets(photographer: Photographer, suffix: string): Promise<void> {
  const { window, room } = photographer;
  const dialog = window.getByRole('dialog');
  const take = (name: string) => photographer.take(`states/${name}${suffix}`);
  const close = async () => {
    await window.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };

  await photographer.show(
    '(dam OR "gave way") minister w/5 contract NOT is:starred date:2019..2021-06 oil^2',
  );
  await window.keyboard.press('b');
  await dialog.getByRole('group', { name: 'Row 5' }).waitFor();
  await take('query-from-rows');
  await close();

  await photographer.show('minister');
  await window.keyboard.press('p');
  await dialog.getByRole('textbox', { name: 'Query 1' }).waitFor();
  for (const query of ['dam', '"port strike" OR crane*']) {
    if ((await dialog.getByRole('textbox').count()) >= 3) break;
    await dialog.getByRole('button', { name: 'Add a query' }).click();
    await dialog.getByRole('textbox').last().fill(query);
  }
  await dialog.locator('select').last().selectOption('thousand');
  await dialog.getByRole('img', { name: /crane/u }).waitFor();
  await take('trends');
  await dialog.getByLabel('As a table').check();
  await take('trends-table');
  await dialog.getByLabel('As a table').uncheck();
  await close();

  await window.keyboard.press('q');
  const list = dialog.getByRole('textbox');
  if (await list.isVisible()) {
    await list.fill(names);
    await dialog.getByRole('button', { name: 'Count', exact: true }).click();
  }
  await dialog.getByRole('row', { name: /ferry/u }).waitFor();
  await take('list-of-names');
  await close();

  await photographer.show('harbour');
  await window.keyboard.press('Shift+C');
  await window.getByRole('columnheader', { name: /Log-likelihood/u }).waitFor();
  await window.getByRole('row').nth(3).waitFor();
  await take('words-near-hits');
  await window.keyboard.press('l');
  await room.query.fill('harbuor');
  await room.query.press('Enter');
  await room.message('Did you mean').waitFor();
  await take('did-you-mean');
}

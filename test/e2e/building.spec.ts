import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('a query is built from rows by keyboard, read back, and said better', async ({ home, launch }) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  const { keyboard } = window;
  await room.openSample();
  await room.query.fill('port');
  await expect(room.total).not.toHaveText('72 articles');
  await room.query.press('Enter');
  await keyboard.press('b');
  const builder = window.getByRole('dialog', { name: 'Build a query' });
  await expect(builder.getByRole('textbox', { name: 'Words' })).toBeFocused();
  await expect(builder.getByRole('textbox', { name: 'Words' })).toHaveValue('port');
  await keyboard.press('End');
  await keyboard.type(' strike');
  await expect(builder.getByRole('status')).toHaveText('port strike');
  await keyboard.press('Enter');
  await expect(builder).toBeHidden();
  await expect(room.query).toHaveValue('port strike');
  await expect(room.total).toHaveText('7 articles');

  await room.query.fill('headline:(dam OR flood) date:2019..2021 NOT is:starred');
  await expect(room.total).not.toHaveText('7 articles');
  await room.query.press('Control+b');
  await expect(builder.getByRole('group', { name: 'Row 3' }).getByLabel('Where')).toHaveValue('is');
  await expect(builder.getByRole('group', { name: 'Row 1' }).getByLabel('Where')).toHaveValue('headline');
  await expect(builder.getByRole('group', { name: 'Row 2' }).getByLabel('From')).toHaveValue('2019');
  await builder.getByRole('button', { name: 'Remove row 3' }).click();
  await builder.getByRole('button', { name: 'Search' }).click();
  await expect(room.query).toHaveValue('headline:(dam OR flood) date:2019..2021');

  await room.query.fill('harbuor');
  await room.query.press('Enter');
  await expect(room.message('Did you mean “harbour”?')).toBeVisible();
  await room.query.press('Control+Enter');
  await expect(room.query).toHaveValue('harbour');
  await expect(room.total).toHaveText('23 articles');
});

test('a list of names is counted, opened one by one and saved, and queries are compared over time', async ({
  home,
  launch,
}) => {
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  const { keyboard } = window;
  await room.openSample();
  await room.results.press('q');
  const list = window.getByRole('dialog', { name: 'Count a list of queries' });
  await list.getByRole('textbox').fill('harbour\nport strike\nnobody-has-this');
  await list.getByRole('button', { name: 'Count' }).click();
  await expect(list.getByRole('row')).toHaveText([
    /Query/u,
    /harbour\s*23/u,
    /port strike\s*3/u,
    /nobody-has-this\s*0/u,
  ]);
  const counts = join(home, 'counts.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, counts);
  await list.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(room.message(`written to ${counts}`)).toBeVisible();
  expect(readFileSync(counts, 'utf8')).toContain('port strike,"""port strike""",3,\r\n');
  await list.getByRole('button', { name: 'port strike' }).click();
  await expect(list).toBeHidden();
  await expect(room.total).toHaveText('3 articles');

  await room.query.press('Enter');
  await keyboard.press('p');
  const trends = window.getByRole('dialog', { name: 'Compare over time' });
  await expect(trends.getByRole('img', { name: /port strike/u })).toBeVisible();
  await trends.getByLabel('As a table').check();
  await expect(trends.getByRole('row').nth(1)).toBeVisible();
  const picture = join(home, 'trends.png');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, picture);
  await trends.getByRole('button', { name: 'Save as PNG' }).click();
  await expect(room.message(`written to ${picture}`)).toBeVisible();
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  await keyboard.press('Escape');
  await expect(trends).toBeHidden();

  await room.search('harbour', 23);
  await room.query.press('Enter');
  await room.results.press('Shift+C');
  await expect(
    window.getByRole('region', { name: 'Words near the hits' }).getByRole('row').nth(1),
  ).toBeVisible();
  await room.query.focus();
  await keyboard.press('Control+Shift+K');
  await expect(room.message('Copied the search record')).toBeVisible();
  await room.query.fill('dam');
  await expect(room.total).not.toHaveText('23 articles');
  await keyboard.press('Control+a');
  await keyboard.press('Control+v');
  await expect(room.query).toHaveValue('harbour');
  await expect(room.total).toHaveText('23 articles');
});

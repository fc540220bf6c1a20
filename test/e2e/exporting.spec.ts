import type { ElectronApplication } from '@playwright/test';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { exportFormatNames, exportFormatRow } from '../../electron/contract/export-api.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

/** Answers the system's dialog for saving, which no test can see. */
async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test('an answer is taken out in every format, with the files it was read from', async ({ home, launch }) => {
  test.slow();
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  // The first answer may be older than the last articles.
  await room.search('*', 72);
  const folder = join(home, 'taken');
  mkdirSync(folder);
  // The app may run as somebody else.
  chmodSync(folder, 0o777);

  const dialog = room.page.getByRole('dialog', { name: /^Export/u });
  for (const format of exportFormatNames) {
    const path = join(folder, format);
    await answerSaveDialog(app, path);
    await room.results.press('Control+Shift+E');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption(format);
    await dialog.getByRole('checkbox', { name: 'Copy the original files along' }).check();
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(room.message(`72 articles written to ${path}`)).toBeVisible();
    await expect(dialog).toBeHidden();
  }

  const taken = readdirSync(folder);
  expect(taken.filter((name) => name.startsWith('.'))).toEqual([]);
  for (const format of exportFormatNames) {
    const { layouts } = exportFormatRow(format);
    expect(taken).toContain(format);
    if (layouts[0] === 'one') expect(readdirSync(join(folder, `${format}-files`)).length).toBeGreaterThan(0);
  }
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'csv')), {
    columns: true,
    bom: true,
  });
  const records = readFileSync(join(folder, 'jsonl'), 'utf8').trimEnd().split('\n');
  expect([rows.length, records.length]).toEqual([72, 72]);
  const headlines = records.map((record) => (JSON.parse(record) as { headline: string }).headline);
  expect(rows.map((row) => row['headline'])).toEqual(headlines);
  expect(readdirSync(join(folder, 'text')).filter((name) => name.endsWith('.txt')).length).toBe(72);
});

test('a selection alone is taken out, and nothing when that is thought better of', async ({
  home,
  launch,
}) => {
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.rows.first().locator('[data-select]').click();
  await expect(room.message('1 selected')).toBeVisible();
  const path = join(home, 'one.jsonl');
  await answerSaveDialog(app, path);
  await room.results.press('Control+Shift+E');
  const dialog = room.page.getByRole('dialog', { name: 'Export 1 article' });
  await expect(dialog).toBeVisible();
  await room.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await room.results.press('Control+Shift+E');
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('jsonl');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(room.message(`1 article written to ${path}`)).toBeVisible();
  expect(readFileSync(path, 'utf8').trimEnd().split('\n').length).toBe(1);
});

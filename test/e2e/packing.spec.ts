import type { ElectronApplication } from '@playwright/test';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/electron-test.ts';
import { answerOpenDialogs, ReadingRoom } from '../support/reading-room.ts';

async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

async function command(app: ElectronApplication, name: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, sent) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menuCommand', sent);
  }, name);
}

test('a library is packed, opens elsewhere, and its tags are merged into another and taken back', async ({
  home,
  launch,
}) => {
  test.slow();
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('port strike', 7);
  await room.results.press('Control+a');
  await expect(room.message('7 selected')).toBeVisible();
  await room.results.press('t');
  const wanted = window.getByRole('combobox', { name: 'Find or create a tag' });
  await wanted.fill('Docks');
  await expect(wanted).toHaveValue('Docks');
  await window.keyboard.press('Control+Enter');
  await expect(room.rows.first()).toContainText('Docks');

  const folder = join(home, 'packed');
  mkdirSync(folder);
  // The app may run as somebody else.
  chmodSync(folder, 0o777);
  const file = join(folder, 'press.mfpack');
  await answerSaveDialog(app, file);
  await command(app, 'pack-library');
  const packing = window.getByRole('dialog', { name: 'Pack the library' });
  await packing.getByRole('radio', { name: /with the files of its sources/u }).check();
  await packing.getByRole('button', { name: 'Pack…' }).click();
  await expect(room.message(`72 articles packed into ${file}`)).toBeVisible();
  await expect(packing).toBeHidden();
  expect(readdirSync(folder)).toEqual(['press.mfpack']);

  await answerOpenDialogs(app, [file]);
  await command(app, 'open-packed');
  const packed = window.getByRole('dialog', { name: 'press.mfpack' });
  await expect(packed.getByText('Merging it would bring nothing that is not here already.')).toBeVisible();
  await answerSaveDialog(app, join(folder, 'elsewhere'));
  await packed.getByRole('button', { name: 'Open as a library…' }).click();
  await expect(packed).toBeHidden();
  await expect(room.sidebar.getByRole('button', { name: /^Docks/u })).toBeVisible();
  await expect(room.everything).toHaveText(/72/u);
  expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'elsewhere files', 'press.mfpack']);

  // What can be undone came along; taken away here, it is brought back by a merge.
  await room.search('port strike', 7);
  await room.results.press('Control+z');
  await expect(room.sidebar.getByRole('button', { name: /^Docks/u })).toBeHidden();
  await command(app, 'open-packed');
  await expect(packed.getByText('1 new tag')).toBeVisible();
  await packed.getByRole('button', { name: 'Merge into this library' }).click();
  const merged = room.message('Merged press.mfpack');
  await expect(merged).toBeVisible();
  await expect(room.sidebar.getByRole('button', { name: /^Docks/u })).toBeVisible();
  await merged.getByRole('button', { name: 'Undo' }).click();
  await expect(room.sidebar.getByRole('button', { name: /^Docks/u })).toBeHidden();
});

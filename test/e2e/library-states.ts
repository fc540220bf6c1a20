import { join } from 'node:path';
import { answerOpenDialogs } from '../support/reading-room.ts';
import { Photographer } from './photographer.ts';

const size = { width: 1280, height: 800 };

/** Photographs what is about the library and the window as a whole: settings, packing, and what a packed library would bring. */
export async function photographLibrary(): Promise<void> {
  await Photographer.at(
    size,
    () => ({}),
    async (photographer) => {
      await photographer.room.openSample();
      await photographer.show('port strike');
      for (const theme of ['light', 'dark', 'sepia'] as const) {
        await photographer.theme(theme);
        await settings(photographer, theme === 'light' ? '' : `-${theme}`);
      }
      await photographer.theme('light');
      await packing(photographer);
    },
  );
  await Photographer.at(
    size,
    () => ({ args: ['--language=ar'] }),
    async (photographer) => {
      const { window } = photographer;
      await window.getByRole('button', { name: 'فتح الأرشيف النموذجي' }).click();
      await window.getByRole('option').first().waitFor();
      await settings(photographer, '-arabic');
    },
  );
}

async function settings(photographer: Photographer, suffix: string): Promise<void> {
  const { window } = photographer;
  await send(photographer, 'view-settings');
  const main = window.getByRole('main');
  await main.getByRole('heading', { level: 1 }).waitFor();
  await photographer.take(`states/settings${suffix}`);
}

async function packing(photographer: Photographer): Promise<void> {
  const { app, window, home } = photographer;
  const file = join(home, 'colleague.mfpack');
  await send(photographer, 'pack-library');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  await photographer.take('states/pack');
  await window.keyboard.press('Escape');
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await photographer.show('dam OR flood');
  await window.keyboard.press('s');
  await window.getByRole('status').filter({ hasText: 'Starred' }).first().waitFor();
  await send(photographer, 'pack-library');
  await dialog.getByRole('button', { name: 'Pack…' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await window.keyboard.press('Control+z');
  await dismissAll(photographer);
  await answerOpenDialogs(app, [file]);
  await send(photographer, 'open-packed');
  await dialog.getByRole('button', { name: 'Merge into this library', disabled: false }).waitFor();
  await photographer.take('states/packed-library');
  await window.keyboard.press('Escape');
}

/** What was said tells where this home is, which is another each time. */
async function dismissAll({ window }: Photographer): Promise<void> {
  const said = window.getByRole('button', { name: 'Dismiss', exact: true });
  while ((await said.count()) > 0) await said.first().click();
}

async function send({ app }: Photographer, command: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, sent) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menuCommand', sent),
    command,
  );
}

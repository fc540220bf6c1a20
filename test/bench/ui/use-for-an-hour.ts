import type { ElectronApplication, Page } from '@playwright/test';
import { ReadingRoom } from '../../support/reading-room.ts';
import { residentMb } from '../resident-memory.ts';

/** Private memory of the window's process in MB: at first, and after each tenth of the work; null where the system does not tell. */
export type WindowMemory = readonly (number | null)[];

/** What a person does in an hour, without the pauses: a query, ten articles, the table, the hits as lines, another view. */
const roundsOfAnHour = 60;
const articlesOfARound = 10;
const lookedAtMs = 150;

async function privateMb(app: ElectronApplication): Promise<number | null> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  return pid === undefined ? null : residentMb(pid);
}

/** Works for an hour without its pauses, and says what memory the window had meanwhile. */
export async function useForAnHour(
  app: ElectronApplication,
  page: Page,
  texts: readonly string[],
): Promise<WindowMemory> {
  const memory = [await privateMb(app)];
  for (let round = 0; round < roundsOfAnHour; round += 1) {
    await useOnce(page, texts[round % texts.length] ?? '');
    if ((round + 1) % (roundsOfAnHour / 10) === 0) memory.push(await privateMb(app));
  }
  return memory;
}

async function useOnce(page: Page, text: string): Promise<void> {
  const { query, results } = new ReadingRoom(page);
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.waitForTimeout(lookedAtMs);
  };
  await query.fill('');
  await page.keyboard.type(text, { delay: 20 });
  await page.keyboard.press('Enter');
  // A query may find nothing, and then there is no list.
  if (await results.isVisible()) await results.focus();
  for (let article = 0; article < articlesOfARound; article += 1) await press('j');
  await press('PageDown');
  for (const key of ['g', 'l', 'c', 'l']) await press(key);
  await press('Control+2');
  await press('Control+1');
}

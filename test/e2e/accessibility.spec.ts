import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

/** What a screen reader or weak eyes would stumble over now; nothing that axe calls serious or critical. */
async function barriers(page: Page): Promise<string[]> {
  // Without the legacy mode axe opens a page of its own, which Electron does not offer.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`no view has a serious barrier, in ${theme}`, async ({ home, launch }) => {
    const { window } = await launch({ userDataDir: home });
    const room = new ReadingRoom(window);
    const found: Record<string, string[]> = {};
    const look = async (view: string): Promise<void> => {
      found[view] = await barriers(window);
    };

    await window.getByRole('button', { name: 'Theme' }).click();
    await window.getByRole('menuitemradio', { name: theme === 'light' ? 'Light' : 'Dark' }).click();
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    await look('first run');

    await room.openSample();
    await room.search('port strike', 7);
    await room.query.press('Enter');
    await room.results.press('Control+a');
    await expect(room.message('7 selected')).toBeVisible();
    await look('search');
    await room.results.press('t');
    const wanted = window.getByRole('combobox', { name: 'Find or create a tag' });
    await wanted.fill('Strikes/Docks');
    await look('tag picker');
    await expect(wanted).toHaveValue('Strikes/Docks');
    await window.keyboard.press('Control+Enter');
    await expect(room.rows.first()).toContainText('Strikes/Docks');
    await room.results.press('?');
    await expect(window.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
    await look('shortcuts');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+2');
    await expect(window.getByRole('main', { name: 'Tags' })).toContainText('Docks');
    await look('tags');
    await window.keyboard.press('Control+3');
    await expect(window.getByRole('main', { name: 'Sources' })).toContainText('sample-archive');
    await look('sources');

    const views = ['first run', 'search', 'tag picker', 'shortcuts', 'tags', 'sources'];
    expect(found).toEqual(Object.fromEntries(views.map((view) => [view, []])));
  });
}

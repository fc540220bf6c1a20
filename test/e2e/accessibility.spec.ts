import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from '../support/electron-test.ts';
import { answerOpenDialogs, ReadingRoom } from '../support/reading-room.ts';

/** What a screen reader or weak eyes would stumble over now; nothing that axe calls serious or critical. */
async function barriers(page: Page): Promise<string[]> {
  // Without the legacy mode axe opens a page of its own, which Electron does not offer.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function command(app: ElectronApplication, name: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, sent) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menuCommand', sent);
  }, name);
}

const themes = { light: 'Light', dark: 'Dark', sepia: 'Sepia' } as const;

for (const [theme, label] of Object.entries(themes)) {
  test(`no view has a serious barrier, in ${theme}`, async ({ home, launch }) => {
    const { app, window } = await launch({ userDataDir: home });
    const room = new ReadingRoom(window);
    const found: Record<string, string[]> = {};
    const look = async (view: string): Promise<void> => {
      found[view] = await barriers(window);
    };

    await window.getByRole('button', { name: 'Theme' }).click();
    await window.getByRole('menuitemradio', { name: label }).click();
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    await look('first run');

    await room.openSample();
    await room.search('port strike', 7);
    await room.query.press('Enter');
    await room.results.press('Control+a');
    await expect(room.message('7 selected')).toBeVisible();
    await look('search');
    await room.results.press('g');
    await expect(window.getByRole('grid', { name: 'Results' }).getByRole('row').nth(1)).toBeVisible();
    await look('table');
    await window.keyboard.press('c');
    await expect(window.getByRole('status').filter({ hasText: /^\d+ lines$/u })).toBeVisible();
    await look('concordance');
    await window.keyboard.press('Shift+C');
    await expect(window.getByRole('columnheader', { name: /^Log-likelihood/u })).toBeVisible();
    await look('words near hits');
    await window.keyboard.press('l');
    await expect(room.rows).not.toHaveCount(0);
    await room.results.press('b');
    await expect(window.getByRole('textbox', { name: 'Words' })).toBeFocused();
    await look('rows of a query');
    await window.keyboard.press('Escape');
    await room.results.press('p');
    await expect(window.getByRole('img', { name: /port strike/u })).toBeVisible();
    await look('trends');
    await window.getByLabel('As a table').check();
    await expect(window.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
    await look('table of trends');
    await window.keyboard.press('Escape');
    await room.results.press('q');
    await window.getByRole('textbox', { name: 'Queries or names, one a line' }).fill('ferry\nferry AND (');
    await look('list to be counted');
    await window.getByRole('button', { name: 'Count', exact: true }).click();
    await expect(window.getByRole('dialog').getByText('2 lines')).toBeVisible();
    await look('counted list');
    await window.keyboard.press('Escape');
    await room.results.press('t');
    const wanted = window.getByRole('combobox', { name: 'Find or create a tag' });
    await wanted.fill('Strikes/Docks');
    await look('tag picker');
    await expect(wanted).toHaveValue('Strikes/Docks');
    await window.keyboard.press('Control+Enter');
    await expect(room.rows.first()).toContainText('Strikes/Docks');
    await room.results.press('e');
    await window.getByLabel('Published', { exact: true }).fill('1987-13');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toBeVisible();
    await look('correction of many');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await room.results.press('e');
    await window.getByRole('textbox', { name: 'Published' }).fill('1987-02-30');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toBeVisible();
    await look('correction of one');
    await window.keyboard.press('Escape');
    await window.locator('[data-field="published"]').focus();
    await window.keyboard.press('Shift+Tab');
    await window.keyboard.press('Tab');
    // The one of the fact before is there until it has faded.
    await expect(window.locator('.tooltip')).toHaveCount(1);
    await expect(window.locator('.tooltip')).toBeVisible();
    await look('where a date comes from');
    await room.results.press('?');
    await expect(window.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
    await look('shortcuts');
    await window.keyboard.press('Escape');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menuCommand', 'about'),
    );
    await expect(
      window.getByRole('dialog', { name: /^Microfiche \d/u }).getByText(/^lunr \d/u),
    ).toBeVisible();
    await look('about');
    await window.keyboard.press('Escape');
    await room.results.press('Control+Shift+e');
    await expect(window.getByRole('dialog', { name: /^Export/u })).toBeVisible();
    await look('export');
    await window.keyboard.press('Escape');
    await command(app, 'pack-library');
    await expect(window.getByRole('dialog', { name: 'Pack the library' })).toBeVisible();
    await look('packing');
    await window.keyboard.press('Escape');
    await answerOpenDialogs(app, [join(home, 'settings.json')]);
    await command(app, 'open-packed');
    await expect(window.getByRole('dialog').getByText(/is no packed library/u)).toBeVisible();
    await look('no packed library');
    await window.keyboard.press('Escape');
    await command(app, 'view-settings');
    await expect(window.getByRole('main', { name: 'Settings' })).toContainText('Nothing leaves this machine');
    await look('settings');
    await window.keyboard.press('Control+2');
    await expect(window.getByRole('main', { name: 'Tags' })).toContainText('Docks');
    await look('tags');
    await window.keyboard.press('Control+4');
    await expect(window.getByRole('main', { name: 'Notes' })).toContainText('No notes yet');
    await look('notes');
    await window.keyboard.press('Control+3');
    await expect(window.getByRole('main', { name: 'Sources' })).toContainText('sample-archive');
    await look('sources');
    await window.getByRole('button', { name: 'What was read of sample-archive' }).click();
    await expect(window.getByRole('table')).toContainText('72 articles');
    await look('what was read');

    await window.getByRole('button', { name: /^Lines that recur/u }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    await look('recurring lines');

    const views = [
      ...[
        'first run',
        'search',
        'table',
        'concordance',
        'words near hits',
        'rows of a query',
        'trends',
        'table of trends',
        'list to be counted',
        'counted list',
        'tag picker',
        'correction of many',
        'correction of one',
      ],
      ...[
        'where a date comes from',
        'shortcuts',
        'about',
        'export',
        'packing',
        'no packed library',
        'settings',
        'tags',
        'notes',
        'sources',
        'what was read',
        'recurring lines',
      ],
    ];
    expect(found).toEqual(Object.fromEntries(views.map((view) => [view, []])));
  });
}

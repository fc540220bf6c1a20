import type { Page } from '@playwright/test';
import { encodingGroups } from '../../electron/contract/encoding-names.ts';
import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';

/** What the window says that no catalogue has: the marked language leaves no plain vowel in any word of its own. */
async function unmarked(page: Page, home: string): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found = new Set<string>();
    const isOwn = (element: Element): boolean =>
      // Keys have the names that stand on them, queries are written in one language, and the engine's own sentences are English and say so.
      element.closest('kbd, code, style, script, [lang="en"]') === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) {
        if (node.parentElement !== null && isOwn(node.parentElement)) found.add(node.data.trim());
      } else if (node instanceof Element && isOwn(node)) {
        for (const name of [
          'aria-label',
          'title',
          'placeholder',
          'alt',
          'label',
          'aria-description',
          'aria-valuetext',
        ]) {
          found.add(node.getAttribute(name) ?? '');
        }
      }
    }
    return [...found];
  });
  // What the platform's own tables call months and languages, names of encodings and keys, and what is called so in every language.
  const months = Array.from({ length: 12 }, (_, month) =>
    (['short', 'long'] as const).map((style) =>
      new Intl.DateTimeFormat('en', { month: style }).format(new Date(2000, month)),
    ),
  ).flat();
  const keys = ['Ctrl', 'Shift', 'Alt', 'Esc', 'Delete', 'Backspace', 'Enter', 'Home', 'End', 'F5', '[A-Z]'];
  const encodings = encodingGroups.flatMap((group) => group.encodings);
  const known = [...encodings, ...months, ...keys, 'Greek', 'Microfiche', 'library'].join('|');
  const names = new RegExp(`(?<![\\p{L}])(?:${known})(?![\\p{L}])`, 'giu');
  return said.filter((words) => /[aeiou]/iu.test(words.replaceAll(home, '').replace(names, '')));
}

test('no view says a word that is in no catalogue', async ({ home, launch }) => {
  const folder = `${home}/λιμάνι`;
  for (const name of ['πλοίο', 'γερανός', 'φάρος']) {
    writeFile(
      folder,
      `${name}.txt`,
      `Το ${name} στο λιμάνι\n\nΤο ${name} ήταν χθες στο παλιό λιμάνι.\n\n${'Σχόλια\n'.repeat(3)}`,
    );
  }
  writeFile(folder, 'άδειο.txt', '');
  const { window } = await launch({ userDataDir: home, args: ['--language=en-XA'] });
  const found: Record<string, string[]> = {};
  const look = async (view: string): Promise<void> => {
    const words = await unmarked(window, home);
    if (words.length > 0) found[view] = words;
  };
  await expect(window.locator('.first-run')).toBeVisible();
  await look('first run');

  await window.evaluate((path) => {
    const bridge = (
      globalThis as unknown as { archive: { archive: { addSources: (r: unknown) => unknown } } }
    ).archive;
    return bridge.archive.addSources({ paths: [path] });
  }, folder);
  const query = window.locator('.box input');
  const results = window.getByRole('listbox');
  await expect(results.getByRole('option')).toHaveCount(3);
  await look('everything');
  await query.fill('λιμανι');
  await query.press('Enter');
  await expect(results.getByRole('option')).toHaveCount(3);
  await look('results');
  await results.press('Control+a');
  await look('selection');
  await results.press('t');
  await window.getByRole('combobox').fill('Πειραιάς/Πλοία');
  await look('tag picker');
  await window.keyboard.press('Control+Enter');
  await expect(results.getByRole('option').first()).toContainText('Πειραιάς/Πλοία');
  await look('toast');
  await results.press('Escape');
  await results.press('Enter');
  await window.keyboard.press('a');
  await window.locator('textarea').fill('Σημείωση');
  await look('note being written');
  await window.keyboard.press('Control+Enter');
  await window.keyboard.press('f');
  await look('article with furniture');
  await window.keyboard.press('Control+f');
  await look('find in article');
  await window.keyboard.press('Escape');
  await window.keyboard.press('v');
  await expect(window.locator('pre')).toBeVisible();
  await look('original text');
  await window.keyboard.press('v');
  await window.keyboard.press('?');
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('shortcuts');
  await window.keyboard.press('Escape');
  await query.fill('αεροπλάνο');
  await query.press('Enter');
  await expect(window.locator('.empty')).toBeVisible();
  await look('no results');
  await window.keyboard.press('Control+2');
  await expect(window.locator('main.tags')).toContainText('Πλοία');
  await look('tags');
  await window.locator('main.tags [data-name]').last().focus();
  await window.keyboard.press('Delete');
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await look('deletion of a tag');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+3');
  await expect(window.locator('main.sources li')).toHaveCount(1);
  await look('sources');
  await window.locator('main.sources nav button').last().click();
  await expect(window.locator('main.sources')).toContainText('άδειο');
  await look('failures');
  expect(found).toEqual({});
});

test('in Arabic the frame runs from right to left, and menus follow', async ({ home, launch }) => {
  const { app, window } = await launch({ userDataDir: home, args: ['--language=ar'] });
  await expect(window.locator('html')).toHaveAttribute('dir', 'rtl');
  await window.getByRole('button', { name: 'فتح الأرشيف النموذجي' }).click();
  const sidebar = window.getByRole('navigation', { name: 'الأرشيف' });
  await expect(sidebar.getByRole('button', { name: 'كل شيء' })).toHaveText(/72|٧٢/u);
  const query = window.getByRole('textbox', { name: 'ابحث في الأرشيف' });
  await query.fill('port strike');
  await expect(window.locator('#query-reading').getByRole('status')).toHaveText(/^(?:7|٧) مقالات$/u);
  const [sidebarBox, queryBox] = [
    await sidebar.boundingBox(),
    await window.getByRole('listbox', { name: 'النتائج' }).boundingBox(),
  ];
  expect(sidebarBox?.x ?? 0).toBeGreaterThan(queryBox?.x ?? Infinity);
  const labels = await app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [],
  );
  expect(labels.map((label) => label.replace('&', ''))).toEqual(
    expect.arrayContaining(['ملف', 'تحرير', 'عرض']),
  );
});

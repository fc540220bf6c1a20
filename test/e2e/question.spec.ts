import type { Page } from '@playwright/test';
import { page, writeFile, writeManyArticles } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

/** Presses a key until what has the focus is called so. */
async function pressUntil(window: Page, key: string, called: RegExp): Promise<void> {
  const focused = window.locator(':focus');
  for (let presses = 0; presses < 60; presses += 1) {
    await window.keyboard.press(key);
    const name = await focused
      .evaluate((element) => element.ariaLabel ?? element.textContent)
      .catch(() => '');
    if (called.test(name.trim())) return;
  }
  throw new Error(`${key} leads to nothing called ${String(called)}`);
}

test('a question is worked through by keyboard: a facet, a time, what is new since, every view, rows and a list', async ({
  home,
  launch,
}) => {
  const folder = writeManyArticles(`${home}/harbour`, 12);
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  const { keyboard } = window;
  await expect(room.everything).toHaveText(/12/u);
  await expect(room.ring).toBeHidden();
  await keyboard.press('/');
  await keyboard.type('berth');
  await expect(room.total).toHaveText('12 articles');
  await keyboard.press('Enter');
  await expect(room.results).toBeFocused();

  // A facet of the sidebar, found with the arrows.
  await pressUntil(window, 'Tab', /^Everything/u);
  await pressUntil(window, 'ArrowDown', /^2021/u);
  await keyboard.press('Enter');
  const tokens = window.getByRole('group', { name: 'Filters' }).getByRole('button');
  await expect(tokens).toHaveCount(1);

  // The first month on the timeline.
  await pressUntil(window, 'Tab', /Arrow keys move what is chosen$/u);
  await keyboard.press('ArrowRight');
  await expect(tokens).toHaveCount(2);
  await expect(room.total).toHaveText('1 article');

  await keyboard.press('Control+s');
  const saved = room.sidebar.getByRole('group', { name: 'Saved searches' });
  await expect(saved.getByRole('button', { name: /berth/u })).toBeVisible();
  await expect(room.message('Saved the search')).toBeVisible();
  writeFile(
    folder,
    '2021/01/05/new.txt',
    page('The tug of berth 900 is sold', 'The harbour office said that the tug is sold. '.repeat(6)),
  );
  await keyboard.press('F5');
  await expect(saved).toContainText('1 new');
  await keyboard.press('/');
  // The sidebar is entered where it was left.
  await pressUntil(window, 'Tab', /^2021/u);
  await pressUntil(window, 'ArrowUp', /^berth/u);
  await keyboard.press('Enter');
  await expect(room.total).toHaveText('2 articles');
  await expect(saved).not.toContainText('1 new');

  // Each view of the answer, and back; from a line of the concordance to its passage.
  await keyboard.press('/');
  await keyboard.press('Enter');
  await expect(room.results).toBeFocused();
  await keyboard.press('c');
  const lines = window.getByRole('listbox', { name: 'Lines of the concordance' });
  await expect(lines.getByRole('option').first()).toContainText(/berth/iu);
  await expect(lines).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(room.article).toBeFocused();
  await expect(room.article.locator('mark.current').first()).toHaveText(/berth/iu);
  await keyboard.press('Escape');
  await expect(lines).toBeFocused();
  await keyboard.press('Shift+C');
  await expect(
    window.getByRole('region', { name: /Words near|^$/u }).or(window.getByText('No word stands near')),
  ).toBeVisible();
  await keyboard.press('g');
  await expect(window.getByRole('grid', { name: 'Results' }).getByRole('row').nth(1)).toBeVisible();
  await keyboard.press('l');
  await expect(room.rows).toHaveCount(2);

  // The query as rows, of which one is completed, and back.
  await keyboard.press('b');
  const builder = window.getByRole('dialog', { name: 'Build a query' });
  const words = builder.getByRole('textbox', { name: 'Words' });
  await expect(words.last()).toBeFocused();
  await expect(words.last()).toHaveValue('berth');
  await keyboard.press('Control+a');
  await keyboard.type('custo');
  await expect(builder.getByRole('option', { name: /customs/u })).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(words.last()).toHaveValue('customs');
  await keyboard.press('Enter');
  await expect(builder).toBeHidden();
  await expect(room.query).toHaveValue('customs');
  await keyboard.press('/');
  await keyboard.press('Control+b');
  await expect(words.last()).toHaveValue('customs');
  await keyboard.press('Escape');
  await expect(builder).toBeHidden();

  // A list of names, of which one is opened; it is asked of the whole archive.
  await keyboard.press('/');
  await keyboard.press('Enter');
  await pressUntil(window, 'Tab', /^Results$|^Everything/u);
  await keyboard.press('q');
  const list = window.getByRole('dialog', { name: 'Count a list of queries' });
  await expect(list.getByRole('textbox')).toBeFocused();
  await keyboard.type('fish market\nnobody at all');
  await pressUntil(window, 'Tab', /^Count$/u);
  await keyboard.press('Enter');
  await expect(list.getByRole('row')).toHaveText([/Query/u, /fish market\s*1/u, /nobody at all\s*0/u]);
  await expect(list.getByRole('button', { name: 'fish market' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(room.query).toHaveValue('"fish market"');
});

test('a query of Nexis is taken in our words', async ({ home, launch }) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.query.fill('HEADLINE(dam) AND NOT ferry');
  await expect(room.message(/Nexis/u)).toBeVisible();
  await room.query.press('Control+Enter');
  await expect(room.query).toHaveValue(/headline:/u);
  await expect(room.message(/Nexis/u)).toBeHidden();
});

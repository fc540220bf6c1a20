import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

type Bridged = typeof globalThis & { readonly archive: WindowBridge };

test('a filter stands in the query box, follows its tag through a rename, and goes by a key', async ({
  home,
  launch,
}) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  const tag = async (query: string, articles: number, name: string): Promise<void> => {
    await room.search(query, articles);
    await room.query.press('Enter');
    await room.results.press('Control+a');
    await room.results.press('t');
    await window.getByRole('combobox', { name: 'Find or create a tag' }).fill(name);
    await window.keyboard.press('Control+Enter');
    await expect(room.rows.first()).toContainText(name);
    await room.results.press('Escape');
  };
  await tag('port strike', 7, 'Harbour/Strike');
  await room.query.fill('');
  await room.sidebar.getByRole('button', { name: 'Strike' }).click();
  const tokens = window.getByRole('group', { name: 'Filters' }).getByRole('button');
  await expect(tokens).toHaveAccessibleName('Tag: Harbour/Strike, remove the filter');
  await expect(room.total).toHaveText('7 articles');
  await expect(window.locator('#query-reading')).toContainText('in Harbour/Strike');

  await window.evaluate(async () => {
    const { archive } = (globalThis as Bridged).archive;
    const listed = await archive.listTags({});
    if ('failure' in listed) throw new Error(listed.failure.code);
    const [strike] = listed.value;
    if (strike === undefined) throw new Error('no tag');
    await archive.renameTag({ tag: strike.id, name: 'Dockers' });
  });
  await expect(tokens).toHaveAccessibleName('Tag: Dockers, remove the filter');
  await expect(room.total).toHaveText('7 articles');
  await expect(room.rows.first()).toContainText('Dockers');

  await room.query.focus();
  await window.keyboard.press('Backspace');
  await expect(tokens).toHaveCount(0);
  await expect(room.total).toHaveText('72 articles');
});

test('a date that is being typed does not flip the list to everything', async ({ home, launch }) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('port strike', 7);
  await window.evaluate(() => {
    const seen: string[] = [];
    const reading = document.querySelector('#query-reading');
    if (reading === null) throw new Error('no reading');
    const look = (): void => {
      seen.push(reading.querySelector('.total')?.textContent.trim() ?? '');
    };
    new MutationObserver(look).observe(reading, { childList: true, subtree: true, characterData: true });
    Object.assign(globalThis, { seenTotals: seen });
  });
  await room.query.press('Control+a');
  await room.query.pressSequentially('date:2021', { delay: 60 });
  await expect(window.locator('#query-reading .words')).toHaveText(/2021/u);
  const seen = await window.evaluate(
    () => (globalThis as typeof globalThis & { readonly seenTotals: readonly string[] }).seenTotals,
  );
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter((total) => total.startsWith('72'))).toEqual([]);
});

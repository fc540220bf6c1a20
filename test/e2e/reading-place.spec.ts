import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

const filler = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} tells of the quay and its keepers.`);

/** An article whose word “beacon” stands after that many paragraphs, with a long tail and furniture. */
function longPage(paragraphsBefore: number): string {
  const body = [
    ...filler.slice(0, paragraphsBefore),
    'The beacon was lit at dusk and the crews came home.',
    ...filler.slice(paragraphsBefore),
  ];
  return `Harbour keepers meet\n\n${body.join('\n\n')}\n\nShare\nTweet\n`;
}

test('a far hit is in sight in the narrowest window once its article is in front', async ({
  home,
  launch,
}) => {
  writeFile(`${home}/pages`, 'far.txt', longPage(50));
  const { app, window } = await launch({ userDataDir: home, args: [`${home}/pages`] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/1/u);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(720, 800));
  await room.search('beacon', 1);
  await room.query.press('Enter');
  await expect(room.article).toBeHidden();
  await room.results.press('o');
  await expect(room.article.locator('mark').first()).toBeInViewport();
});

test('“f” brings the furniture into sight, and a note reaches its row at once', async ({ home, launch }) => {
  writeFile(`${home}/pages`, 'long.txt', longPage(0));
  const { window } = await launch({ userDataDir: home, args: [`${home}/pages`] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/1/u);
  await room.search('beacon', 1);
  await room.query.press('Enter');
  await expect(room.article.getByRole('heading', { level: 1 })).toBeInViewport();
  await room.results.press('f');
  await expect(room.article.getByText('Tweet', { exact: true })).toBeInViewport();

  await room.article.getByRole('button', { name: 'Note', exact: true }).click();
  await room.article.getByRole('textbox').fill('Ask the keepers.');
  await window.keyboard.press('Control+Enter');
  await expect(room.rows.first()).toContainText('1 note');
});

test('nothing is lost by looking elsewhere, nor by closing the window', async ({ home, launch }) => {
  for (let nth = 0; nth < 40; nth += 1) {
    writeFile(
      `${home}/pages`,
      `keeper-${nth}.txt`,
      longPage(40).replace('keepers meet', `keeper ${nth} speaks`),
    );
  }
  writeFile(`${home}/pages`, 'other.txt', 'Nothing of it\n\nNo light was seen that night.\n');
  const started = await launch({ userDataDir: home, args: [`${home}/pages`] });
  const room = new ReadingRoom(started.window);
  await expect(room.everything).toHaveText(/41/u);
  const { keyboard } = room.page;

  await room.search('beacon', 40);
  await room.query.press('Escape');
  await expect(room.query).toHaveValue('');
  await keyboard.press('Control+z');
  await expect(room.query).toHaveValue('beacon');
  await room.query.press('Enter');
  await keyboard.press('End');
  await expect(room.tools).toContainText('40 of 40');
  const headline = (await room.results.locator('#result-39 h3').textContent()) ?? '';
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText(headline);
  const paragraph = room.article.getByText('Paragraph 50 tells of', { exact: false });
  const placeOf = () => paragraph.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const place = await placeOf();
  await expect(room.tools).toContainText(headline);
  const isAtPlace = async () => Math.abs((await placeOf()) - place) <= 2;

  await keyboard.press('Control+2');
  await expect(room.page.getByRole('main', { name: 'Tags' })).toBeVisible();
  await keyboard.press('Control+1');
  await expect.poll(isAtPlace).toBe(true);
  await expect(room.rows.last()).toBeInViewport();

  await keyboard.press('v');
  await expect(room.article).toContainText('The text as it is in the file');
  await keyboard.press('v');
  await expect.poll(isAtPlace).toBe(true);

  await started.close();
  const { window } = await launch({ userDataDir: home });
  const again = new ReadingRoom(window);
  await expect(again.tools).toContainText('40 of 40');
  await expect(again.article.getByRole('heading', { level: 1 })).toHaveText(headline);
  const after = again.article.getByText('Paragraph 50 tells of', { exact: false });
  await expect
    .poll(async () => Math.abs((await after.evaluate((it) => it.getBoundingClientRect().top)) - place) <= 2)
    .toBe(true);
});

import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

const filler = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} tells of the quay and its keepers.`);

/** An article whose word “beacon” stands behind that many paragraphs, with a long tail and furniture. */
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

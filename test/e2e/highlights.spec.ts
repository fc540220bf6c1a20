import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

const first = 'BRENNICK - The pilots waited at the mole while the gauge was read by hand.';
const second = 'The harbour master wrote to the minister about the gauge, and nobody replied for a year.';
const third = 'Boats stay in beyond force six, as they did in the winter of the long gale.';

const story = (...paragraphs: string[]): string => ['Pilots wait for the tide', ...paragraphs].join('\n\n');

test('a passage is highlighted and noted, and is still there when its file was edited and read again', async ({
  home,
  launch,
}) => {
  writeFile(`${home}/pages`, 'tide.txt', story(first, second, third));
  const { window } = await launch({ userDataDir: home, args: [`${home}/pages`] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/1/u);
  await room.search('minister', 1);
  await room.query.press('Enter');
  const paragraph = room.article.getByText('The harbour master wrote');
  await expect(paragraph).toBeVisible();

  await paragraph.evaluate((element) => {
    const selection = element.ownerDocument.getSelection();
    selection?.selectAllChildren(element);
  });
  await room.results.press('h');
  const panel = room.article.getByRole('dialog', { name: 'Highlight' });
  await expect(panel).toBeVisible();
  await panel.press('3');
  await expect(panel.getByRole('button', { name: 'Blue' })).toHaveAttribute('aria-pressed', 'true');
  await panel.press('n');
  await panel.getByRole('textbox').fill('Ask the ministry.');
  await window.keyboard.press('Control+Enter');
  await expect(panel).toContainText('Ask the ministry.');
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(room.article).toContainText('1 highlight');
  await expect(room.rows.first()).toContainText('1 highlight');

  writeFile(
    `${home}/pages`,
    'tide.txt',
    story(third, `${second.replace('minister', 'ministry')} So it is.`, first),
  );
  await window.keyboard.press('F5');
  await expect(room.article.getByText('ministry about the gauge')).toBeVisible({ timeout: 60_000 });
  const mark = room.article.getByRole('button', { name: /^Blue: “The harbour master/u });
  await expect(mark).toBeVisible();
  await mark.click();
  await expect(panel).toContainText('Ask the ministry.');
  await panel.getByRole('button', { name: 'Remove the highlight' }).click();
  await expect(mark).toBeHidden();
  await expect(room.article).not.toContainText('1 highlight');
  await window.keyboard.press('Control+z');
  await expect(mark).toBeVisible();
});

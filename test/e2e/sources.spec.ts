import { existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { page, writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('files that can not be read are listed with the reason, and read once they can be', async ({
  home,
  launch,
}) => {
  const folder = `${home}/mixed`;
  writeFile(
    folder,
    'good.txt',
    page('Ferry timetable changes', 'The ferry sails an hour later from Monday.'),
  );
  const empty = writeFile(folder, 'empty.txt', '');
  writeFile(
    folder,
    'picture.txt',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(400)]),
  );
  truncateSync(writeFile(folder, 'huge.txt', 'x'), 51 * 1024 * 1024);
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);

  await window.getByRole('button', { name: '3 files could not be read' }).click();
  await window.getByRole('button', { name: 'Show them' }).click();
  const list = window.getByRole('list', { name: 'Files that could not be read' });
  const failures = list.getByRole('listitem');
  await expect(failures).toHaveCount(3);
  const pane = window.getByRole('button', { name: /^Could not be read/u });
  await expect(pane).toHaveText(/3$/u);
  await expect(failures.filter({ hasText: 'empty.txt' })).toContainText('Empty:');
  await expect(failures.filter({ hasText: 'picture.txt' })).toContainText('Not text:');
  await expect(failures.filter({ hasText: 'huge.txt' })).toContainText(/Too large:.*50/u);

  writeFile(folder, 'empty.txt', page('Lighthouse lit again', 'The lamp was lit at dusk.'));
  await window.getByRole('button', { name: 'Retry failed' }).click();
  await expect(failures).toHaveCount(2);
  await expect(pane).toHaveText(/2$/u);
  await expect(list).not.toContainText(empty);
  await window.keyboard.press('Control+1');
  await room.search('lighthouse', 1);
});

test('an edited article keeps its tags, a removed one is marked, and removing a source says what goes', async ({
  home,
  launch,
}) => {
  const folder = `${home}/clippings`;
  writeFile(
    folder,
    'ferry.txt',
    page('Ferry timetable changes', 'The ferry sails an hour later from Monday.'),
  );
  const crane = writeFile(
    folder,
    'crane.txt',
    page('Crane sold for scrap', 'The last steam crane was sold.'),
  );
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/2/u);

  await room.search('ferry', 1);
  await room.query.press('Enter');
  await room.results.press('t');
  await window.getByRole('combobox', { name: 'Find or create a tag' }).fill('Timetables');
  await window.keyboard.press('Control+Enter');
  await expect(room.rows.first()).toContainText('Timetables');

  writeFile(
    folder,
    'ferry.txt',
    page('Ferry timetable withdrawn', 'The ferry sails as before, and the petition is withdrawn.'),
  );
  rmSync(crane);
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Scan clippings again' }).click();
  await expect(window.getByRole('list', { name: 'Sources' })).toContainText('1 missing');

  await window.keyboard.press('Control+1');
  await room.search('petition', 1);
  await expect(room.rows.first()).toContainText('Ferry timetable withdrawn');
  await expect(room.rows.first()).toContainText('Timetables');
  await room.search('crane', 1);
  await expect(room.rows.first()).toContainText('missing');
  await expect(room.article).toContainText('The file of this article is missing.');

  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Remove clippings' }).click();
  const dialog = window.getByRole('alertdialog');
  await expect(dialog).toContainText('2 articles will leave the library.');
  await expect(dialog).toContainText('The tags of 1 go too.');
  await dialog.getByRole('button', { name: 'Remove 2 articles' }).click();
  await expect(room.message('Removed 2 articles.')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Sources' })).toBeHidden();
});

test('what was read as what is shown, and a table whose columns were guessed wrongly is read again as it is meant', async ({
  home,
  launch,
}) => {
  const folder = `${home}/clippings`;
  const words = (subject: string): string =>
    `The ${subject} is green now, the ministry announced on Monday, and nobody asked why. `.repeat(3);
  const rows = ['ferry', 'crane'].map(
    (subject) => `The ${subject} is new,Zirin ${subject},"${words(subject)}"`,
  );
  writeFile(folder, 'list.csv', ['title,code,story', ...rows, ',Zirin bridge,'].join('\n'));
  writeFile(folder, 'empty.txt', '');
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/2/u);
  await room.search('headline:ferry', 1);

  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'What was read of clippings' }).click();
  await expect(window.getByRole('row', { name: /^Table/u })).toContainText('2 articles');
  await expect(window.getByRole('list', { name: 'Could not be read' })).toContainText('empty.txt');
  await window.getByRole('button', { name: 'Columns of list.csv' }).click();
  const dialog = window.getByRole('dialog', { name: 'Columns of list.csv' });
  await dialog.getByLabel('What title holds').selectOption('not read');
  await dialog.getByLabel('What code holds').selectOption('Headline');
  await dialog.getByRole('button', { name: 'Read so' }).click();
  await expect(window.getByRole('row', { name: /^Table/u })).toContainText('3 articles');
  await window.keyboard.press('Control+1');
  await expect(room.everything).toHaveText(/3/u);
  await room.search('headline:zirin', 3);
});

test('results stay as they were when an import lands, and the new ones are offered', async ({
  home,
  launch,
}) => {
  const folder = `${home}/clippings`;
  writeFile(folder, 'a.txt', page('Ferry timetable changes', 'The ferry sails an hour later from Monday.'));
  writeFile(folder, 'b.txt', page('Ferry repainted', 'The ferry is green now.'));
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/2/u);
  await room.search('ferry', 2);
  await room.query.press('Enter');
  const before = await room.rows.getByRole('heading').allTextContents();

  writeFile(folder, 'c.txt', page('Ferry, ferry, ferry', 'The ferry, the ferry, and nothing but the ferry.'));
  await room.results.press('F5');
  const offer = window.getByRole('button', { name: '1 new' });
  await expect(offer).toBeVisible();
  expect(await room.rows.getByRole('heading').allTextContents()).toEqual(before);
  await room.results.press('r');
  await expect(room.total).toHaveText('3 articles');
  await expect(offer).toBeHidden();
});

test('a folder that was renamed while the app runs is offered where it is now, and the path that is shown exists', async ({
  home,
  launch,
}) => {
  const folder = `${home}/press/src`;
  writeFile(folder, 'gates.txt', page('Dam gates open', 'The council met for three hours on the gates.'));
  writeFile(folder, 'plan.dwg', 'AC1032 invented');
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  await expect(room.everything).toHaveText(/1/u);
  await expect(room.ring).toBeHidden();
  await window.keyboard.press('Control+3');
  const sources = window.getByRole('list', { name: 'Sources' });
  await expect(sources).toContainText('1 .dwg not read');
  renameSync(folder, `${home}/press/zsrc`);
  await expect(sources).toContainText('Not here any more.');
  await sources.getByRole('button', { name: 'Read it from there' }).click();
  await expect(sources).not.toContainText('Not here any more.');
  await expect(sources).toContainText(`${home}/press/zsrc`);
  await window.keyboard.press('Control+1');
  await room.search('council', 1);
  const path = `${home}/press/zsrc/gates.txt`;
  await expect(room.article).toContainText(path);
  expect(existsSync(path)).toBe(true);
  await expect(room.rows).not.toContainText('missing');
});

import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

const filler = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} tells of the quay.`).join('\n\n');

test('notes and highlights are listed, narrowed and opened at the passage', async ({ home, launch }) => {
  writeFile(
    `${home}/pages`,
    'quay.txt',
    `Keepers meet at the quay\n\n${filler}\n\nThe beacon was lit at dusk.\n`,
  );
  writeFile(
    `${home}/pages`,
    'arabic.txt',
    'اجتماع في الميناء\n\nقال العمال إن الميناء أغلق أبوابه يوم الأحد.\n',
  );
  const { window } = await launch({ userDataDir: home, args: [`${home}/pages`] });
  const room = new ReadingRoom(window);
  const { keyboard } = window;
  await expect(room.everything).toHaveText(/2/u);
  const notes = window.getByRole('main', { name: 'Notes' });
  await room.sidebar.getByRole('button', { name: 'Notes' }).click();
  await expect(notes.getByText('No notes yet')).toBeVisible();
  await keyboard.press('Control+1');

  await room.search('beacon', 1);
  await room.query.press('Enter');
  const passage = room.article.getByText('The beacon was lit at dusk.');
  await passage.evaluate((element) => {
    element.ownerDocument.getSelection()?.selectAllChildren(element);
  });
  await room.results.press('h');
  const panel = room.article.getByRole('dialog', { name: 'Highlight' });
  await panel.press('2');
  await expect(panel.getByRole('button', { name: 'Green' })).toHaveAttribute('aria-pressed', 'true');
  await panel.press('n');
  await panel.getByRole('textbox').fill('Who lit it?');
  await keyboard.press('Control+Enter');
  await expect(panel).toContainText('Who lit it?');
  await panel.getByRole('button', { name: 'Done' }).click();

  await room.search('الميناء', 1);
  await room.query.press('Enter');
  await expect(room.article.getByRole('heading', { level: 1 })).toContainText('الميناء');
  await room.results.press('a');
  await room.article.getByRole('textbox').fill('راجع النقابة');
  await keyboard.press('Control+Enter');
  await expect(room.rows.first()).toContainText('1 note');

  await keyboard.press('Control+4');
  const list = notes.getByRole('listbox', { name: 'Notes and highlights' });
  await expect(list.getByRole('option')).toHaveCount(2);
  await expect(list.getByRole('option').first()).toContainText('راجع النقابة');
  await notes.getByRole('button', { name: 'Green' }).click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await notes.getByRole('searchbox').fill('nowhere');
  await expect(notes.getByText('No note is like that')).toBeVisible();
  await notes.getByRole('button', { name: 'Show all notes' }).click();
  await expect(list.getByRole('option')).toHaveCount(2);
  await notes.getByRole('searchbox').fill('lit');
  await expect(list.getByRole('option')).toHaveCount(1);
  await list.focus();
  await keyboard.press('Enter');
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText('Keepers meet at the quay');
  await expect(passage).toBeInViewport();
  await expect(panel).toContainText('Who lit it?');

  await room.search('has:highlight', 1);
  await room.search('note:lit', 1);
  await room.search('has:note', 2);
});

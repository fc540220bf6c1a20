import { writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

// "Prüfung am Montag" in windows-1252, and what a person makes of it who is sure that it is Cyrillic.
const bytes = Uint8Array.from('Pr\xfcfung am Montag: die Stadt h\xf6rt zu.', (letter) =>
  letter.charCodeAt(0),
);

test('a person chooses the encoding of a file in the reader, and of a source', async ({ home, launch }) => {
  const folder = `${home}/clippings`;
  writeFile(folder, 'one.txt', bytes);
  const { window } = await launch({ userDataDir: home, args: [folder] });
  const room = new ReadingRoom(window);
  await room.search('prüfung', 1);
  await expect(room.article).toContainText('Prüfung am Montag');
  await room.query.press('Enter');
  await room.results.press('v');
  const ofFile = window.getByRole('combobox', { name: 'Encoding of this file' });
  await expect(ofFile).toHaveValue('');
  await ofFile.selectOption('windows-1251');
  await expect(room.article).toContainText('Prьfung am Montag');
  await expect(ofFile).toHaveValue('windows-1251');
  await ofFile.selectOption('');
  await expect(room.article).toContainText('Prüfung am Montag');

  await window.keyboard.press('Control+3');
  await window.getByRole('combobox', { name: 'Encoding of clippings' }).selectOption('koi8-r');
  await window.keyboard.press('Control+1');
  await expect(async () => {
    await room.search('prэfung', 1);
  }).toPass();
  await expect(room.article).toContainText('PrЭfung am Montag');
});

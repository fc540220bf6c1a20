import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

type Paper = 'A4' | 'A5';

/** Prints to a PDF of this paper what the app would hand to a printer. */
async function printTo(app: ElectronApplication, paper: Paper): Promise<void> {
  await app.evaluate(({ BrowserWindow }, pageSize) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('no window is open');
    const printed = { pdf: null as string | null };
    Object.assign(globalThis, { printed });
    contents.print = (_options, callback) => {
      contents.printToPDF({ pageSize }).then(
        (pdf) => {
          printed.pdf = pdf.toString('base64');
          callback?.(true, '');
        },
        (error: unknown) => callback?.(false, String(error)),
      );
    };
  }, paper);
}

/** The words of the PDF that was printed last, as another program finds them. */
async function printedText(app: ElectronApplication, file: string): Promise<string> {
  const read = () =>
    app.evaluate(() => (globalThis as { printed?: { pdf: string | null } }).printed?.pdf ?? null);
  await expect.poll(read).not.toBeNull();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from((await read()) ?? '', 'base64'));
  return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ');
}

test('the open article is printed on A4 and A5 with its tags and notes, wherever the focus is', async ({
  home,
  launch,
}, testInfo) => {
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('ferry', 4);
  await room.query.press('Enter');
  await expect(room.article.getByRole('heading', { level: 1 })).toBeVisible();
  await room.results.press('t');
  await window.getByRole('combobox', { name: 'Find or create a tag' }).fill('Timetables');
  await window.keyboard.press('Control+Enter');
  await expect(room.article).toContainText('Timetables');
  await room.article.getByRole('button', { name: 'Note', exact: true }).click();
  await room.article.getByRole('textbox').fill('Compare with the winter boats.');
  await window.keyboard.press('Control+Enter');
  await expect(room.article.getByRole('list', { name: 'Notes' })).toContainText('winter boats');
  await window.emulateMedia({ media: 'print' });
  await expect(room.article.getByRole('list', { name: 'Notes' }).getByRole('listitem').first()).toHaveCSS(
    'border-inline-start-color',
    'rgb(153, 153, 153)',
  );
  await window.emulateMedia({ media: null });
  const headline = await room.article.getByRole('heading', { level: 1 }).innerText();
  const paragraph = await room.article.locator('.body p').last().innerText();
  const last = paragraph.trim().split(/\s+/u).slice(-4).join(' ');

  for (const paper of ['A4', 'A5'] as const) {
    for (const focused of [room.query, room.results, room.article]) {
      await focused.focus();
      await printTo(app, paper);
      await window.keyboard.press('Control+P');
      const text = await printedText(app, testInfo.outputPath(`printed-${paper}.pdf`));
      for (const part of [headline, last, 'Timetables', 'Compare with the winter boats.']) {
        expect(text).toContain(part.normalize('NFKC').replace(/\s+/gu, ' '));
      }
      expect(text).not.toContain('Search the archive');
    }
  }
});

test('in the narrowest window, with the list in front, the open article is printed and the list stays', async ({
  home,
  launch,
}, testInfo) => {
  const { app, window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(720, 800));
  await room.search('الرافعات', 1);
  await room.query.press('Enter');
  await room.results.focus();
  // It is open behind the list.
  const behind = window.getByRole('region', { name: 'Text of the article', includeHidden: true });
  await expect(behind).toContainText('الرافعات');
  await printTo(app, 'A5');
  await window.keyboard.press('Control+P');
  const text = await printedText(app, testInfo.outputPath('printed-arabic.pdf'));
  // The words of an Arabic headline can be searched for in the PDF, lam-alef with them.
  for (const word of ['عمال', 'الميناء', 'يضربون', 'العمل', 'والرافعات', 'تتوقف', 'نور']) {
    expect(text).toContain(word);
  }
  await expect(room.results).toBeVisible();
  await expect(room.article).toBeHidden();
});

test('nothing on paper has a focus ring, and its text is in the proportion of print', async ({
  home,
  launch,
}) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('الرافعات', 1);
  await room.query.press('Enter');
  await window.keyboard.press('o');
  await expect(room.article).toBeFocused();
  await expect(room.article).toHaveCSS('outline-style', 'solid');
  const body = room.article.locator('.body');
  const sizeOf = () => body.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const onScreen = await sizeOf();
  await window.emulateMedia({ media: 'print' });
  expect(await sizeOf()).toBeCloseTo(onScreen * 0.75, 3);
  await expect(room.article).toHaveCSS('outline-style', 'none');
});

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sampleArchive, writeFile } from '../support/article-folder.ts';
import { expect, test } from '../support/electron-test.ts';
import { ReadingRoom } from '../support/reading-room.ts';

test('an Arabic article runs from right to left in a frame that does not', async ({ home, launch }) => {
  const { window } = await launch({ userDataDir: home });
  const room = new ReadingRoom(window);
  await room.openSample();
  await room.search('الرافعات', 1);

  await expect(room.query).toHaveCSS('direction', 'rtl');
  const headline = 'عمال الميناء يضربون عن العمل والرافعات تتوقف في مرسى نور';
  const listed = room.rows.first().getByRole('heading');
  await expect(listed).toHaveText(headline);
  await expect(listed).toHaveCSS('direction', 'rtl');
  await expect(room.rows.first().locator('[lang]')).toHaveAttribute('lang', 'ar');

  const article = room.article.getByRole('article');
  await expect(article).toHaveAttribute('dir', 'rtl');
  await expect(article).toHaveAttribute('lang', 'ar');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(article.locator('.body p').first()).toHaveCSS('direction', 'rtl');
  await expect(article.locator('mark').first()).toBeVisible();
  // The paragraph is set from the right edge of its column.
  const [column, words] = await article
    .locator('.body p')
    .first()
    .evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      return [paragraph.getBoundingClientRect().right, range.getClientRects()[0]?.right ?? 0] as const;
    });
  expect(Math.abs(column - words)).toBeLessThan(3);

  await expect(window.locator('html')).toHaveCSS('direction', 'ltr');
  await expect(room.tools).toHaveCSS('direction', 'ltr');
  await expect(room.results).toHaveCSS('direction', 'ltr');
});

test('a hostile page is text: nothing of it runs, and nobody is told', async ({ home, launch }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const hostile = readFileSync(join(sampleArchive, 'parser-test/2021/07/26/parser-test-page.txt'), 'utf8')
      .replaceAll('127.0.0.1:9', host)
      .replaceAll('example.invalid', host);
    const { app, window } = await launch({
      userDataDir: home,
      args: [writeFile(`${home}/pages`, 'hostile.txt', hostile)],
    });
    const said: string[] = [];
    window.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    const room = new ReadingRoom(window);
    await expect(room.everything).toHaveText(/1/u);
    await room.search('quarantine', 1);

    const article = room.article.getByRole('article');
    await expect(article).toContainText("<script>alert('script')</script>");
    await expect(article).toContainText(`<iframe src="http://${host}/frame"></iframe>`);
    await room.results.press('v');
    await expect(article).toContainText('The text as it is in the file');
    await expect(article).toContainText(`<link rel=prefetch href=http://${host}/prefetch>`);
    await room.results.press('v');
    await article.getByRole('button', { name: /furniture/iu }).click();
    await expect(article).toContainText("<script>alert('previous')</script>");

    const made = room.page.locator(
      'script:not([src^="./"]), iframe, img, object, embed, form, base, video, style[src]',
    );
    expect(await made.evaluateAll((elements) => elements.map((element) => element.outerHTML))).toEqual([]);
    expect(await window.title()).toBe('Microfiche');
    expect(window.url()).toMatch(/^app:\/\/microfiche\//u);
    expect(app.windows()).toHaveLength(1);
    expect(said).toEqual([]);
    expect(asked).toEqual([]);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

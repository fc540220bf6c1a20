import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { articlePolicy } from '../../electron/main/security/content-security-policy.ts';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { expect, test } from '../support/electron-test.ts';
import { hostilePage } from '../support/hostile-page.ts';
import { ReadingRoom } from '../support/reading-room.ts';

type Bridged = typeof globalThis & { readonly archive: WindowBridge };

let server: Server;
/** Also of whoever connects and says nothing. */
let connections = 0;
let address = '';

test.beforeEach(async () => {
  connections = 0;
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

/** A picture of one point. */
const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const pictures =
  '<img id="beside" src="hostile_files/dam.gif"><img id="outside" src="../dam.gif" alt="Not of the archive">';

/** Imports the hostile page, with a picture beside it and one outside of the folder, and opens it as it was saved. */
async function openPage(window: Page, home: string): Promise<FrameLocator> {
  const press = join(home, 'press');
  mkdirSync(join(press, 'hostile_files'), { recursive: true, mode: 0o755 });
  writeFileSync(join(press, 'hostile.html'), hostilePage(address).replace('</body>', `${pictures}</body>`), {
    mode: 0o644,
  });
  for (const folder of [home, join(press, 'hostile_files')])
    writeFileSync(join(folder, 'dam.gif'), picture, { mode: 0o644 });
  await window.evaluate(async (path) => {
    const { archive } = (globalThis as Bridged).archive;
    await archive.addSources({ paths: [path] });
    await archive.importFinished({});
  }, press);
  const room = new ReadingRoom(window);
  await room.search('hostile', 1);
  await expect(room.article).toContainText('The keeper of the dam');
  await room.results.press('v');
  const frame = room.article.frameLocator('iframe[title="The page as it was saved"]');
  await expect(frame.locator('h1')).toHaveText('Dam keeper warns of the hostile page');
  return frame;
}

/** Clicks everything that leads somewhere. */
async function tryAll(frame: FrameLocator): Promise<void> {
  for (const id of ['out', 'other', 'top', 'new', 'run', 'save', 'send']) {
    const control = frame.locator(`#${id}`);
    if ((await control.count()) > 0) await control.click({ timeout: 2_000, noWaitAfter: true });
  }
}

test('a hostile page is shown as it was saved, and neither runs, leads nor reaches anywhere', async ({
  home,
  launch,
}) => {
  const { app, window } = await launch({ userDataDir: home, libraryDir: join(home, 'library') });
  const frame = await openPage(window, home);
  await expect(frame.locator('p').first()).toContainText('The keeper of the dam');
  const beside = frame.locator('#beside');
  await expect.poll(() => beside.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1);
  await expect(frame.getByText('Not of the archive')).toBeVisible();
  await expect(frame.locator('#outside')).toHaveCount(0);
  const left = frame.locator(
    'script, link, meta[http-equiv], base, iframe, object, embed, video, audio, svg, form, input, [href], [src^="http"], [onload]',
  );
  expect(await left.count()).toBe(0);
  await tryAll(frame);
  await expect(frame.locator('h1')).toBeVisible();
  expect(await frame.locator('html').getAttribute('data-ran')).toBeNull();
  expect(window.url()).toMatch(/^app:\/\/microfiche\//u);
  expect(app.windows()).toHaveLength(1);
  expect(connections).toBe(0);

  const room = new ReadingRoom(window);
  await room.article.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(room.article.locator('pre mark').first()).toHaveText('hostile');
  await room.article.getByRole('button', { name: 'Page', exact: true }).click();
  await expect(frame.locator('h1')).toBeVisible();
  await window.keyboard.press('Control+u');
  await expect(room.article.locator('iframe')).toHaveCount(0);
});

test('the fences around the frame hold even for a page that is served as it came', async ({
  home,
  launch,
}) => {
  const { app, window } = await launch({ userDataDir: home, libraryDir: join(home, 'library') });
  await app.evaluate(
    ({ protocol }, { page, policy }) => {
      protocol.unhandle('article');
      protocol.handle(
        'article',
        () =>
          new Response(page, {
            headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
          }),
      );
    },
    { page: hostilePage(address), policy: articlePolicy },
  );
  const frame = await openPage(window, home);
  await tryAll(frame);
  await expect(frame.locator('h1')).toBeVisible();
  expect(await frame.locator('html').getAttribute('data-ran')).toBeNull();
  expect(
    window
      .frames()
      .map((one) => one.url())
      .filter((url) => /^http/u.test(url)),
  ).toEqual([]);
  expect(window.url()).toMatch(/^app:\/\/microfiche\//u);
  expect(app.windows()).toHaveLength(1);
  expect(connections).toBe(0);
});

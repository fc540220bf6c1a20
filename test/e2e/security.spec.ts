import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { makeSharedFolder } from '../../electron/dev/launch.ts';
import { expect, test } from '../support/electron-test.ts';

type Bridged = typeof globalThis & { readonly archive: WindowBridge };

let folder = '';
const folders: string[] = [];
let server: Server;
let hits: string[] = [];
let address = '';

test.beforeEach(async () => {
  folder = makeSharedFolder('microfiche-security-');
  folders.push(folder);
  hits = [];
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('reached');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

// Not after each test: its app is still running then.
test.afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

function hostileArticle(): string {
  const articles = join(folder, 'articles');
  mkdirSync(articles, { mode: 0o755 });
  const page = `Dam keeper warns of the hostile page
NORTHPORT — A page that wants out <script>fetch('http://${address}/script')</script>
<img src="http://${address}/image"><iframe src="http://${address}/frame"></iframe>
<meta http-equiv="refresh" content="0;url=http://${address}/refresh">
<link rel="stylesheet" href="http://${address}/style"><base href="http://${address}/">
<form action="http://${address}/form"><input autofocus onfocus="this.form.submit()"></form>
<svg onload="new WebSocket('ws://${address}/socket')"></svg> http://${address}/plain
`;
  writeFileSync(join(articles, 'hostile.txt'), page, { mode: 0o644 });
  return articles;
}

/** Imports the folder by way of the bridge, as the window does, and returns the id of the one article. */
async function imported(window: Page, path: string): Promise<number> {
  return window.evaluate(async (path) => {
    const { archive } = (globalThis as Bridged).archive;
    await archive.addSources({ paths: [path] });
    await archive.importFinished({});
    const answer = await archive.search({
      query: 'hostile',
      grammar: 'news',
      sort: 'relevance',
      filter: { tags: [], sources: [], untagged: false },
      offset: 0,
      limit: 1,
      typing: false,
    });
    if ('failure' in answer) throw new Error(answer.failure.code);
    return answer.value.hits[0]?.id ?? 0;
  }, path);
}

/** Puts an article's own page into a frame of the window. */
async function framed(window: Page, source: string): Promise<Frame> {
  const [frame] = await Promise.all([
    window.waitForEvent('framenavigated', (candidate) => candidate.parentFrame() !== null),
    window.evaluate((src) => {
      const element = document.createElement('iframe');
      element.setAttribute('sandbox', 'allow-popups');
      element.src = src;
      document.body.append(element);
    }, source),
  ]);
  return frame;
}

test('a hostile article shows its text and reaches nobody', async ({ launch }) => {
  const { app, window } = await launch({ userDataDir: folder });
  const id = await imported(window, hostileArticle());
  expect(id).toBeGreaterThan(0);

  const frame = await framed(window, `article://a${id}/`);
  await expect(frame.locator('pre')).toContainText(`<script>fetch('http://${address}/script')</script>`);
  expect(await frame.locator('script, img, iframe, form, link, base, svg').count()).toBe(0);
  expect(await frame.evaluate(() => typeof (globalThis as Partial<Bridged>).archive)).toBe('undefined');

  await window.evaluate(async (address) => {
    const attempts = [
      () => fetch(`http://${address}/fetch`),
      () => import(`http://${address}/module.js`),
      () => new WebSocket(`ws://${address}/socket`),
      () => navigator.sendBeacon(`http://${address}/beacon`),
      () => new EventSource(`http://${address}/events`),
      () => (new Image().src = `http://${address}/image`),
      () => open(`http://${address}/window`),
      () => (location.href = `http://${address}/navigation`),
    ];
    for (const attempt of attempts)
      await Promise.resolve()
        .then(attempt)
        .catch(() => undefined);
  }, address);

  // Past the page's policy: what the window's own process and every session of the app would send.
  const answers = await app.evaluate(async ({ net, session }, address) => {
    const url = `http://${address}/main`;
    const sessions = [
      session.defaultSession,
      session.fromPartition('another'),
      session.fromPartition('persist:third'),
    ];
    const attempts = [net.fetch(url), ...sessions.map((one) => one.fetch(url))];
    return Promise.all(
      attempts.map((attempt) =>
        attempt.then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    );
  }, address);
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);

  expect(window.url()).toMatch(/^app:\/\/microfiche\//u);
  expect(app.windows()).toHaveLength(1);
  expect(hits).toEqual([]);
});

test('the window runs in the sandbox, under its policy, with functions only', async ({ launch }) => {
  const { app, window } = await launch({ userDataDir: folder });
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
  ]);

  const seen = await window.evaluate(async () => {
    const bridge = (globalThis as Bridged).archive;
    const refused = (act: () => unknown): string => {
      try {
        act();
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
      bridge: [...new Set(Object.values(bridge.archive).map((value) => typeof value))],
      markup: refused(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      code: refused(() => (document.createElement('script').text = 'globalThis.ran = true')),
      notification: await Notification.requestPermission(),
      place: (await navigator.permissions.query({ name: 'geolocation' })).state,
      policy: (await fetch('index.html')).headers.get('content-security-policy')?.split(';')[0],
    };
  });
  expect(seen).toEqual({
    globals: [],
    bridge: ['function'],
    markup: 'refused',
    code: 'refused',
    notification: 'denied',
    place: 'denied',
    policy: "default-src 'none'",
  });
});

test('neither protocol leads out of its folder', async ({ launch }) => {
  const { app, window } = await launch({ userDataDir: folder });
  const statuses = await window.evaluate(() =>
    Promise.all(
      [
        '/index.html',
        '/..%2fmain%2fmain.js',
        '/..%2f..%2fpackage.json',
        '/%2e%2e%2fpreload/preload.cjs',
        '/%00',
      ].map(async (path) => (await fetch(`app://microfiche${path}`)).status),
    ),
  );
  expect(statuses).toEqual([200, 404, 404, 404, 404]);

  const articles = await app.evaluate(({ session }) =>
    Promise.all(
      [
        'article://a1/..%2f..%2fpackage.json',
        'article://a1/x',
        'article://a999999/',
        'article://etc/passwd',
      ].map(async (url) => (await session.defaultSession.fetch(url)).status),
    ),
  );
  expect(articles).toEqual([404, 404, 404, 404]);
});

test('a frame in the window can not call the shell', async ({ launch }) => {
  const { app, window } = await launch({ userDataDir: folder });
  const frame = await framed(window, 'article://a1/');
  expect(await frame.evaluate(() => Object.keys(globalThis).filter((name) => name === 'archive'))).toEqual(
    [],
  );
  // Even with a preload script in it, as a flaw might bring about, the main process does not listen to a frame.
  const answer = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const frame = window?.webContents.mainFrame.frames[0];
    type Handler = (event: unknown, method: string, request: unknown) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    return handlers.get('shell')?.({ senderFrame: frame, sender: window?.webContents }, 'info', {});
  });
  expect(answer).toEqual({
    failure: { code: 'bad-request', message: 'the shell serves the window only' },
  });
});

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { cacheDir, checkout } from '../../electron/dev/checkout.ts';
import { explain } from '../../electron/dev/explain.ts';
import { runScript } from '../../electron/dev/run-command.ts';
import { ownVersion } from '../../electron/dev/runtime.ts';
import { missingPrograms, provide } from '../../electron/dev/system-packages.ts';
import { BareDebian } from './bare-debian.ts';
import { InstalledApp, processesOf } from './installed-app.ts';

// `npm run package:install-test`: the Debian package is installed on a bare Debian 12, opened, used, upgraded and removed, as a
// person would. `--prepare` only makes the Debian, and `--packaged` takes the package that `npm run package` made. Pictures and the log of steps go to .cache/reports/install/.

const user = 'reader';
const app = '/opt/Microfiche/microfiche';
const home = `/home/${user}`;
const press = `${home}/press`;
const out = join(cacheDir, 'reports/install');
/** What the newer package calls itself. */
const raised = '0.1.1';
const firstMinuteMs = 60_000;
const log: string[] = [];
/** What the log says beside its steps begins with it. */
const note = ' '.repeat(10);

await explain(async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64' || process.getuid?.() !== 0) {
    console.log(
      'The installation is tried on Linux (x64) by root alone: it makes a Debian of its own. Not run.',
    );
    return;
  }
  provide(missingPrograms({ debootstrap: 'debootstrap', 'dpkg-deb': 'dpkg' }));
  if (process.argv.includes('--prepare')) {
    BareDebian.prepare(needed());
    return;
  }
  mkdirSync(out, { recursive: true });
  const [first, second] = await packages();
  const debian = BareDebian.make();
  try {
    await tryInstallation(debian, first, second);
  } finally {
    writeFileSync(join(out, 'steps.txt'), `${log.join('\n')}\n`);
    debian.remove();
  }
  console.log(`${log.filter((line) => !line.startsWith(note)).length} steps passed, 0 failed`);
});

async function tryInstallation(debian: BareDebian, first: string, second: string): Promise<void> {
  const asReader = { user } as const;
  const microfiche = (...args: readonly string[]) => debian.run(['microfiche', ...args], asReader);
  const inLibrary = (...args: readonly string[]) => microfiche('--library', press, ...args);

  const before = debian.files();
  const ours = (): readonly string[] =>
    [...debian.files()].filter((path) => !before.has(path) && /microfiche/iu.test(path));

  await step('is installed with all that it needs', () => installFile(debian, first));
  await step('appears in the menu, with its name, its icon and its kind of file', () => {
    const entry = '/usr/share/applications/microfiche.desktop';
    debian.run(['desktop-file-validate', entry]);
    assert.match(debian.run(['cat', entry]), /^Name=Microfiche$/mu);
    for (const size of [16, 48, 256]) {
      assert.ok(existsSync(debian.path(`/usr/share/icons/hicolor/${size}x${size}/apps/microfiche.png`)));
    }
    assert.match(
      debian.run(['gio', 'mime', 'application/x-microfiche-library'], asReader),
      /microfiche\.desktop/u,
    );
  });
  await step('checks itself as an ordinary user', () => {
    const headless = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];
    const printed = debian.run([app, ...headless, '--self-check'], asReader);
    assert.equal(selfCheckOf(printed).ok, true);
  });
  await step('the command line imports, searches, tags and counts', () => {
    inLibrary('import', '/opt/Microfiche/resources/sample-archive');
    assert.match(inLibrary('search', 'harbour', '--limit', '1'), /articles? in/u);
    inLibrary('tag', 'harbour', '--add', 'Waterfront');
    assert.equal(statsOf(inLibrary('stats', '--json')), 72);
    const failed = debian.try(['microfiche', '--library', press, 'search', '('], asReader);
    assert.notEqual(failed.output, '');
  });
  const tagged = inLibrary('tags');

  const startedMs = performance.now();
  let running = await InstalledApp.start(debian, [app], user);
  await step(
    'shows its window, and the first result of the sample archive, within the first minute',
    async () => {
      const { page } = running;
      await photograph(page, '1-first-window');
      await page.getByRole('button', { name: 'Open the sample archive' }).click();
      await expect(everything(page)).toHaveText(/72/u, { timeout: firstMinuteMs });
      await photograph(page, '2-sample-archive');
      await page.getByRole('textbox', { name: 'Search the archive' }).fill('harbour');
      await expect(page.locator('#query-reading').getByRole('status').first()).toHaveText('23 articles', {
        timeout: firstMinuteMs,
      });
      const tookMs = performance.now() - startedMs;
      await photograph(page, '3-first-result');
      assert.ok(tookMs < firstMinuteMs, `it took ${Math.round(tookMs / 1000)} s`);
      log.push(`${note}from the double click to the first result: ${(tookMs / 1000).toFixed(1)} s`);
    },
  );
  await step('its pages are in the sandbox of Chromium', () => {
    const pages = processesOf(app).filter(({ command }) => command.includes('--type=renderer'));
    assert.ok(pages.length > 0);
    for (const { command, status } of pages) {
      assert.ok(!command.includes('--no-sandbox'), command);
      // The kernel filters its calls.
      assert.match(status, /^Seccomp:\s+2$/mu);
    }
  });
  await step(
    'is one app: a second start ends, and opens the library that it was given in the window of the first',
    async () => {
      debian.run(['gio', 'open', `${press}/library.sqlite`], asReader);
      await expect(
        running.page.getByRole('navigation', { name: 'Archive' }).getByRole('button', { name: 'Waterfront' }),
      ).toBeVisible({ timeout: firstMinuteMs });
      assert.equal(processesOf(app).filter(({ command }) => !command.includes('--type=')).length, 1);
      await photograph(running.page, '4-opened-by-its-file');
    },
  );
  await step(
    'a newer version is installed over it while its library is open, and the library is as it was',
    async () => {
      installFile(debian, second);
      await running.quit();
      assert.equal(inLibrary('tags'), tagged);
      assert.match(inLibrary('check'), /sound|no problem/iu);
      running = await InstalledApp.start(debian, ['microfiche', 'open', press], user);
      await expect(everything(running.page)).toHaveText(/72/u, { timeout: firstMinuteMs });
      await photograph(running.page, '5-newer-version');
      await running.quit();
      const headless = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];
      assert.equal(selfCheckOf(debian.run([app, ...headless, '--self-check'], asReader)).version, raised);
    },
  );
  await step('is removed without leaving anything but what is the reader’s', () => {
    debian.run(['apt-get', 'purge', '-y', '-qq', 'microfiche']);
    assert.deepEqual(ours(), []);
    assert.ok(existsSync(debian.path(`${press}/library.sqlite`)));
  });
}

/** The Debian packages that ours names as needed, of each the first. */
function needed(): readonly string[] {
  const { deb } = parse(readFileSync(join(checkout, '.config/electron-builder.yml'), 'utf8')) as Readonly<{
    deb: Readonly<{ depends: readonly string[] }>;
  }>;
  return deb.depends.map((names) => names.split(' | ')[0] ?? names);
}

/** The package of this commit, and another that calls itself newer. */
async function packages(): Promise<readonly [string, string]> {
  if (!process.argv.includes('--packaged')) await build();
  await build({ MICROFICHE_PACKAGE_VERSION: raised });
  return [packageOf(ownVersion()), packageOf(raised)];
}

// Packed quickly rather than small.
async function build(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const all = ['electron/dev/package/package.ts', '--linux', 'deb', '-c.deb.compression=gz'];
  const { status, stdout } = await runScript('.config/run.mjs', all, { output: 'capture', env });
  if (status !== 0) throw new Error(`the package was not built:\n${stdout}`);
}

function packageOf(version: string): string {
  return join(checkout, 'release', `microfiche_${version}_amd64.deb`);
}

function installFile(debian: BareDebian, file: string): void {
  copyFileSync(file, debian.path('/tmp/microfiche.deb'));
  debian.install('/tmp/microfiche.deb');
}

async function step(name: string, act: () => void | Promise<void>): Promise<void> {
  const startedMs = performance.now();
  await act();
  const line = `${((performance.now() - startedMs) / 1000).toFixed(1).padStart(6)} s  ${name}`;
  log.push(line);
  console.log(line);
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(out, `${name}.png`) });
}

function everything(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('navigation', { name: 'Archive' }).getByRole('button', { name: 'Everything' });
}

function selfCheckOf(printed: string): Readonly<{ ok: boolean; version: string }> {
  return JSON.parse(printed.slice(printed.indexOf('{'))) as Readonly<{ ok: boolean; version: string }>;
}

function statsOf(printed: string): number {
  return (JSON.parse(printed) as Readonly<{ articles: number }>).articles;
}

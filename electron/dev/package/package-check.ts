import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { explain } from '../explain.ts';
import { wrongFuses } from './fuses.ts';
import { dropRoot, makeSharedFolder, mustDropRoot } from '../launch.ts';
import { nativeFilesIn, needsSqlitePackage } from './native-files.ts';
import { runCommand } from '../run-command.ts';
import { openToAll } from '../staging.ts';
import { missingLibraries, provide } from '../system-packages.ts';

// `npm run package:check`: the app that `npm run package` made imports, searches and tags by itself, without a screen.

const places = [
  ['linux-unpacked', 'microfiche'],
  ['linux-arm64-unpacked', 'microfiche'],
  ['mac', 'Microfiche.app/Contents/MacOS/Microfiche'],
  ['mac-arm64', 'Microfiche.app/Contents/MacOS/Microfiche'],
  ['win-unpacked', 'Microfiche.exe'],
] as const;

await explain(async () => {
  const release = join(checkout, 'release');
  const place = places.find(([folder, name]) => existsSync(join(release, folder, name)));
  if (place === undefined) throw new Error('there is no packaged app in release/: run npm run package');
  const [folder, name] = place;
  checkNativeFiles(join(release, folder));
  checkFuses(join(release, folder, name));
  const packaged = moved(join(release, folder));
  const home = makeSharedFolder('microfiche-check-');
  try {
    provide(missingLibraries(join(packaged, name)));
    process.exitCode = await selfCheck(join(packaged, name), home);
  } finally {
    rmSync(home, { recursive: true });
    rmSync(packaged, { recursive: true });
  }
});

function checkFuses(executable: string): void {
  const framework = join(executable, '../../Frameworks/Electron Framework.framework/Electron Framework');
  const wrong = wrongFuses(readFileSync(process.platform === 'darwin' ? framework : executable));
  if (wrong.length > 0)
    throw new Error(`fuses of the package that are not as they must be: ${wrong.join(', ')}`);
}

// Builds for macOS keep no version file; there the pinned Electron is the only one that can be had.
function checkNativeFiles(folder: string): void {
  const version = join(folder, 'version');
  const expected = existsSync(version) && needsSqlitePackage(readFileSync(version, 'utf8')) ? 1 : 0;
  const found = nativeFilesIn(folder);
  if (found.length !== expected) {
    throw new Error(`the package holds ${found.length} native files, not ${expected}: ${found.join(', ')}`);
  }
}

async function selfCheck(executable: string, home: string): Promise<number> {
  const launch = mustDropRoot() ? dropRoot(executable, home) : { executable, env: {} };
  const args = ['--self-check', `--user-data-dir=${join(home, 'data')}`];
  // Without an X server Chromium's default platform crashes; what it logs about a missing GPU and bus is of no use.
  if (process.platform === 'linux') {
    args.unshift('--ozone-platform=headless', '--disable-gpu', '--log-level=3');
  }
  const { status, stdout } = await runCommand(launch.executable, args, {
    env: launch.env,
    output: 'capture',
  });
  console.log(stdout.trim());
  if (status !== 0) throw new Error(`${executable} --self-check failed (exit code ${status})`);
  JSON.parse(stdout);
  return status;
}

// Within the checkout it would find packages there that it does not ship; and a checkout may be closed to ordinary users.
function moved(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'microfiche-packaged-'));
  for (const name of readdirSync(folder)) {
    cpSync(join(folder, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  if (mustDropRoot()) openToAll(copy);
  return copy;
}

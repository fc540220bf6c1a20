import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../build-if-stale.ts';
import { cacheDir, checkout } from '../checkout.ts';
import { explain } from '../explain.ts';
import { sqliteFiles } from './native-files.ts';
import { runScript } from '../run-command.ts';
import { describeRuntime, findRuntime, type Runtime } from '../runtime.ts';
import { missingPrograms } from '../system-packages.ts';

// `npm run package [-- arguments of electron-builder]`: an unpacked app for this platform, with the found runtime.

await explain(async () => {
  await buildIfStale();
  const runtime = await findRuntime();
  console.log(`packaging with ${describeRuntime(runtime)}`);
  const work = join(cacheDir, 'package');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const config = join(work, 'electron-builder.json');
  const settings = {
    extends: join(checkout, '.config/electron-builder.yml'),
    electronDist: bareRuntime(runtime, join(work, 'electron')),
    electronVersion: runtime.version,
    ...raisedVersion(),
    ...sqliteFiles(runtime.version, `${process.platform}-${process.arch}`),
  };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  const args = process.argv.length > 2 ? process.argv.slice(2) : ['--dir'];
  const cli = join(checkout, 'node_modules/electron-builder/cli.js');
  const { status } = await runScript(cli, ['--config', config, '--publish', 'never', ...args], {
    env: packerOf(work),
  });
  process.exitCode = status;
});

// The builder's own fpm comes from GitHub: one that is installed does as well, and where there is none, what stands in for it here.
function packerOf(work: string): Readonly<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  if (missingPrograms({ fpm: 'fpm' }).length === 0) return { USE_SYSTEM_FPM: 'true' };
  const packer = join(work, 'fpm');
  const command = [process.execPath, join(checkout, '.config/run.mjs'), 'electron/dev/package/fpm.ts'];
  writeFileSync(packer, `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(' ')} "$@"\n`, {
    mode: 0o755,
  });
  return { CUSTOM_FPM_PATH: packer };
}

// Another version than that of package.json, to try how a newer one is installed.
function raisedVersion(): Readonly<Record<string, unknown>> {
  const version = process.env['MICROFICHE_PACKAGE_VERSION'];
  return version === undefined ? {} : { extraMetadata: { version } };
}

// What lies in the runtime's resources is not the app's: a link to this checkout, or Electron's default app.
function bareRuntime(runtime: Runtime, folder: string): string {
  if (process.platform === 'darwin') return runtime.folder;
  cpSync(runtime.folder, folder, { recursive: true, filter: (path) => !path.includes('/resources/') });
  if (!existsSync(join(folder, 'resources'))) mkdirSync(join(folder, 'resources'));
  return folder;
}

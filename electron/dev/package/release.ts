import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '../../contract/notice.ts';
import { cacheDir, checkout } from '../checkout.ts';
import { explain } from '../explain.ts';
import { runScript } from '../run-command.ts';
import { findRuntime, ownVersion, pinnedVersion } from '../runtime.ts';
import { missingPrograms } from '../system-packages.ts';
import { addedSizes, appFiles, differences } from './app-files.ts';
import { buildTime } from './build-time.ts';
import { shippedBom, type Bom } from './sbom.ts';

// `npm run release`: what is published of this commit, for this system: the packages, a bill of materials, sizes and checksums.
// The app is built twice, and both have to be the same, byte for byte.

const release = join(checkout, 'release');
const unpacked = join(release, 'linux-unpacked');

await explain(async () => {
  if (process.platform !== 'linux')
    throw new Error('docs/releasing.md says how this is done on Windows and macOS');
  rmSync(release, { recursive: true, force: true });
  // For a package as the second time, since the builder adds a file for that; packed quickly, for it is thrown away.
  await pack('--linux', 'deb', '-c.deb.compression=gz');
  const first = appFiles(unpacked);
  rmSync(release, { recursive: true });
  await pack('--linux', ...targets());
  const parted = differences(first, appFiles(unpacked));
  if (parted.length > 0) throw new Error(`two builds of this commit differ:\n${parted.join('\n')}`);
  const asar = first.find(({ path }) => path === 'resources/app.asar');
  console.log(`two builds are the same: ${first.length} files, app.asar ${asar?.sha256}`);

  const version = ownVersion();
  makeTarball(version);
  const runtime = await findRuntime();
  writeFileSync(
    join(release, `microfiche-${version}.cdx.json`),
    `${JSON.stringify(bom(runtime.version), null, 2)}\n`,
  );
  const sizes = addedSizes(first, appFiles(join(cacheDir, 'package/electron')));
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const lines = [['all that is added to Electron', total] as const, ...sizes].map(
    ([name, bytes]) => `${(bytes / 1e6).toFixed(2).padStart(8)} MB  ${name}`,
  );
  writeFileSync(join(release, 'sizes.txt'), `${lines.join('\n')}\n`);
  console.log(lines.join('\n'));
  writeFileSync(join(release, 'SHA256SUMS'), checksums());
  console.log(
    readdirSync(release)
      .filter((name) => statSync(join(release, name)).isFile())
      .join('\n'),
  );
  if (runtime.version !== pinnedVersion()) {
    throw new Error(
      `this is no release: it holds Electron ${runtime.version} and not the pinned ${pinnedVersion()}`,
    );
  }
});

// An AppImage wants a runtime from GitHub, and an RPM package Debian's `rpm`.
function targets(): readonly string[] {
  const hasRpm = missingPrograms({ rpmbuild: 'rpm' }).length === 0;
  if (!hasRpm) console.log('rpmbuild is not installed: no package for RPM is made');
  return ['deb', ...(hasRpm ? ['rpm'] : [])];
}

async function pack(...args: readonly string[]): Promise<void> {
  const { status } = await runScript('.config/run.mjs', ['electron/dev/package/package.ts', ...args]);
  if (status !== 0) throw new Error(`the package was not built (${args.join(' ')})`);
}

// The builder would do it with a 7-Zip from GitHub.
function makeTarball(version: string): void {
  const order = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${buildTime()}`];
  const name = ['--transform', `s,^linux-unpacked,microfiche-${version},`, '-C', release, 'linux-unpacked'];
  const file = join(release, `microfiche-${version}.tar.gz`);
  execFileSync('tar', [...order, '--use-compress-program=gzip -n', '-cf', file, ...name]);
}

function bom(electron: string): Bom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const all = execFileSync('npm', args, { cwd: checkout, encoding: 'utf8', maxBuffer: 1 << 26 });
  const notices = JSON.parse(readFileSync(join(checkout, 'dist/renderer/notices.json'), 'utf8')) as Notice[];
  return shippedBom(JSON.parse(all) as Bom, { notices, electron, time: buildTime() });
}

function checksums(): string {
  return readdirSync(release)
    .filter((name) => /\.(?:deb|rpm|gz|AppImage|json)$/u.test(name) && existsSync(join(release, name)))
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(release, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BuildTime } from './build-time.ts';
import { layOut, sizeOf } from './lay-out.ts';
import type { SystemPackage } from './system-package.ts';

/** Makes a Debian package with dpkg-deb, in the folder `work`, which it empties. Format: deb(5), deb-control(5). */
export function makeDeb(described: SystemPackage, work: string, time: BuildTime): void {
  rmSync(work, { recursive: true, force: true });
  layOut(described.placed, work);
  const files = filesBelow(work).map((path) => relative(work, path));
  const sums = files.map((path) => `${md5(join(work, path))}  ${path}\n`);
  const control = controlFile(described, Math.ceil(sizeOf(work) / 1024));
  const debian = join(work, 'DEBIAN');
  mkdirSync(debian, { mode: 0o755 });
  writeFileSync(join(debian, 'control'), control);
  writeFileSync(join(debian, 'md5sums'), sums.join(''));
  script(described.afterInstall, join(debian, 'postinst'));
  script(described.afterRemove, join(debian, 'postrm'));
  mkdirSync(dirname(described.output), { recursive: true });
  execFileSync(
    'dpkg-deb',
    ['--root-owner-group', ...compression(described), '--build', work, described.output],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(time) },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  rmSync(work, { recursive: true });
}

/** The control file of a package whose files take `sizeKib` once installed. */
export function controlFile(described: SystemPackage, sizeKib: number): string {
  const { name, version, architecture, maintainer, homepage, summary, description } = described;
  const fields: readonly (readonly [string, string])[] = [
    ['Package', name],
    ['Version', version],
    ['Architecture', architecture],
    ['Maintainer', maintainer],
    ['Installed-Size', String(sizeKib)],
    ['Depends', described.depends.join(', ')],
    ['Recommends', described.recommends.join(', ')],
    ['Section', described.section],
    ['Priority', 'optional'],
    ['Homepage', homepage],
    [
      'Description',
      [summary, ...description.split('\n').map((line) => ` ${line === '' ? '.' : line}`)].join('\n'),
    ],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('');
}

function compression({ compression: named }: SystemPackage): readonly string[] {
  return named === 'gz' ? ['-Zgzip', '-z1'] : [`-Z${named}`];
}

function script(from: string | undefined, to: string): void {
  if (from === undefined) return;
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function md5(path: string): string {
  return createHash('md5').update(readFileSync(path)).digest('hex');
}

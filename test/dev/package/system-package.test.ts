import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlFile } from '../../../electron/dev/package/deb.ts';
import { layOut, sizeOf } from '../../../electron/dev/package/lay-out.ts';
import { specFile } from '../../../electron/dev/package/rpm.ts';
import { readPackage } from '../../../electron/dev/package/system-package.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-deb-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** As electron-builder writes them. */
const described = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0 | libgtk-3-0t64', '-d', 'libnss3'],
  ...['--deb-recommends', 'fonts-dejavu-core', '--deb-compression', 'xz', '--architecture', 'amd64'],
  ...[
    '--after-install',
    '/work/after-install.sh',
    '--description',
    'Find it again\n Reads folders.\n\n Keeps tags.',
  ],
  ...[
    '--version',
    '1.2.3',
    '--package',
    '/out/press_1.2.3_amd64.deb',
    '--name',
    'press',
    '--vendor',
    'Us <us@localhost>',
  ],
  ...[
    '--maintainer',
    'Us <us@localhost>',
    '--url',
    'https://press.example/',
    '--category',
    'text',
    '--license',
    'MIT',
  ],
  ...['--deb-priority', 'optional', '/built/app/=/opt/Press', '/with=equals/tool=/usr/bin/press'],
];

describe('what electron-builder tells fpm', () => {
  it('is read as the description of a package', () => {
    expect(readPackage(described)).toMatchObject({
      kind: 'deb',
      name: 'press',
      version: '1.2.3',
      summary: 'Find it again',
      description: 'Reads folders.\n\nKeeps tags.',
      depends: ['libgtk-3-0 | libgtk-3-0t64', 'libnss3'],
      recommends: ['fonts-dejavu-core'],
      afterInstall: '/work/after-install.sh',
      afterRemove: undefined,
      placed: [
        { from: '/built/app/', to: '/opt/Press' },
        { from: '/with=equals/tool', to: '/usr/bin/press' },
      ],
    });
  });

  it('fails where something is asked for that would be missing from the package', () => {
    expect(() => readPackage([...described, '--deb-systemd', 'x.service'])).toThrow('--deb-systemd');
    expect(() => readPackage([...described, '/nowhere'])).toThrow('/nowhere does not say where it goes');
    expect(() => readPackage(described.map((word) => (word === 'deb' ? 'pacman' : word)))).toThrow('pacman');
    expect(() => readPackage(described.filter((word) => word !== '--name' && word !== 'press'))).toThrow(
      'no name',
    );
  });
});

describe('a package', () => {
  it('has Debian’s control file, whose paragraphs are kept apart', () => {
    expect(controlFile(readPackage(described), 42)).toBe(`Package: press
Version: 1.2.3
Architecture: amd64
Maintainer: Us <us@localhost>
Installed-Size: 42
Depends: libgtk-3-0 | libgtk-3-0t64, libnss3
Recommends: fonts-dejavu-core
Section: text
Priority: optional
Homepage: https://press.example/
Description: Find it again
 Reads folders.
 .
 Keeps tags.
`);
  });

  it('has a spec file for RPM with the same in it, and the script that runs after it was installed', () => {
    const script = join(folder, 'after.sh');
    writeFileSync(script, '#!/bin/sh\nchmod 4755 /opt/Press/sandbox\n');
    const spec = specFile(
      { ...readPackage(described), version: '1.2.3-beta.1', afterInstall: script },
      '/laid/out',
    );
    expect(spec).toContain('Version: 1.2.3~beta.1\n');
    expect(spec).toContain('%files\n%defattr(-, root, root)\n/opt/Press\n/usr/bin/press\n');
    expect(spec).toContain('%post\n#!/bin/sh\nchmod 4755 /opt/Press/sandbox\n');
    expect(spec).not.toContain('%postun');
  });

  it('can be read by everybody, whatever the umask of who built it', () => {
    const from = join(folder, 'built');
    mkdirSync(join(from, 'deep'), { recursive: true, mode: 0o700 });
    writeFileSync(join(from, 'deep/data'), '12345', { mode: 0o600 });
    writeFileSync(join(from, 'run'), '12', { mode: 0o700 });
    const root = join(folder, 'root');
    layOut(
      [
        { from: `${from}/`, to: '/opt/Press' },
        { from: join(from, 'run'), to: '/usr/bin/press' },
      ],
      root,
    );
    const mode = (path: string): string => (statSync(join(root, path)).mode & 0o777).toString(8);
    expect(['opt/Press/deep', 'opt/Press/deep/data', 'opt/Press/run', 'usr/bin/press'].map(mode)).toEqual([
      '755',
      '644',
      '755',
      '755',
    ]);
    expect(sizeOf(root)).toBe(9);
  });
});

describe('what every package brings for the desktop', () => {
  it('names the version and the file that the menu knows', () => {
    const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    const { version, desktopName } = JSON.parse(read('package.json')) as Record<string, string>;
    const metainfo = read('assets/installer/linux/org.microfiche.desktop.metainfo.xml');
    expect(metainfo).toContain(`<release version="${version}"`);
    expect(metainfo).toContain(`<launchable type="desktop-id">${desktopName}</launchable>`);
    expect(read('.config/electron-builder.yml')).toContain('appId: org.microfiche.desktop');
  });
});

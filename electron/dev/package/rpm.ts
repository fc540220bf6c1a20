import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuildTime } from './build-time.ts';
import { layOut } from './lay-out.ts';
import type { SystemPackage } from './system-package.ts';

/** Makes a package for RPM with rpmbuild, in the folder `work`, which it empties. */
export function makeRpm(described: SystemPackage, work: string, time: BuildTime): void {
  rmSync(work, { recursive: true, force: true });
  const root = join(work, 'root');
  layOut(described.placed, root);
  const spec = join(work, `${described.name}.spec`);
  writeFileSync(spec, specFile(described, root));
  mkdirSync(dirname(described.output), { recursive: true });
  const defines = {
    _topdir: join(work, 'top'),
    _rpmdir: dirname(described.output),
    _build_name_fmt: described.output.slice(dirname(described.output).length + 1),
    _buildhost: 'microfiche',
  };
  execFileSync(
    'rpmbuild',
    ['-bb', ...Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`]), spec],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(time) },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  rmSync(work, { recursive: true });
}

/** The spec file that packs what lies below `root`. Format: https://rpm-software-management.github.io/rpm/manual/spec.html */
export function specFile(described: SystemPackage, root: string): string {
  const { afterInstall, afterRemove } = described;
  const paths = [...new Set(described.placed.map(({ to }) => to))];
  return `Name: ${described.name}
Version: ${described.version.replaceAll('-', '~')}
Release: 1
Summary: ${described.summary}
License: ${described.licence}
URL: ${described.homepage}
Packager: ${described.maintainer}
AutoReqProv: no
${described.depends.map((needed) => `Requires: ${needed}`).join('\n')}

# The app is built already: nothing of it is changed, and nothing is looked for in it.
%global __os_install_post %{nil}
%global debug_package %{nil}
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1

%description
${described.description}

%install
cp -a ${root}/. %{buildroot}/

%files
%defattr(-, root, root)
${paths.join('\n')}
${section('post', afterInstall)}${section('postun', afterRemove)}`;
}

function section(name: string, script: string | undefined): string {
  return script === undefined ? '' : `\n%${name}\n${readFileSync(script, 'utf8').trim()}\n`;
}
